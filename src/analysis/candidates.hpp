// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a fact that have to be tried so that, for the conditions at hand, all values have been. Private to the analysis.
#pragma once

#include "analysis/knowledge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unknot {

// Where a candidate of an ordered fact lies.
enum class Spot {
    constant, // a constant of a condition
    interval, // stands for all values between two constants, below the first or above the last
    aside,    // needs trying, but no range can miss it: between two neighbouring whole numbers, or in another currency
};

struct Candidate {
    std::string possible;       // what it is among a fact's Possible
    std::optional<Value> value; // none: not known
    Spot spot = Spot::constant;
};

// All values that `branches` can tell apart, those of ordered facts in ascending order, "not known" first. Nothing when they can't be listed.
std::optional<std::vector<Candidate>> candidates(const Tree& tree, const std::string& fact, const std::vector<Branch>& branches);

} // namespace unknot
