// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt is one line that replays a walk: `wallet@1.0.0 payment-failure where=card clock:warn,skew=95 +custody=self`.
// Words are percent-encoded; a redacted answer is `NODE=*`.
#pragma once

#include "unknot/walk.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Receipt {
    std::string pack;
    std::string version;
    std::string tree;
    std::vector<Happening> happenings;
};

std::string write_receipt(const Receipt& receipt);

// Throws Failure for a line that is none.
Receipt read_receipt(std::string_view line);

} // namespace unknot
