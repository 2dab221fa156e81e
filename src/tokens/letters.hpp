// SPDX-License-Identifier: GPL-3.0-or-later
// What a character is in a word. Most are told without a look into Unicode's tables.
#pragma once

#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace unknot {

constexpr bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr std::array<bool, 256> make_alphanumeric()
{
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x80; ++byte) {
        const char c = static_cast<char>(byte);
        table[byte] = is_ascii_letter(c) || (c >= '0' && c <= '9');
    }
    return table;
}

constexpr std::array<bool, 256> alphanumeric = make_alphanumeric(); // asked of every byte of a page

inline bool is_ascii_alphanumeric(char byte)
{
    return alphanumeric[static_cast<unsigned char>(byte)];
}

inline PointClass class_of(char32_t point)
{
    if (point >= first_ideograph && point <= last_ideograph) {
        return PointClass::han; // most of Chinese, without a look into the tables
    }
    if ((point >= 0x3001 && point <= 0x3004) || (point >= 0xFF01 && point <= 0xFF0F) || (point >= 0x2010 && point <= 0x203A)) {
        return PointClass::other; // its punctuation
    }
    if (point < 0x80) {
        const char byte = static_cast<char>(point);
        if (is_ascii_letter(byte)) {
            return PointClass::letter;
        }
        return byte >= '0' && byte <= '9' ? PointClass::digit : PointClass::other;
    }
    return point_class(point);
}

// What stands between Chinese words, of three bytes as they are: from `、` to `〄`, from `〈` to `】`, from `！` to `／` and from `：` to `？`.
inline bool is_chinese_punctuation(std::string_view text, std::size_t offset)
{
    if (offset + 2 >= text.size()) {
        return false;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[offset + i])); };
    const unsigned two = byte(0) << 8U | byte(1);
    const unsigned last = byte(2);
    return (two == 0xE380 && ((last >= 0x81 && last <= 0x84) || (last >= 0x88 && last <= 0x91)))
           || (two == 0xEFBC && ((last >= 0x81 && last <= 0x8F) || (last >= 0x9A && last <= 0x9F)));
}

inline bool in_word(PointClass kind)
{
    return kind == PointClass::letter || kind == PointClass::digit || kind == PointClass::mark;
}

// What may join two words into a code, as its ASCII twin; 0 for everything else.
inline char joiner(char32_t point)
{
    constexpr std::array<std::pair<char32_t, char>, 15> twins = {{{U'.', '.'}, {U'．', '.'}, {U':', ':'}, {U'：', ':'}, {U'-', '-'}, {U'\u2010', '-'},
        {U'\u2011', '-'}, {U'－', '-'}, {U'_', '_'}, {U'＿', '_'}, {U'@', '@'}, {U'＠', '@'}, {U'/', '/'}, {U'&', '&'}, {U'+', '+'}}};
    for (const auto& [from, to] : twins) {
        if (from == point) {
            return to;
        }
    }
    return 0;
}

inline bool is_apostrophe(char32_t point)
{
    return point == U'\'' || point == U'’';
}

} // namespace unknot
