// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of a condition without running it. For the checker, who tries out values instead of proving by algebra.
#include "unknot/condition.hpp"

#include "condition/expression.hpp"

#include <algorithm>
#include <set>

namespace unknot {

namespace {

void collect_mentions(const Expression& expression, std::set<std::string>& facts)
{
    if (!expression.fact.empty()) {
        facts.insert(expression.fact);
    }
    for (const ExpressionPointer& operand : expression.operands) {
        collect_mentions(*operand, facts);
    }
}

bool is_about_fact(const Expression& expression)
{
    return expression.op == Operator::fact || expression.op == Operator::count;
}

bool compares_one_fact(const Expression& comparison)
{
    const auto& operands = comparison.operands;
    const auto facts = std::count_if(operands.begin(), operands.end(), [](const ExpressionPointer& operand) { return is_about_fact(*operand); });
    const auto constants =
        std::count_if(operands.begin(), operands.end(), [](const ExpressionPointer& operand) { return operand->op == Operator::constant; });
    return facts <= 1 && static_cast<std::size_t>(facts + constants) == operands.size();
}

bool is_plain(const Expression& expression)
{
    switch (expression.op) {
    case Operator::any_of:
    case Operator::all_of:
    case Operator::negation:
        return std::all_of(
            expression.operands.begin(), expression.operands.end(), [](const ExpressionPointer& operand) { return is_plain(*operand); });
    case Operator::known:
    case Operator::is_yes:
    case Operator::never: return true;
    default: return is_comparison(expression.op) && compares_one_fact(expression);
    }
}

} // namespace

std::vector<std::string> Condition::mentions() const
{
    std::set<std::string> facts;
    collect_mentions(*root_, facts);
    return {facts.begin(), facts.end()};
}

bool Condition::compares_with_constants_only() const
{
    return is_plain(*root_);
}

} // namespace unknot
