// SPDX-License-Identifier: GPL-3.0-or-later
// Nearly all words of a page are ASCII and Latin-1, and libunistring costs a microsecond a word: those letters are folded by hand, everything else goes
// the long way.
#include "unknot/search_form.hpp"

#include "unknot/display.hpp"

#include <optional>
#include <utility>

namespace unknot {

namespace {

// The letters U+00C0 to U+00FF in search form; a dot for what is none, or goes the long way.
constexpr std::string_view latin_1_forms = "aaaaaa.ceeeeiiii.nooooo..uuuuy.saaaaaa.ceeeeiiii.nooooo..uuuuy.y";
constexpr char sharp_s = '\x9F';

constexpr char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// Text of ASCII and those letters in search form; nothing where anything else is in it. German words have an umlaut in every tenth.
std::optional<std::string> latin_form(std::string_view text)
{
    std::string form(text);
    std::size_t at = 0;
    for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
        form[at] = lower(text[at]);
    }
    form.resize(at);
    for (; at < text.size(); ++at) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x80) {
            form += lower(byte);
            continue;
        }
        const char second = byte == '\xC3' && at + 1 < text.size() ? text[++at] : '\0';
        const auto letter = static_cast<std::size_t>(static_cast<unsigned char>(second)) - 0x80;
        if (letter >= latin_1_forms.size() || latin_1_forms[letter] == '.') {
            return std::nullopt;
        }
        form.append(second == sharp_s ? 2 : 1, latin_1_forms[letter]);
    }
    return form;
}

} // namespace

std::string search_form(std::string_view text)
{
    if (is_plain_han(text)) {
        return std::string(text);
    }
    std::optional<std::string> form = latin_form(text);
    return form ? std::move(*form) : without_accents(fold_case(to_nfkc(text)));
}

std::string without_digraphs(std::string_view word)
{
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        out += word[i];
        const bool vowel = word[i] == 'a' || word[i] == 'o' || word[i] == 'u';
        const bool after_q = word[i] == 'u' && i > 0 && word[i - 1] == 'q';
        if (vowel && !after_q && i + 1 < word.size() && word[i + 1] == 'e') {
            ++i;
        }
    }
    return out;
}

} // namespace unknot
