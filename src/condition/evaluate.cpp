// SPDX-License-Identifier: GPL-3.0-or-later
// Kleene's logic: a truth is yes, no or unknown, and an operation is unknown only when what isn't known could change it. So a
// chain of `and` stops at the first no and one of `or` at the first yes, whatever is unknown before or behind; a comparison
// with something unknown is unknown, `not unknown` too.
//
// Types were settled at load, but facts come from records that may be older or broken: a value of another type than declared
// meets nothing and makes the comparison unknown, never a fault. A masked value is no value.
#include "unknot/condition.hpp"

#include "condition/arithmetic.hpp"
#include "condition/expression.hpp"

#include <algorithm>
#include <vector>

namespace unknot {

namespace {

class Evaluation {
public:
    explicit Evaluation(const FactView& facts) : facts_(facts) {}

    Truth truth(const Expression& expression) const;
    std::optional<Value> value(const Expression& expression) const;

private:
    Truth chain(const Expression& expression, Truth decisive) const;
    Truth comparison(const Expression& expression) const;
    Truth membership(const Expression& expression) const;
    Truth containing(const Expression& expression) const;
    Truth matching(const Expression& expression) const;
    Truth is_yes(const Expression& expression) const;
    std::optional<Value> fact(const Expression& expression) const;
    std::optional<Value> count(const Expression& expression) const;
    std::optional<Value> minus(const Expression& expression) const;
    std::optional<Value> arithmetic(const Expression& expression) const;

    const FactView& facts_;
};

Truth truth_of(bool yes)
{
    return yes ? Truth::yes : Truth::no;
}

Truth opposite(Truth truth)
{
    if (truth == Truth::unknown) {
        return truth;
    }
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

Truth holds(Operator op, std::partial_ordering order)
{
    if (order == std::partial_ordering::unordered) {
        return Truth::unknown;
    }
    switch (op) {
    case Operator::equal: return truth_of(order == 0);
    case Operator::not_equal: return truth_of(order != 0);
    case Operator::less: return truth_of(order < 0);
    case Operator::less_equal: return truth_of(order <= 0);
    case Operator::greater: return truth_of(order > 0);
    case Operator::greater_equal: return truth_of(order >= 0);
    default: return Truth::unknown;
    }
}

Truth Evaluation::truth(const Expression& expression) const
{
    switch (expression.op) {
    case Operator::any_of: return chain(expression, Truth::yes);
    case Operator::all_of: return chain(expression, Truth::no);
    case Operator::negation: return opposite(truth(*expression.operands.front()));
    case Operator::known: return truth_of(facts_.knows(expression.fact));
    case Operator::is_yes: return is_yes(expression);
    case Operator::in: return membership(expression);
    case Operator::contains: return containing(expression);
    case Operator::matches: return matching(expression);
    case Operator::equal:
    case Operator::not_equal:
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal: return comparison(expression);
    default: return Truth::unknown;
    }
}

Truth Evaluation::chain(const Expression& expression, Truth decisive) const
{
    Truth result = opposite(decisive);
    for (const ExpressionPointer& operand : expression.operands) {
        const Truth part = truth(*operand);
        if (part == decisive) {
            return decisive;
        }
        result = part == Truth::unknown ? part : result;
    }
    return result;
}

Truth Evaluation::comparison(const Expression& expression) const
{
    const auto left = value(*expression.operands.front());
    const auto right = value(*expression.operands.back());
    return left && right ? holds(expression.op, compare(*left, *right)) : Truth::unknown;
}

Truth Evaluation::membership(const Expression& expression) const
{
    const auto left = value(*expression.operands.front());
    Truth result = Truth::no;
    for (std::size_t i = 1; i < expression.operands.size(); ++i) {
        const auto item = value(*expression.operands[i]);
        const Truth same = left && item ? holds(Operator::equal, compare(*left, *item)) : Truth::unknown;
        if (same == Truth::yes) {
            return same;
        }
        result = same == Truth::unknown ? same : result;
    }
    return result;
}

Truth Evaluation::containing(const Expression& expression) const
{
    const auto whole = value(*expression.operands.front());
    const auto part = value(*expression.operands.back());
    if (!whole || !part) {
        return Truth::unknown;
    }
    if (whole->type == FactType::list) {
        return truth_of(std::find(whole->items.begin(), whole->items.end(), part->text) != whole->items.end());
    }
    return truth_of(whole->text.find(part->text) != std::string::npos);
}

Truth Evaluation::matching(const Expression& expression) const
{
    const auto text = value(*expression.operands.front());
    return text ? truth_of(expression.pattern->found_in(text->text)) : Truth::unknown;
}

Truth Evaluation::is_yes(const Expression& expression) const
{
    const auto value = fact(expression);
    return value && value->type == FactType::yesno ? truth_of(value->text == "yes") : Truth::unknown;
}

std::optional<Value> Evaluation::value(const Expression& expression) const
{
    switch (expression.op) {
    case Operator::constant: return expression.value;
    case Operator::fact: {
        auto value = fact(expression);
        return value && value->type == expression.type ? value : std::nullopt;
    }
    case Operator::today: return facts_.today();
    case Operator::count: return count(expression);
    case Operator::minus: return minus(expression);
    case Operator::add:
    case Operator::subtract:
    case Operator::multiply:
    case Operator::divide: return arithmetic(expression);
    default: return std::nullopt;
    }
}

std::optional<Value> Evaluation::fact(const Expression& expression) const
{
    const Value* found = facts_.find(expression.fact);
    return found != nullptr && !found->masked ? std::optional(*found) : std::nullopt;
}

std::optional<Value> Evaluation::count(const Expression& expression) const
{
    const auto list = fact(expression);
    return list && list->type == FactType::list ? std::optional(number_value(static_cast<double>(list->items.size()))) : std::nullopt;
}

std::optional<Value> Evaluation::minus(const Expression& expression) const
{
    const auto inner = value(*expression.operands.front());
    return inner && has_sign(inner->type) ? std::optional(negated(*inner)) : std::nullopt;
}

std::optional<Value> Evaluation::arithmetic(const Expression& expression) const
{
    const auto left = value(*expression.operands.front());
    const auto right = value(*expression.operands.back());
    return left && right ? combined(expression.op, *left, *right) : std::nullopt;
}

}   // namespace

Truth evaluate(const Condition& condition, const FactView& facts)
{
    return Evaluation(facts).truth(condition.root());
}

std::optional<Value> calculate(const Condition& expression, FactType target, const FactView& facts)
{
    const Evaluation evaluation(facts);
    if (!expression.root().type) {
        const Truth truth = evaluation.truth(expression.root());
        return truth == Truth::unknown || target != FactType::yesno ? std::nullopt : std::optional(yesno_value(truth == Truth::yes));
    }
    const auto value = evaluation.value(expression.root());
    if (value && value->type == FactType::number && target == FactType::amount) {
        return amount_value(value->number, "");
    }
    return value && value->type == target ? value : std::nullopt;
}

}   // namespace unknot
