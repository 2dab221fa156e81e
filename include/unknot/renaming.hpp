// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved case says in the words of today's trees: nodes and option values that were renamed since, by the tree's `renamed`.
#pragma once

#include "unknot/event.hpp"
#include "unknot/tree.hpp"

#include <vector>

namespace unknot {

// A name that its tree still has means itself and stays, also when it is listed; so doing it again changes nothing. Renames are
// followed over several edits. What nobody renamed stays as it is, also when no tree has it any more.
std::vector<Event> renamed(const Forest& forest, std::vector<Event> events);

} // namespace unknot
