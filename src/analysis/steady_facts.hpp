// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that are known at every point of a tree. Private to the analysis.
#pragma once

#include "unknot/tree.hpp"

#include <set>
#include <string>

namespace unknot {

// Facts with a `start` that nothing in the tree can make unknown again.
std::set<std::string, std::less<>> steady_facts(const Tree& tree);

} // namespace unknot
