// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/entities.hpp"

#include "inline_word.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace unknot {

namespace {

struct Named {
    InlineWord<6> name;
    InlineWord<3> text;
};

// The names that people write by hand; HTML has two thousand more.
constexpr Named names[] = {
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00A0"},
    {"copy", "©"},
    {"reg", "®"},
    {"trade", "™"},
    {"hellip", "…"},
    {"ndash", "–"},
    {"mdash", "—"},
    {"lsquo", "‘"},
    {"rsquo", "’"},
    {"ldquo", "“"},
    {"rdquo", "”"},
    {"sbquo", "‚"},
    {"bdquo", "„"},
    {"laquo", "«"},
    {"raquo", "»"},
    {"bull", "•"},
    {"middot", "·"},
    {"times", "×"},
    {"divide", "÷"},
    {"plusmn", "±"},
    {"deg", "°"},
    {"para", "¶"},
    {"sect", "§"},
    {"euro", "€"},
    {"pound", "£"},
    {"yen", "¥"},
    {"cent", "¢"},
    {"larr", "←"},
    {"rarr", "→"},
    {"uarr", "↑"},
    {"darr", "↓"},
    {"le", "≤"},
    {"ge", "≥"},
    {"ne", "≠"},
    {"frac12", "½"},
    {"frac14", "¼"},
    {"auml", "ä"},
    {"ouml", "ö"},
    {"uuml", "ü"},
    {"Auml", "Ä"},
    {"Ouml", "Ö"},
    {"Uuml", "Ü"},
    {"szlig", "ß"},
    {"eacute", "é"},
    {"egrave", "è"},
    {"agrave", "à"},
    {"aacute", "á"},
    {"ccedil", "ç"},
    {"ntilde", "ñ"},
    {"check", "✓"},
};

std::string numbered(std::string_view digits, int base)
{
    unsigned long point = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), point, base);
    const bool good = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && point != 0 && point <= 0x10FFFF;
    std::string text;
    encode(good ? static_cast<char32_t>(point) : U'\uFFFD', text);
    return text;
}

} // namespace

std::string decoded_entity(std::string_view entity)
{
    if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') {
        return std::string(entity);
    }
    const std::string_view name = entity.substr(1, entity.size() - 2);
    if (name.starts_with("#x") || name.starts_with("#X")) {
        return numbered(name.substr(2), 16);
    }
    if (name.front() == '#') {
        return numbered(name.substr(1), 10);
    }
    const auto* found = std::find_if(std::begin(names), std::end(names), [name](const Named& named) { return named.name == name; });
    return std::string(found == std::end(names) ? entity : std::string_view(found->text));
}

} // namespace unknot
