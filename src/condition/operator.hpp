// SPDX-License-Identifier: GPL-3.0-or-later
// What a part of a condition does; its sign in messages.
#pragma once

#include <string_view>

namespace unknot {

enum class Operator {
    // leaves
    constant,
    fact,
    today,
    known,
    count,
    is_yes,
    never,
    // written between or before their operands
    any_of,
    all_of,
    negation,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    contains,
    matches,
    add,
    subtract,
    multiply,
    divide,
    minus,
};

// As it is written in a condition; empty for what has no sign.
std::string_view sign(Operator op);

constexpr bool is_comparison(Operator op)
{
    return op >= Operator::equal && op <= Operator::matches;
}

constexpr bool needs_order(Operator op)
{
    return op >= Operator::less && op <= Operator::greater_equal;
}

}   // namespace unknot
