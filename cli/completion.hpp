// SPDX-License-Identifier: GPL-3.0-or-later
// What a shell may offer at a place of the command line: commands and options from the parser's table, and live values from the packs and records.
// Nothing is written, nothing is asked for over the network.
#pragma once

#include "completion_place.hpp"
#include "session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Suggestion {
    std::string text; // the whole word; one that ends in `=`, `:` or `/` is to be typed on
    std::string description;
};

// What the shell completes by itself.
enum class OwnCompletion { nothing, files, folders };

struct Completion {
    std::vector<Suggestion> candidates;
    OwnCompletion shell = OwnCompletion::nothing;
};

Completion completion_of(const CompletionPlace& place, const Session& session);

// Whether completion_of() knows what a value is that the table calls so: a live value, or free text on purpose. Operands, which have no option, such as
// `a|b|c` explain themselves.
bool is_completable(std::string_view option, std::string_view value);

} // namespace unknot
