// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/condition.hpp"

#include "condition/parser.hpp"
#include "condition/typing.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

// What was typed, unless what it leans on makes it too large to be walked: small `let`s on one another grow without bound.
std::optional<Condition> sized(const ConditionText& text, ExpressionPointer root, Faults& faults)
{
    if (root && (root->size > largest_expression || root->depth > deepest_expression)) {
        faults.add(0, "condition-syntax",
            fmt::format("expected at most {} parts and {} levels with all its lets, found more", largest_expression, deepest_expression),
            "lean on fewer lets");
        return std::nullopt;
    }
    return root ? std::optional(Condition(text.text, text.place, std::move(root))) : std::nullopt;
}

}   // namespace

std::optional<Condition> read_condition(const Source& source, const ConditionText& text, const Vocabulary& vocabulary, Problems& problems)
{
    Faults faults(source, text, problems);
    const auto syntax = parse(faults);
    return syntax ? sized(text, Typing(vocabulary, faults).truth(*syntax), faults) : std::nullopt;
}

std::optional<Condition> read_assignment(
    const Source& source, const ConditionText& text, const Declaration& target, const Vocabulary& vocabulary, Problems& problems)
{
    Faults faults(source, text, problems);
    const auto syntax = parse(faults);
    return syntax ? sized(text, Typing(vocabulary, faults).assigned(*syntax, target), faults) : std::nullopt;
}

}   // namespace unknot
