// SPDX-License-Identifier: GPL-3.0-or-later
// The same trouble once more: an earlier case that came to the same end with the same facts.
#pragma once

#include "walking.hpp"

#include <optional>

namespace unknot {

// The latest of the last few dozen cases of the tree; nothing when there is none, or when this walk is not recorded.
std::optional<CaseHead> same_end_before(const Walking& walking, const WalkState& state);

} // namespace unknot
