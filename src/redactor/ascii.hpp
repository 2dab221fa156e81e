// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of ASCII characters that do not depend on the locale and take any byte.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace unknot {

// Every detector asks this of nearly every byte, so one look into a table answers it.
constexpr unsigned char ascii_digit = 1;
constexpr unsigned char ascii_letter = 2;

constexpr std::array<unsigned char, 256> make_ascii_classes()
{
    std::array<unsigned char, 256> classes{};
    for (std::size_t c = 0; c < 26; ++c) {
        classes['a' + c] = ascii_letter;
        classes['A' + c] = ascii_letter;
    }
    for (std::size_t c = '0'; c <= '9'; ++c) {
        classes[c] = ascii_digit;
    }
    return classes;
}

inline constexpr std::array<unsigned char, 256> ascii_classes = make_ascii_classes();

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c)
{
    return (ascii_classes[static_cast<unsigned char>(c)] & ascii_letter) != 0;
}

constexpr bool is_alphanumeric(char c)
{
    return ascii_classes[static_cast<unsigned char>(c)] != 0;
}

constexpr char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_hexadecimal(char c)
{
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

constexpr bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The end of the letters and digits that begin at `at`.
constexpr std::size_t end_of_alphanumerics(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_alphanumeric(text[at])) {
        ++at;
    }
    return at;
}

inline std::string lower(std::string_view text)
{
    std::string small(text);
    for (char& c : small) {
        c = to_lower(c);
    }
    return small;
}

inline bool begins_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

} // namespace unknot
