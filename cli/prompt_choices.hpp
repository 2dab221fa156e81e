// SPDX-License-Identifier: GPL-3.0-or-later
// What a node offers to a person, and what would fit, in words. Shared by printing a question and understanding its answer, so that both mean the
// same.
#pragma once

#include "unknot/walk.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Choice {
    std::string value; // as a script writes it
    std::string label; // one line, without Markdown
};

// In the order of their numbers, "I don't know" last; none for typed input, whose answers could be numbers themselves.
std::vector<Choice> choices_of(const WalkState& state, std::string_view language);

// How an answer that is known reads to a person: the labels of its values, or what was typed.
std::string label_of(const WalkState& state, const std::string& answer, std::string_view language);

// What a typed answer must be, before anything was typed: "a number like 60.5, 0 or more". Empty where any text will do.
std::string input_expectation(const WalkState& state);

// What `line` should have been: "a number from 1 to 3, or the start of one answer".
std::string what_would_fit(const WalkState& state, std::string_view line, std::string_view language);

} // namespace unknot
