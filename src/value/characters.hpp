// SPDX-License-Identifier: GPL-3.0-or-later
// What a byte is in ASCII, whatever the locale.
#pragma once

#include <string_view>

namespace unknot {

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

constexpr bool is_letter(char c)
{
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}

constexpr bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

constexpr char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char to_upper(char c)
{
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::string_view trimmed_left(std::string_view text)
{
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

constexpr std::string_view trimmed(std::string_view text)
{
    text = trimmed_left(text);
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

}   // namespace unknot
