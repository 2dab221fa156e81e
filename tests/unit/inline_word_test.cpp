// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "inline_word.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

using namespace unknot;

TEST_CASE("a word in its table is the same text")
{
    constexpr std::array<InlineWord<6>, 4> words = {"", "pin", "验证", "kennen"};
    CHECK(std::string_view(words[0]).empty());
    CHECK(std::string_view(words[1]) == "pin");
    CHECK(std::string_view(words[2]) == "验证");
    CHECK(std::string_view(words[3]) == "kennen");
    CHECK(sizeof words == 4 * 7);
}

TEST_CASE("a sorted table can be searched")
{
    constexpr std::array<InlineWord<4>, 3> words = {"no", "not", "nun"};
    CHECK(std::ranges::binary_search(words, std::string_view("not"), std::less<std::string_view>()));
    CHECK_FALSE(std::ranges::binary_search(words, std::string_view("note"), std::less<std::string_view>()));
}
