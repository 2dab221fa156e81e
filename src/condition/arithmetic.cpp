// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

namespace unknot {

namespace {

struct Rule {
    Operator op;
    FactType left;
    FactType right;
    FactType result;
};

using enum FactType;

constexpr Rule rules[] = {
    {Operator::add, number, number, number},
    {Operator::add, amount, amount, amount},
    {Operator::add, amount, number, amount},
    {Operator::add, number, amount, amount},
    {Operator::add, duration, duration, duration},
    {Operator::add, size, size, size},
    {Operator::add, date, duration, date},
    {Operator::add, duration, date, date},
    {Operator::subtract, number, number, number},
    {Operator::subtract, amount, amount, amount},
    {Operator::subtract, amount, number, amount},
    {Operator::subtract, number, amount, amount},
    {Operator::subtract, duration, duration, duration},
    {Operator::subtract, size, size, size},
    {Operator::subtract, date, duration, date},
    {Operator::subtract, date, date, duration},
    {Operator::multiply, number, number, number},
    {Operator::multiply, amount, number, amount},
    {Operator::multiply, number, amount, amount},
    {Operator::multiply, duration, number, duration},
    {Operator::multiply, number, duration, duration},
    {Operator::multiply, size, number, size},
    {Operator::multiply, number, size, size},
    {Operator::divide, number, number, number},
    {Operator::divide, amount, number, amount},
    {Operator::divide, duration, number, duration},
    {Operator::divide, size, number, size},
};

constexpr double seconds_of_a_day = 86400;

// Dates in seconds, so that they meet durations.
double measure(const Value& value)
{
    return value.type == date ? value.number * seconds_of_a_day : value.number;
}

std::optional<double> computed(Operator op, double left, double right)
{
    switch (op) {
    case Operator::add: return left + right;
    case Operator::subtract: return left - right;
    case Operator::multiply: return left * right;
    case Operator::divide: return right == 0 ? std::nullopt : std::optional(left / right);
    default: return std::nullopt;
    }
}

// A day begins at midnight: half a day less is the day before.
std::optional<Value> date_at(double seconds)
{
    constexpr double first = -719162;
    constexpr double last = 2932896;
    const double days = std::floor(seconds / seconds_of_a_day);
    return days >= first && days <= last ? std::optional(date_value(static_cast<long>(days))) : std::nullopt;
}

std::optional<Value> made(FactType type, double measured, const std::string& currency)
{
    switch (type) {
    case number: return number_value(measured);
    case amount: return amount_value(measured, currency);
    case duration: return duration_value(measured);
    case size: return size_value(measured);
    case date: return date_at(measured);
    default: return std::nullopt;
    }
}

}   // namespace

std::optional<FactType> result_type(Operator op, FactType left, FactType right)
{
    const auto* const rule = std::find_if(
        std::begin(rules), std::end(rules), [=](const Rule& known) { return known.op == op && known.left == left && known.right == right; });
    return rule == std::end(rules) ? std::nullopt : std::optional(rule->result);
}

std::optional<Value> combined(Operator op, const Value& left, const Value& right)
{
    const auto type = result_type(op, left.type, right.type);
    const bool two_currencies = !left.currency.empty() && !right.currency.empty() && left.currency != right.currency;
    const auto number = type && !two_currencies ? computed(op, measure(left), measure(right)) : std::nullopt;
    if (!number || !std::isfinite(*number)) {
        return std::nullopt;
    }
    return made(*type, *number, left.currency.empty() ? right.currency : left.currency);
}

bool has_sign(FactType type)
{
    return type == number || type == amount || type == duration || type == size;
}

Value negated(const Value& value)
{
    return made(value.type, -value.number, value.currency).value_or(value);
}

}   // namespace unknot
