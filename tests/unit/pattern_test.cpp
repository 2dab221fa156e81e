// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/pattern.hpp"
#include "unknot/problem.hpp"

#include <string>

using namespace unknot;

TEST_CASE("a pattern is the whole value or anywhere in it")
{
    const Pattern order("[A-Z]{2}-[0-9]+|x");
    CHECK(order.expression() == "[A-Z]{2}-[0-9]+|x");
    CHECK(order.matches_whole("AB-12"));
    CHECK_FALSE(order.matches_whole("no AB-12"));
    CHECK_FALSE(order.matches_whole("xx"));
    CHECK(order.found_in("my order AB-12, please"));
    CHECK_FALSE(order.found_in("ab-12"));
    CHECK_FALSE(order.matches_whole(""));
    CHECK(Pattern("").matches_whole(""));
}

TEST_CASE("a character is a code point")
{
    CHECK(Pattern("..").matches_whole("钱包"));
    CHECK_FALSE(Pattern("..").matches_whole("包"));
    CHECK(Pattern("(?i)GRÜSSE").found_in("viele grüsse"));
}

TEST_CASE("copies match alike")
{
    Pattern pattern("a+");
    const Pattern copy = pattern;
    pattern = Pattern("b+");
    CHECK(copy.matches_whole("aa"));
    CHECK(pattern.matches_whole("b"));
}

TEST_CASE("a bad pattern says why")
{
    for (const std::string bad : {"[a-z", "(", "*", "a{1001}", "(?=a)", "\\1", "\xFF", "((a{100}){100}){100}"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(Pattern{bad}, Failure);
    }
    CHECK_THROWS_WITH(Pattern{"[a-z"}, "missing ]: [a-z");
}

TEST_CASE("broken text is no trouble and time stays linear")
{
    CHECK_FALSE(Pattern("^.$").matches_whole("\xFF\xC3"));
    CHECK(Pattern("b").found_in(std::string("a\0b", 3)));
    CHECK_FALSE(Pattern("(a+)+$").matches_whole(std::string(100'000, 'a') + "b"));
}
