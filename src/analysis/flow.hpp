// SPDX-License-Identifier: GPL-3.0-or-later
// Every way through a tree at once: what may be known where, and which edges can be taken at all. Private to the analysis.
#pragma once

#include "analysis/knowledge.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace unknot {

struct Flow {
    std::map<std::string, Knowledge, std::less<>> before_branches; // node -> what may be known where its decide or next is run
    std::set<std::pair<std::string, std::string>> taken;           // (node, edge name)
    std::set<std::string, std::less<>> visited;                    // nodes that some walk may come to
};

Flow flow_through(const Tree& tree);

} // namespace unknot
