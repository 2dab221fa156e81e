// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <string>
#include <vector>

using namespace unknot;

using Lines = std::vector<std::string>;

TEST_CASE("nothing that steers a terminal survives")
{
    struct Row {
        std::string from;
        std::string to;
    };
    const std::vector<Row> table = {
        {"plain text", "plain text"},
        {"two\nlines", "two\nlines"},
        {"a\tb\r\n", "a b\n"},
        {"\x1B[31mred\x1B[0m", "[31mred[0m"},
        {"bell\x07 del\x7F", "bell del"},
        {"c1 \xC2\x9B"
         "31m",
            "c1 31m"},
        {"exe.\u202Egpj", "exe.gpj"},
        {"zero\u200Bwidth\uFEFF", "zerowidth"},
        {"bad \xFF\xC0\x9B end", "bad \uFFFD\uFFFD\uFFFD end"},
        {"cut \xE2\x82", "cut \uFFFD"},
        {std::string("nul\0here", 8), "nulhere"},
        {"Grüße, 钱包", "Grüße, 钱包"},
    };
    for (const Row& row : table) {
        CAPTURE(row.from);
        CHECK(sanitised(row.from) == row.to);
        CHECK(sanitised(sanitised(row.from)) == row.to);
    }
}

TEST_CASE("every sanitised byte pair is valid and harmless")
{
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string clean = sanitised(std::string{static_cast<char>(first), static_cast<char>(second), 'm'});
            REQUIRE_FALSE(first_invalid(clean).has_value());
            REQUIRE_FALSE(first_forbidden(clean).has_value());
        }
    }
}

TEST_CASE("columns of a text")
{
    CHECK(display_width("") == 0);
    CHECK(display_width("wallet") == 6);
    CHECK(display_width("Größe") == 5);
    CHECK(display_width("o\u0308") == 1);
    CHECK(display_width("钱包") == 4);
    CHECK(display_width("ＵＳＢ") == 6);
    CHECK(display_width("a钱b") == 4);
}

TEST_CASE("lines are wrapped where they may be")
{
    struct Row {
        std::string text;
        int width;
        Lines lines;
    };
    const std::vector<Row> table = {
        {"", 10, {""}},
        {"one two three", 80, {"one two three"}},
        {"one two three", 7, {"one two", "three"}},
        {"one two three", 8, {"one two", "three"}},
        {"one two   ", 7, {"one two"}},
        {"first\n\nthird", 10, {"first", "", "third"}},
        {"abcdefghij", 4, {"abcd", "efgh", "ij"}},
        {"an abcdefghij", 4, {"an", "abcd", "efgh", "ij"}},
        {"abcdefgh ok", 4, {"abcd", "efgh", "ok"}},
        {"钱包里的钱不见了", 8, {"钱包里的", "钱不见了"}},
        {"钱包不见。", 8, {"钱包不", "见。"}},
        {"钱包", 1, {"钱", "包"}},
        {"wide", 0, {"w", "i", "d", "e"}},
        {"visit 192.168.1.1 now", 11, {"visit", "192.168.1.1", "now"}},
        {"o\u0308o\u0308o\u0308", 2, {"o\u0308o\u0308", "o\u0308"}},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CAPTURE(row.width);
        CHECK(wrapped(row.text, row.width) == row.lines);
    }
}

TEST_CASE("no wrapped line is wider than asked for")
{
    const std::string text = "Die Überweisung wurde abgelehnt: 请在设置中检查 https://example.org/a-very-long-path/which-goes-on (and on).";
    for (int width = 2; width < 60; ++width) {
        for (const std::string& line : wrapped(text, width)) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
}

TEST_CASE("wrapping loses no character but spaces")
{
    const std::string text = "ab cd 钱包 ef\u0301gh ijklmnopqrstuvw";
    for (int width = 1; width < 20; ++width) {
        std::string joined;
        for (const std::string& line : wrapped(text, width)) {
            joined += line;
        }
        std::erase(joined, ' ');
        CHECK(joined == "abcd钱包ef\u0301ghijklmnopqrstuvw");
    }
}

TEST_CASE("hostile texts are wrapped in bounded time")
{
    CHECK(wrapped(std::string(200'000, 'x'), 80).size() == 2500);
    CHECK(wrapped("a\xFF\xFE z", 3) == Lines{"a\uFFFD\uFFFD", "z"});
}

TEST_CASE("normal forms")
{
    CHECK(to_nfc("o\u0308") == "ö");
    CHECK(to_nfc("ＵＳＢ") == "ＵＳＢ");
    CHECK(to_nfkc("ＵＳＢ：ﬁ") == "USB:fi");
    CHECK(to_nfkc("\xFFx") == "\uFFFDx");
    CHECK(to_nfkc("Gro\u0308ße") == "Größe");
    CHECK(to_nfkc("ü\xC3") == "ü\uFFFD");
    CHECK(to_nfkc("") == "");
}

TEST_CASE("characters that are taken for their own normal form are")
{
    for (const auto& [first, last] : {std::pair<char32_t, char32_t>{U'\u00C0', U'\u00FF'}, {first_ideograph, last_ideograph}}) {
        for (char32_t point = first; point <= last; ++point) {
            std::string text;
            encode(point, text);
            CAPTURE(text);
            REQUIRE(to_nfkc(text + "ﬁ") == text + "fi"); // the ligature makes it go through the tables
            REQUIRE(to_nfkc(text) == text);
        }
    }
}

TEST_CASE("case is folded")
{
    CHECK(fold_case("Straße GRÜSSE Σ") == "strasse grüsse σ");
    CHECK(fold_case("") == "");
    CHECK(fold_case("钱包") == "钱包");
}

TEST_CASE("accents are taken off European letters only")
{
    CHECK(without_accents("größer à é Ñ") == "großer a e N");
    CHECK(without_accents("が한") == "が한");
}

TEST_CASE("code points are classed for word search")
{
    CHECK(point_class(U'a') == PointClass::letter);
    CHECK(point_class(U'Ü') == PointClass::letter);
    CHECK(point_class(U'7') == PointClass::digit);
    CHECK(point_class(U'Ａ') == PointClass::letter);
    CHECK(point_class(0x308) == PointClass::mark);
    CHECK(point_class(U'钱') == PointClass::han);
    CHECK(point_class(0x20000) == PointClass::han);
    CHECK(point_class(U'。') == PointClass::other);
    CHECK(point_class(U' ') == PointClass::other);
    CHECK(point_class(0xFFFD) == PointClass::other);
}

TEST_CASE("an address is not broken behind a dot")
{
    CHECK(wrapped("ask cppa.ca.gov now", 13) == std::vector<std::string>{"ask", "cppa.ca.gov", "now"});
    CHECK(wrapped("先看 revoke.cash 再说", 12) == std::vector<std::string>{"先看", "revoke.cash", "再说"});
    CHECK(wrapped("The end. New", 9) == std::vector<std::string>{"The end.", "New"});
}
