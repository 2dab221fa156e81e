// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each family of secrets. Each is linear in the text, takes any bytes, and appends what it found in order.
#pragma once

#include "unknot/redactor.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// A secret and the one way of writing it that all its spellings share, so that equal secrets can be told.
struct Finding {
    SecretSpan span;
    std::string canonical;
};

using Findings = std::vector<Finding>;

void find_phrases(std::string_view text, Findings& findings);
void find_base58_keys(std::string_view text, Findings& findings);
void find_pem_keys(std::string_view text, Findings& findings);
void find_cards(std::string_view text, Findings& findings);

} // namespace unknot
