// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of ASCII characters that do not depend on the locale and take any byte.
#pragma once

namespace unknot {

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_alphanumeric(char c)
{
    return is_digit(c) || is_letter(c);
}

constexpr char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace unknot
