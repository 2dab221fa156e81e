// SPDX-License-Identifier: GPL-3.0-or-later
// Three detectors look at how words begin or end, and a processor loses more time at the end of every word than on all of its letters: so one pass
// finds the words for all three.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

constexpr unsigned char first_ideograph_lead = 0xE5;

// Letters with an umlaut right behind a word's end are of the word: names in German have them.
bool goes_on(std::string_view text, std::size_t end)
{
    return end < text.size() && static_cast<unsigned char>(text[end]) == 0xC3;
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
            if (static_cast<unsigned char>(text[at]) >= first_ideograph_lead) {
                find_named_secret(text, at, named);
            }
            ++at;
            continue;
        }
        const std::size_t end = end_of_alphanumerics(text, at);
        if (at >= token_end) {
            token_end = find_token(text, at, tokens);
        }
        find_encoded_key(text, at, end, findings);
        if (at >= name_end && is_letter(text[at])) {
            name_end = find_named_secret(text, at, named);
        }
        at = goes_on(text, end) ? std::max(end, name_end) : end;
    }
    append(findings, tokens);
    append(findings, named);
}

} // namespace unknot
