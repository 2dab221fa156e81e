// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/condition.hpp"

#include "condition/expression.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unknot {

namespace {

void collect_facts(const Expression& expression, std::set<std::string>& facts)
{
    if (expression.op == Operator::fact || expression.op == Operator::count || expression.op == Operator::is_yes) {
        facts.insert(expression.fact);
    }
    for (const ExpressionPointer& operand : expression.operands) {
        collect_facts(*operand, facts);
    }
}

bool is_fact(const Expression& expression, std::string_view fact)
{
    return expression.op == Operator::fact && expression.fact == fact;
}

void collect_constants(const Expression& expression, std::string_view fact, std::vector<Value>& constants)
{
    const auto& operands = expression.operands;
    const bool compares = is_comparison(expression.op) && std::any_of(operands.begin(), operands.end(), [fact](const ExpressionPointer& operand) {
        return is_fact(*operand, fact);
    });
    for (const ExpressionPointer& operand : operands) {
        if (!compares) {
            collect_constants(*operand, fact, constants);
        } else if (operand->op == Operator::constant && std::find(constants.begin(), constants.end(), operand->value) == constants.end()) {
            constants.push_back(operand->value);
        }
    }
}

}   // namespace

Condition::Condition() : root_(never_known()) {}

Condition::Condition(std::string text, Place place, std::shared_ptr<const Expression> root)
    : text_(std::move(text)), place_(std::move(place)), root_(std::move(root))
{
}

std::vector<std::string> Condition::reads() const
{
    std::set<std::string> facts;
    collect_facts(*root_, facts);
    return {facts.begin(), facts.end()};
}

std::vector<Value> Condition::constants(std::string_view fact) const
{
    std::vector<Value> constants;
    collect_constants(*root_, fact, constants);
    return constants;
}

}   // namespace unknot
