// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/ascii.hpp"
#include "redactor/phrase_words.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t widest_gap = 96;
constexpr Marks ascii_separators(" \t\r\n\v\f,;|\"'`*#>[]()-+/");

// How many bytes of a separator stand at the start, 0 for none. Beyond ASCII: middle dots, all of general punctuation (typographic spaces, quotes,
// dashes, bullets) and ideographic commas; and what a URL writes for a separator.
std::size_t separator_size(std::string_view text)
{
    if (ascii_separators.has(text.front())) {
        return 1;
    }
    if (text.front() == '%' && text.size() >= 3 && is_hexadecimal(text[1]) && is_hexadecimal(text[2])) {
        return 3;
    }
    const std::string_view two = text.substr(0, 2);
    if (two == "\xC2\xB7") {
        return 2;
    }
    const bool punctuation = text.size() >= 3 && (two == "\xE2\x80" || two == "\xE2\x81" || text.substr(0, 3) == "\xE3\x80\x81");
    return punctuation ? 3 : 0;
}

// The size of a list number at the start, such as `1.`, `02)`, `3:` or `4`; 0 for any other.
std::size_t numbering_size(std::string_view text)
{
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) {
        ++digits;
    }
    if (digits == 0 || digits > 2) {
        return 0;
    }
    const bool mark = digits < text.size() && (text[digits] == '.' || text[digits] == ')' || text[digits] == ':');
    return mark ? digits + 1 : digits;
}

bool is_first_number(std::string_view numbering)
{
    const std::size_t one = numbering.find('1');
    return one != std::string_view::npos && numbering.substr(0, one).find_first_not_of('0') == std::string_view::npos
           && (one + 1 == numbering.size() || !is_digit(numbering[one + 1]));
}

std::uint8_t edge_of(char mark)
{
    return mark == '\n' ? line_edge : mark == '\'' || mark == '"' || mark == '`' ? quote_edge : std::uint8_t{0};
}

} // namespace

// At most one number may stand there.
std::optional<std::uint8_t> edge_of_gap(std::string_view gap)
{
    if (gap.size() > widest_gap) {
        return std::nullopt;
    }
    std::uint8_t edge = 0;
    bool numbered = false;
    while (!gap.empty()) {
        std::size_t size = separator_size(gap);
        if (size == 0) {
            size = numbered ? 0 : numbering_size(gap);
            numbered = true;
            edge = is_first_number(gap.substr(0, size)) ? run_edge : edge;
        } else {
            edge = std::max(edge, edge_of(gap.front()));
        }
        if (size == 0) {
            return std::nullopt;
        }
        gap.remove_prefix(size);
    }
    return edge;
}

} // namespace unknot
