// SPDX-License-Identifier: GPL-3.0-or-later
// How words are compared: NFKC, without case, without accents on Latin letters. Documents and queries go through it alike.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// One text in search form.
std::string search_form(std::string_view text);

// Another spelling of a word in search form, where somebody may have written `ae`, `oe`, `ue` for an umlaut: `lautstaerke` gives
// `lautstarke`. The word itself when there is none.
std::string without_digraphs(std::string_view word);

// Most of Chinese: one character of three bytes, which is its own search form.
constexpr bool is_plain_han(std::string_view text)
{
    return text.size() == 3 && text[0] >= '\xE4' && text[0] <= '\xE9';
}

} // namespace unknot
