// SPDX-License-Identifier: GPL-3.0-or-later
// Three detectors look at how words begin or end, and a processor loses more time at the end of every word than on all of its letters: so one pass
// finds the words for all three.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/word_filters.hpp"

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

// Letters with an umlaut right behind a word's end are of the word: names in German have them.
bool goes_on(std::string_view text, std::size_t end)
{
    return end < text.size() && static_cast<unsigned char>(text[end]) == 0xC3;
}

bool is_ideograph_lead(char c)
{
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9;
}

// Whether two bytes behind go on with a character.
bool are_continued(std::string_view text, std::size_t at)
{
    return at + 2 < text.size() && (text[at + 1] & '\xC0') == '\x80' && (text[at + 2] & '\xC0') == '\x80';
}

void append(Findings& all, Findings& more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

void find_by_words(std::string_view text, Findings& findings)
{
    Findings tokens;
    Findings named;
    std::size_t token_end = 0;
    std::size_t name_end = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_alphanumeric(text[at])) {
            if (may_begin_chinese_name(text, at)) {
                find_named_secret(text, at, named);
            }
            at += is_ideograph_lead(text[at]) && are_continued(text, at) ? 3 : 1;
            continue;
        }
        const std::size_t end = end_of_alphanumerics(text, at);
        if (at >= token_end && may_begin_token(text, at)) {
            token_end = find_token(text, at, tokens);
        }
        if (may_be_encoded_key(text, at, end)) {
            find_encoded_key(text, at, end, findings);
        }
        if (at >= name_end && is_letter(text[at])) {
            const std::size_t letters = end_of_letters(text, at);
            const bool may_be = goes_on(text, letters) || may_be_name(text.substr(at, letters - at));
            name_end = may_be ? find_named_secret(text, at, named) : letters;
        }
        at = goes_on(text, end) ? std::max(end, name_end) : end;
    }
    append(findings, tokens);
    append(findings, named);
}

} // namespace unknot
