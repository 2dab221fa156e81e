// SPDX-License-Identifier: GPL-3.0-or-later
// A condition that compares an ordered fact with constants only is constant between two neighbouring ones. So the constants, one
// value between each two, one below and one above are all that needs trying. Choices are tried one by one, lists in all their
// combinations as long as these are few. Free texts can't be listed.
//
// An amount has a currency, and two of them don't compare: besides the one that the conditions name, an amount without a currency
// and one in a currency that nobody names are tried. Conditions with two currencies are given up.
#include "analysis/candidates.hpp"

#include "unknot/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr std::size_t most_options_of_a_list = 10;

std::vector<Value> constants_of(const std::string& fact, const std::vector<Branch>& branches)
{
    std::vector<Value> constants;
    for (const auto& branch : branches) {
        const auto some = branch.when ? branch.when->constants(fact) : std::vector<Value>();
        constants.insert(constants.end(), some.begin(), some.end());
    }
    return constants;
}

Value value_of(FactType type, double number, const std::string& currency)
{
    switch (type) {
    case FactType::amount: return amount_value(number, currency);
    case FactType::date: return date_value(static_cast<long>(number));
    case FactType::duration: return duration_value(number);
    case FactType::size: return size_value(number);
    default: return number_value(number);
    }
}

bool is_whole(double number)
{
    return std::floor(number) == number;
}

// Some value between two constants; a whole one where there is one.
Candidate between(FactType type, double low, double high, const std::string& currency)
{
    const double whole = std::floor(low) + 1;
    const bool has_whole = whole < high;
    const double middle = has_whole ? std::floor((low + high) / 2) : (low + high) / 2;
    const double number = has_whole && middle <= low ? whole : middle;
    const bool counts = type != FactType::amount && is_whole(low) && is_whole(high) && !has_whole;
    return {std::string(some_value), value_of(type, number, currency), counts ? Spot::aside : Spot::interval};
}

std::vector<Candidate> along(FactType type, std::vector<double> numbers, const std::string& currency)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<Candidate> list;
    const bool goes_below = type != FactType::size || numbers.front() > 0;
    if (goes_below) {
        const double below = type == FactType::size ? numbers.front() / 2 : numbers.front() - 1;
        list.push_back({std::string(some_value), value_of(type, below, currency), Spot::interval});
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        list.push_back({std::string(some_value), value_of(type, numbers[i], currency), Spot::constant});
        const bool last = i + 1 == numbers.size();
        const bool next_day = !last && type == FactType::date && numbers[i + 1] - numbers[i] <= 1;
        if (last) {
            list.push_back({std::string(some_value), value_of(type, numbers[i] + 1, currency), Spot::interval});
        } else if (!next_day) {
            list.push_back(between(type, numbers[i], numbers[i + 1], currency));
        }
    }
    return list;
}

// Dates have no year 0 and none after 9999, doubles no half beyond 2⁵²: constants near those bounds are given up.
bool within_reach(FactType type, const std::vector<double>& numbers)
{
    const double limit = type == FactType::date ? 700'000 : 1e15;
    return std::all_of(numbers.begin(), numbers.end(), [&](double number) { return std::fabs(number) < limit; });
}

std::optional<std::vector<Candidate>> numbers(FactType type, const std::vector<Value>& constants)
{
    std::vector<double> found;
    std::string currency;
    for (const auto& constant : constants) {
        if (!constant.currency.empty() && !currency.empty() && constant.currency != currency) {
            return std::nullopt;
        }
        currency = constant.currency.empty() ? currency : constant.currency;
        found.push_back(constant.number);
    }
    if (found.empty()) {
        found.push_back(0);
    }
    if (!within_reach(type, found)) {
        return std::nullopt;
    }
    auto list = along(type, found, currency);
    if (type == FactType::amount) {
        // No currency, and one that no pack writes: XTS is ISO 4217's code for tests.
        for (const std::string other : {"", "XTS"}) {
            for (auto& candidate : along(type, found, other)) {
                candidate.spot = Spot::aside;
                list.push_back(std::move(candidate));
            }
        }
    }
    return list;
}

