// SPDX-License-Identifier: GPL-3.0-or-later
// What answers a node takes, and what one answer means to it.
#pragma once

#include "unknot/tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unknot {

// The word for "I don't know"; no option may be called so.
inline constexpr std::string_view unknown_answer = "unknown";

struct AnswerReading {
    bool unknown = false;          // "I don't know", and the node has a way for it
    std::optional<Value> value;    // none when unknown, or when it doesn't fit
    std::string expected;          // what would fit, when it doesn't: "one of card, transfer"

    bool fits() const { return unknown || value.has_value(); }
};

// Reads an answer as a script writes it: an option's value, several separated by commas, `yes` or `no`, typed input, `unknown`, `solved`
// or `not_solved`. A probe takes the yes or no that its `otherwise` asks for.
AnswerReading read_answer(const Tree& tree, const Node& node, std::string_view text);

// Whether a value that is known already settles the node, so that it can be passed over.
bool settles(const Tree& tree, const Node& node, const Value& value);

} // namespace unknot
