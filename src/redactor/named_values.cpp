// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/named_values.hpp"

#include "redactor/ascii.hpp"

#include <algorithm>
#include <string>

namespace unknot {

namespace {

constexpr std::string_view verbs = " is ist lautet lautete was war ";
constexpr std::string_view small_words = " code number nummer nr no my mein meine the der die das your ihr ihre dein deine for für fuer to is: ";
constexpr std::string_view opening = "\"'`*_";
constexpr std::string_view sentence_ends = ".,;:?)]}>\"'`*";
constexpr std::size_t longest_value = 256;
constexpr int most_words = 4;
constexpr std::size_t longest_word = 16;

bool is_word_byte(char c)
{
    return is_letter(c) || static_cast<unsigned char>(c) == 0xC3 || (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t end_of_word(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_word_byte(text[at])) {
        ++at;
    }
    return at;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view marks)
{
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) {
        ++at;
    }
    return at;
}

// The verb of Chinese, which needs no spaces.
std::size_t chinese_verb_size(std::string_view text)
{
    return begins_with(text, "是") || begins_with(text, "为") || begins_with(text, "為") ? 3 : 0;
}

bool is_among(std::string_view words, std::string_view word)
{
    return words.find(" " + lower(word) + " ") != std::string_view::npos;
}

} // namespace

NamedPlace place_of_value(std::string_view text, std::size_t at, NamedWording wording)
{
    NamedPlace place{Link::beside, at, false};
    for (int words = 0; words <= most_words; ++words) {
        const std::size_t next = skip(text, place.at, " \t\"'`*_-#>");
        if (next < text.size() && (text[next] == ':' || text[next] == '=')) {
            const std::size_t value = skip(text, next + 1, text[next] == '=' ? "=>" : "=");
            return {text[next] == '=' ? Link::equals : Link::colon, skip(text, value, " \t"), place.explained};
        }
        if (const std::size_t size = chinese_verb_size(text.substr(std::min(next, text.size())))) {
            return {Link::verb, skip(text, next + size, " \t:"), place.explained};
        }
        const std::size_t end = end_of_word(text, next);
        const std::string_view word = text.substr(std::min(next, text.size()), end - std::min(next, text.size()));
        if (is_among(verbs, word)) {
            return {Link::verb, skip(text, end, " \t:"), place.explained};
        }
        const bool another = !word.empty() && word.size() <= longest_word && (wording == NamedWording::with_other_words || is_among(small_words, word));
        if (!another) {
            return {next > at && place.link == Link::beside ? Link::beside : Link::none, skip(text, place.at, " \t"), place.explained};
        }
        place.at = end;
        place.explained = place.explained || !is_among(small_words, word);
    }
    return {};
}

std::size_t end_of_value(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + longest_value);
    if (at < most && opening.find(text[at]) != std::string_view::npos && text[at] != '_') {
        const std::size_t close = text.substr(0, most).find(text[at], at + 1);
        const std::size_t line = text.substr(0, most).find('\n', at + 1);
        if (close != std::string_view::npos && close < line) {
            return close;
        }
    }
    std::size_t end = at;
    while (end < most && !is_blank(text[end]) && std::string_view("\"'`<,;").find(text[end]) == std::string_view::npos) {
        ++end;
    }
    while (end > at && sentence_ends.find(text[end - 1]) != std::string_view::npos && text[end - 1] != '*') {
        --end;
    }
    return end;
}

std::size_t end_of_code(std::string_view text, std::size_t at, std::size_t least, std::size_t most)
{
    std::size_t digits = 0;
    std::size_t end = at;
    bool parted = false;
    while (end < text.size()) {
        const bool next_is_digit = end + 1 < text.size() && is_digit(text[end + 1]);
        if (is_digit(text[end])) {
            ++digits;
        } else if (!parted && digits == 3 && (text[end] == ' ' || text[end] == '-') && next_is_digit) {
            parted = true;
        } else {
            const bool goes_on = is_letter(text[end]) || text[end] == '_' || text[end] == '%'
                                 || ((text[end] == '.' || (text[end] == ',' && digits <= 3)) && next_is_digit);
            const bool fits = !goes_on && digits >= least && digits <= most && (!parted || digits == 6);
            return fits ? end : at;
        }
        ++end;
    }
    return digits >= least && digits <= most && (!parted || digits == 6) ? end : at;
}

} // namespace unknot