std::optional<Value> version_between(const Value& low, const Value& high)
{
    for (const auto& text : {low.text + ".0.1", low.text + ".1", high.text + "-0"}) {
        const auto value = read_value(FactType::version, text);
        if (value && compare(low, *value) < 0 && compare(*value, high) < 0) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<Candidate>> versions(std::vector<Value> constants)
{
    std::sort(constants.begin(), constants.end(), [](const Value& a, const Value& b) { return compare(a, b) < 0; });
    std::vector<Candidate> list;
    const auto add = [&list](std::optional<Value> value, Spot spot) {
        if (value) {
            list.push_back({std::string(some_value), std::move(value), spot});
        }
    };
    add(read_value(FactType::version, "0.0.0-0"), Spot::interval);
    for (std::size_t i = 0; i < constants.size(); ++i) {
        add(constants[i], Spot::constant);
        if (i + 1 < constants.size() && compare(constants[i], constants[i + 1]) < 0) {
            const auto middle = version_between(constants[i], constants[i + 1]);
            if (!middle) {
                return std::nullopt;
            }
            add(middle, Spot::interval);
        }
    }
    add(read_value(FactType::version, "999999999.0.0"), Spot::interval);
    return list;
}

Value word_value(FactType type, std::string text)
{
    Value value;
    value.type = type;
    value.text = std::move(text);
    return value;
}

std::vector<Candidate> words(const Fact& fact, const std::vector<Value>& constants)
{
    Possible possible = anything(fact);
    possible.erase(std::string(not_known));
    std::vector<Candidate> list;
    for (const auto& word : possible) {
        list.push_back({word, word_value(fact.type, word), Spot::constant});
    }
    // An option of another tree that a condition here speaks of.
    for (const auto& constant : constants) {
        if (possible.insert(constant.text).second) {
            list.push_back({std::string(other_value), word_value(fact.type, constant.text), Spot::constant});
        }
    }
    return list;
}

// Every combination of a list's options, and each together with an option of another tree.
std::optional<std::vector<Candidate>> lists(const Fact& fact, const std::vector<Value>& constants)
{
    std::set<std::string> options(fact.values.begin(), fact.values.end());
    for (const auto& constant : constants) {
        if (constant.type == FactType::choice) {
            options.insert(constant.text);
        }
    }
    options.emplace(other_value);
    if (options.size() > most_options_of_a_list + 1) {
        return std::nullopt;
    }
    std::vector<Candidate> list;
    for (unsigned chosen = 0; chosen < 1U << options.size(); ++chosen) {
        Value value = word_value(FactType::list, {});
        unsigned bit = 1;
        for (const auto& option : options) {
            if ((chosen & bit) != 0) {
                value.items.push_back(option);
            }
            bit <<= 1U;
        }
        value.text = fmt::format("{}", fmt::join(value.items, ","));
        list.push_back({std::string(some_value), std::move(value), Spot::constant});
    }
    return list;
}

std::optional<std::vector<Candidate>> known_candidates(const Fact& fact, const std::vector<Value>& constants)
{
    if (is_finite(fact)) {
        return words(fact, constants);
    }
    switch (fact.type) {
    case FactType::list: return lists(fact, constants);
    case FactType::version: return versions(constants);
    case FactType::text:
    case FactType::email:
    case FactType::url: return std::nullopt;
    default: return numbers(fact.type, constants);
    }
}

} // namespace

std::optional<std::vector<Candidate>> candidates(const Tree& tree, const std::string& fact, const std::vector<Branch>& branches)
{
    const auto declared = tree.facts.find(fact);
    if (declared == tree.facts.end()) {
        return std::nullopt;
    }
    auto known = known_candidates(declared->second, constants_of(fact, branches));
    if (known) {
        known->insert(known->begin(), Candidate{std::string(not_known), std::nullopt, Spot::constant});
    }
    return known;
}

} // namespace unknot
