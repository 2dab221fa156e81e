// SPDX-License-Identifier: GPL-3.0-or-later
// Compares where a walk came to with what a scenario expects. Private to the rehearsal.
#pragma once

#include "unknot/scenario.hpp"
#include "unknot/tree.hpp"
#include "unknot/walk.hpp"

#include <string>

namespace unknot {

// The first expectation that a finished walk does not meet, in a sentence; empty when it meets all. Throws Failure for a node that no tree has.
std::string unmet_expectation(const Forest& forest, const Expectation& expect, const WalkState& walk, const Value& today);

} // namespace unknot
