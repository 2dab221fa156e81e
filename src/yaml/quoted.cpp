// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/quoted.hpp"

#include "unknot/utf8.hpp"

#include <charconv>

namespace unknot::yaml {

namespace {

// How many hexadecimal digits follow the letter of an escape.
std::size_t digits_of(char letter)
{
    switch (letter) {
    case 'x':
        return 2;
    case 'u':
        return 4;
    case 'U':
        return 8;
    default:
        return 0;
    }
}

bool is_bad_number(std::string_view digits)
{
    unsigned long point = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), point, 16);
    return read.ptr == digits.data() + digits.size() && is_forbidden(point > 0x10FFFF ? U'\xFFFF' : static_cast<char32_t>(point));
}

// `_` is a no-break space to YAML, but yaml-cpp makes half a character of it; N (next line) it treats the same way.
bool is_bad_escape(std::string_view rest)
{
    constexpr std::string_view controls = "0abtvfre\tN_LP";
    if (rest.empty()) {
        return false;
    }
    const std::size_t digits = digits_of(rest.front());
    return digits == 0 ? controls.find(rest.front()) != std::string_view::npos : is_bad_number(rest.substr(1, digits));
}

Quoted inspect_single(std::string_view text, std::size_t offset)
{
    for (std::size_t i = offset + 1; i < text.size(); ++i) {
        if (text[i] != '\'') {
            continue;
        }
        if (text.substr(i + 1, 1) != "'") {
            return {i, std::nullopt};
        }
        ++i;
    }
    return {};
}

Quoted inspect_double(std::string_view text, std::size_t offset)
{
    Quoted quoted;
    for (std::size_t i = offset + 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            quoted.closed = i;
            break;
        }
        if (text[i] == '\\') {
            if (!quoted.bad_escape && is_bad_escape(text.substr(i + 1))) {
                quoted.bad_escape = i;
            }
            ++i;
        }
    }
    return quoted;
}

} // namespace

Quoted inspect_quoted(std::string_view text, std::size_t offset)
{
    return text[offset] == '"' ? inspect_double(text, offset) : inspect_single(text, offset);
}

} // namespace unknot::yaml
