// SPDX-License-Identifier: GPL-3.0-or-later
// A condition whose names and types are settled: what is evaluated.
#pragma once

#include "condition/operator.hpp"
#include "unknot/condition.hpp"
#include "unknot/pattern.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

using ExpressionPointer = std::shared_ptr<const Expression>;

// A `let` is the very expression it names, so that an expression is a graph without circles, not a tree. `size` and `depth`
// count it as a tree: that is what walking it costs.
struct Expression {
    Operator op = Operator::never;
    std::optional<FactType> type;   // none: a truth
    Value value;                    // of a constant
    std::string fact;               // of fact, known, count and is_yes
    std::vector<ExpressionPointer> operands;
    std::optional<Pattern> pattern;   // of matches
    std::size_t size = 1;
    int depth = 1;
};

inline constexpr std::size_t largest_expression = 10'000;
inline constexpr int deepest_expression = 400;

ExpressionPointer constant(Value value);
ExpressionPointer about_fact(Operator op, std::optional<FactType> type, std::string fact);
ExpressionPointer operation(Operator op, std::optional<FactType> type, std::vector<ExpressionPointer> operands);
ExpressionPointer matching(ExpressionPointer text, Pattern pattern);

// Always unknown: what a `let` with a fault is taken for, so that its users are read nevertheless.
ExpressionPointer never_known();

}   // namespace unknot
