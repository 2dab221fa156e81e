// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/value.hpp"

#include "value/version.hpp"

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

bool is_money(FactType type)
{
    return type == FactType::number || type == FactType::amount;
}

std::partial_ordering compare_numbers(double a, double b)
{
    constexpr double tolerance = 1e-9;
    if (std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b))) {
        return std::partial_ordering::equivalent;
    }
    return a <=> b;
}

// A list is a set: the order of the answer says nothing.
std::partial_ordering compare_lists(std::vector<std::string> a, std::vector<std::string> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a <=> b;
}

bool can_meet(const Value& a, const Value& b)
{
    if (a.masked || b.masked || (a.type != b.type && !(is_money(a.type) && is_money(b.type)))) {
        return false;
    }
    return a.currency.empty() || b.currency.empty() || a.currency == b.currency;
}

}   // namespace

std::partial_ordering compare(const Value& a, const Value& b)
{
    if (!can_meet(a, b)) {
        return std::partial_ordering::unordered;
    }
    switch (a.type) {
    case FactType::number:
    case FactType::amount:
    case FactType::date:
    case FactType::duration:
    case FactType::size: return compare_numbers(a.number, b.number);
    case FactType::version: return compare_versions(a.text, b.text);
    case FactType::list: return compare_lists(a.items, b.items);
    case FactType::choice:
    case FactType::yesno:
    case FactType::text:
    case FactType::email:
    case FactType::url: return a.text <=> b.text;
    }
    return std::partial_ordering::unordered;
}

}   // namespace unknot
