// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/utf8.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace unknot;

TEST_CASE("every code point survives encode and decode")
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF) {
            continue;
        }
        std::string text;
        encode(point, text);
        const Decoded decoded = decode_at(text, 0);
        REQUIRE(decoded.valid);
        REQUIRE(decoded.point == point);
        REQUIRE(decoded.length == text.size());
    }
}

TEST_CASE("the lengths change where RFC 3629 says")
{
    const std::vector<std::pair<char32_t, std::string>> table = {
        {0x7F, "\x7F"},         {0x80, "\xC2\x80"},         {0x7FF, "\xDF\xBF"},           {0x800, "\xE0\xA0\x80"},
        {0xFFFD, "\xEF\xBF\xBD"}, {0x10000, "\xF0\x90\x80\x80"}, {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    };
    for (const auto& [point, bytes] : table) {
        std::string text;
        encode(point, text);
        CHECK(text == bytes);
    }
}

TEST_CASE("what is no code point is encoded as the replacement")
{
    for (const char32_t point : {U'\xD800', U'\xDFFF', static_cast<char32_t>(0x110000), static_cast<char32_t>(0xFFFFFFFF)}) {
        std::string text;
        encode(point, text);
        CHECK(text == "\xEF\xBF\xBD");
    }
}

TEST_CASE("invalid sequences are refused and end before the byte that breaks them")
{
    struct Case {
        std::string text;
        std::size_t length;
    };
    const std::vector<Case> table = {
        {"\x80", 1},             // a continuation alone
        {"\xC0\x9B", 1},         // overlong ESC
        {"\xC1\xBF", 1},         // overlong
        {"\xE0\x9F\xBF", 1},     // overlong
        {"\xF0\x8F\xBF\xBF", 1}, // overlong
        {"\xED\xA0\x80", 1},     // surrogate
        {"\xF4\x90\x80\x80", 1}, // above U+10FFFF
        {"\xF5\x80\x80\x80", 1}, // no such lead
        {"\xFE", 1},             // half of a UTF-16 mark
        {"\xFF", 1},
        {"\xC3", 1},             // cut off at the end
        {"\xE2\x82", 2},
        {"\xF0\x9F\x98", 3},
        {"\xC3\"", 1},           // the quote after it is not swallowed
        {"\xE2\x82\n", 2},
        {"\xF0\x9F\x98 ", 3},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        const Decoded decoded = decode_at(row.text, 0);
        CHECK_FALSE(decoded.valid);
        CHECK(decoded.point == 0xFFFD);
        CHECK(decoded.length == row.length);
        CHECK(first_invalid("ä" + row.text) == 2);
    }
}

TEST_CASE("the end is told apart")
{
    CHECK(decode_at("", 0).length == 0);
    CHECK(decode_at("a", 1).length == 0);
    CHECK(decode_at("a", 7).length == 0);
    CHECK_FALSE(decode_at("a", 1).valid);
}

TEST_CASE("no bytes make the decoder stand still")
{
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text = {static_cast<char>(first), static_cast<char>(second), 'x'};
            std::size_t offset = 0;
            while (offset < text.size()) {
                const std::size_t length = decode_at(text, offset).length;
                REQUIRE(length >= 1);
                offset += length;
            }
            REQUIRE(offset == text.size());
        }
    }
}

TEST_CASE("code points are counted and not bytes")
{
    CHECK(count_points("") == 0);
    CHECK(count_points("abc") == 3);
    CHECK(count_points("Grüße") == 5);
    CHECK(count_points("钱包 😀") == 4);
    CHECK(count_points("a\xE2\x82z") == 3);
}

TEST_CASE("valid text has no invalid byte")
{
    CHECK_FALSE(first_invalid(""));
    CHECK_FALSE(first_invalid("Grüße, 钱包 😀\n"));
    CHECK(first_invalid("abc\xFF") == 3);
}

TEST_CASE("forbidden characters with both neighbours of each range")
{
    const std::vector<char32_t> forbidden = {
        0x00,   0x01,   0x08,   0x09,   0x0B,   0x0C,   0x0D,   0x1B,   0x1F,    0x7F,    0x80,    0x85,    0x9B,    0x9F,    0x61C,
        0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,  0x2060,  0x2066,  0x2069,  0xD800,  0xDFFF,  0xFDD0,
        0xFDEF, 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0000, 0xE0001, 0xE007F, 0x10FFFE, 0x10FFFF, 0x110000,
    };
    const std::vector<char32_t> allowed = {
        0x0A,   0x20,   0x7E,   0xA0,   0xAD,   0x61B,  0x61D,   0x200A,  0x2010,  0x2027,  0x202F,   0x205F,
        0x206A, 0xD7FF, 0xE000, 0xFDCF, 0xFDF0, 0xFEFE, 0xFF00,  0xFFF8,  0xFFFC,  0xFFFD,  0x10000,  0x1F600, 0xDFFFD, 0xE0080, 0x10FFFD,
    };
    for (const char32_t point : forbidden) {
        CAPTURE(point_name(point));
        CHECK(is_forbidden(point));
    }
    for (const char32_t point : allowed) {
        CAPTURE(point_name(point));
        CHECK_FALSE(is_forbidden(point));
    }
}

TEST_CASE("the first forbidden character of a text")
{
    CHECK_FALSE(first_forbidden("Grüße\n钱包"));
    CHECK(first_forbidden("Grü\u202Eße\u200B") == 4);
    CHECK(first_forbidden("a\x1B[31m") == 1);
    CHECK(first_forbidden("\xFF\x07") == 1);
}

TEST_CASE("an ideograph is told from all else by its bytes")
{
    CHECK(ideograph_at("a钱", 1) == U'钱');
    CHECK(ideograph_at("\u4E00", 0) == first_ideograph);
    CHECK(ideograph_at("\u9FFF", 0) == last_ideograph);
    for (const char* other : {"", "a", "\u4DFF", "\uA000", "é", "\xE9\x92", "\xE9\x92!", "\xE9!\xB1"}) {
        CAPTURE(std::string(other));
        CHECK(ideograph_at(other, 0) == 0);
    }
    CHECK(ideograph_at("钱", 3) == 0);
}

TEST_CASE("what is plainly allowed ends before the first character that needs a look")
{
    CHECK(plain_length("") == 0);
    CHECK(plain_length("Err:522 ~") == 9);
    CHECK(plain_length("钱包 こ。") == 13);
    CHECK(plain_length("a\n") == 1);
    CHECK(plain_length("\x7F") == 0);
    CHECK(plain_length("aü") == 1);
    CHECK(plain_length("a\u2028") == 1);
    CHECK(plain_length("钱\xE9\x92") == 3); // cut off
    CHECK(plain_length("\xE9\x92!") == 0);
    CHECK(plain_length("\xED\xA0\x80") == 0); // a surrogate
    for (char32_t point = 0; point < 0x11000; ++point) {
        std::string text;
        encode(point, text);
        CAPTURE(point);
        CHECK((plain_length(text) == 0 || (plain_length(text) == text.size() && !is_forbidden(point))));
    }
}

TEST_CASE("long texts are shortened between code points")
{
    CHECK(shortened("", 3) == "");
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("abcd", 3) == "abc…");
    CHECK(shortened("钱包钱包", 2) == "钱包…");
    CHECK(shortened("ab\ncd", 9) == "ab…");
    CHECK(shortened("ab\r\ncd", 9) == "ab…");
}

TEST_CASE("characters are named by their number")
{
    CHECK(point_name(0x1B) == "U+001B");
    CHECK(point_name(0x202E) == "U+202E");
    CHECK(point_name(0xE0001) == "U+E0001");
}
