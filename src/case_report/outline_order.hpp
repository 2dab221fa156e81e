// SPDX-License-Identifier: GPL-3.0-or-later
// The nodes of a forest as an outline.
#pragma once

#include "unknot/tree.hpp"

#include <string>
#include <vector>

namespace unknot {

struct OutlineEntry {
    std::string key;   // as in a walk
    int depth = 0;     // from 0
};

// Every node that can be reached from the start, each once, behind the node that it is reached from by the shortest way.
std::vector<OutlineEntry> outline_order(const Forest& forest);

} // namespace unknot
