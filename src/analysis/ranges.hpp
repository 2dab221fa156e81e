// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps and overlaps between branches that divide one ordered fact among them. Private to the analysis.
#pragma once

#include "unknot/analysis.hpp"

namespace unknot {

// Fills in `overlaps`, `gap` and `gap_at`. Says nothing of branches that look at more than one fact or calculate.
BranchFindings compare_ranges(const Tree& tree, const Node& node);

} // namespace unknot
