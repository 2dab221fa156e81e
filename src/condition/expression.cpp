// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/expression.hpp"

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

Expression joined(Operator op, std::optional<FactType> type, std::vector<ExpressionPointer> operands)
{
    Expression expression;
    expression.op = op;
    expression.type = type;
    for (const ExpressionPointer& operand : operands) {
        expression.size += operand->size;
        expression.depth = std::max(expression.depth, operand->depth + 1);
    }
    expression.operands = std::move(operands);
    return expression;
}

}   // namespace

ExpressionPointer constant(Value value)
{
    Expression expression;
    expression.op = Operator::constant;
    expression.type = value.type;
    expression.value = std::move(value);
    return std::make_shared<const Expression>(std::move(expression));
}

ExpressionPointer about_fact(Operator op, std::optional<FactType> type, std::string fact)
{
    Expression expression;
    expression.op = op;
    expression.type = type;
    expression.fact = std::move(fact);
    return std::make_shared<const Expression>(std::move(expression));
}

ExpressionPointer operation(Operator op, std::optional<FactType> type, std::vector<ExpressionPointer> operands)
{
    return std::make_shared<const Expression>(joined(op, type, std::move(operands)));
}

ExpressionPointer matching(ExpressionPointer text, Pattern pattern)
{
    Expression expression = joined(Operator::matches, std::nullopt, {std::move(text)});
    expression.pattern = std::move(pattern);
    return std::make_shared<const Expression>(std::move(expression));
}

ExpressionPointer never_known()
{
    static const ExpressionPointer expression = std::make_shared<const Expression>();
    return expression;
}

}   // namespace unknot
