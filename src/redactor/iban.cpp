// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/iban.hpp"

#include "redactor/ascii.hpp"

#include <algorithm>
#include <string>

namespace unknot {

namespace {

constexpr std::size_t shortest = 15;
constexpr std::size_t longest = 34;
constexpr std::size_t longest_spaced = longest + longest / 4;

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool begins_iban(std::string_view text, std::size_t at)
{
    return text.size() - at >= shortest && is_capital(text[at]) && is_capital(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
           (at == 0 || !is_alphanumeric(text[at - 1]));
}

// The remainder by 97 of an IBAN without spaces: country and check digits go to the end, letters count from 10.
unsigned remainder(std::string_view iban)
{
    unsigned value = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        value = is_digit(c) ? value * 10 + static_cast<unsigned>(c - '0') : value * 100 + static_cast<unsigned>(to_lower(c) - 'a' + 10);
        value %= 97;
    }
    return value;
}

// Whether some IBAN that begins at `at` reaches to `end` or beyond and stops where a group of characters stops.
bool covers(std::string_view text, std::size_t at, std::size_t end)
{
    std::string compact;
    for (std::size_t i = at; i < text.size() && compact.size() <= longest; ++i) {
        if (text[i] == ' ' && i > at && text[i - 1] != ' ') {
            continue;
        }
        if (!is_alphanumeric(text[i])) {
            break;
        }
        compact.push_back(text[i]);
        const bool group_ends = i + 1 == text.size() || !is_alphanumeric(text[i + 1]);
        if (group_ends && i + 1 >= end && compact.size() >= shortest && compact.size() <= longest && remainder(compact) == 1) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_inside_iban(std::string_view text, std::size_t start, std::size_t end)
{
    const std::size_t earliest = start - std::min(start, longest_spaced);
    for (std::size_t at = earliest; at < start; ++at) {
        if (begins_iban(text, at) && covers(text, at, end)) {
            return true;
        }
    }
    return false;
}

} // namespace unknot
