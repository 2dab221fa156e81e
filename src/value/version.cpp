// SPDX-License-Identifier: GPL-3.0-or-later
// Semver's precedence, section 11: the numbers from left to right, a missing one being zero; then a version with a pre-release
// comes before the same without; pre-releases identifier by identifier, numbers before words and by size, words by code, and
// the longer list wins when all before are equal. What follows '+' says nothing.
//
// Numbers are compared as digits without leading zeros, the longer one being larger, so that no length of them overflows.
#include "value/version.hpp"

#include "value/characters.hpp"

#include <algorithm>
#include <cstddef>

namespace unknot {

namespace {

struct Parts {
    std::string_view numbers;
    std::string_view pre_release;
    std::string_view build;
};

std::string_view rest_from(std::string_view text, std::size_t position)
{
    return position == std::string_view::npos ? std::string_view() : text.substr(position + 1);
}

Parts split(std::string_view text)
{
    if (text.starts_with('v') || text.starts_with('V')) {
        text.remove_prefix(1);
    }
    const std::size_t plus = text.find('+');
    const std::string_view main = text.substr(0, plus);
    const std::size_t dash = main.find('-');
    return {main.substr(0, dash), rest_from(main, dash), rest_from(text, plus)};
}

// Takes the text before the next '.' off.
std::string_view take_identifier(std::string_view& text)
{
    const std::size_t dot = text.find('.');
    const std::string_view identifier = text.substr(0, dot);
    text = rest_from(text, dot);
    return identifier;
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_identifier(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c) || c == '-'; });
}

template <typename Test>
bool each_identifier(std::string_view text, Test test)
{
    if (text.ends_with('.')) {
        return false;
    }
    do {
        if (!test(take_identifier(text))) {
            return false;
        }
    } while (!text.empty());
    return true;
}

std::weak_ordering compare_numbers(std::string_view a, std::string_view b)
{
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
}

std::weak_ordering compare_identifiers(std::string_view a, std::string_view b)
{
    if (all_digits(a) != all_digits(b)) {
        return all_digits(a) ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    return all_digits(a) ? compare_numbers(a, b) : a.compare(b) <=> 0;
}

std::weak_ordering compare_pre_releases(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) {
        return a.empty() <=> b.empty();
    }
    while (!a.empty() && !b.empty()) {
        if (const auto order = compare_identifiers(take_identifier(a), take_identifier(b)); order != 0) {
            return order;
        }
    }
    return b.empty() <=> a.empty();
}

}   // namespace

bool is_version(std::string_view text)
{
    const Parts parts = split(text);
    const bool pre_release_said = text.substr(0, text.find('+')).find('-') != std::string_view::npos;
    const bool build_said = text.find('+') != std::string_view::npos;
    return each_identifier(parts.numbers, all_digits) && (!pre_release_said || each_identifier(parts.pre_release, is_identifier))
           && (!build_said || each_identifier(parts.build, is_identifier));
}

std::weak_ordering compare_versions(std::string_view a, std::string_view b)
{
    const Parts left = split(a);
    const Parts right = split(b);
    std::string_view numbers = left.numbers;
    std::string_view others = right.numbers;
    while (!numbers.empty() || !others.empty()) {
        if (const auto order = compare_numbers(take_identifier(numbers), take_identifier(others)); order != 0) {
            return order;
        }
    }
    return compare_pre_releases(left.pre_release, right.pre_release);
}

}   // namespace unknot
