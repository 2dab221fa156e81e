// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/spelling.hpp"

#include <string>
#include <vector>

using namespace unknot;

namespace {

std::string guess(std::string_view word, const std::vector<std::string>& candidates)
{
    return nearest(word, candidates).value_or("-");
}

}   // namespace

TEST_CASE("one edit of each kind")
{
    const std::vector<std::string> words = {"wallet", "card"};
    for (const std::string_view typed : {"wallet", "walet", "walllet", "wallut", "wlalet", "Wallet"}) {
        CAPTURE(std::string(typed));
        CHECK(guess(typed, words) == "wallet");
    }
}

TEST_CASE("how much is near enough grows with the word")
{
    struct Case {
        std::string typed;
        std::string candidate;
        bool near;
    };
    const std::vector<Case> table = {
        {"", "a", true},
        {"", "ab", false},
        {"crd", "card", true},
        {"cd", "card", false},
        {"abcd", "abxy", false},
        {"abcde", "abcxy", true},
        {"abcde", "abxyz", false},
        {"abcdefgh", "abcdefxy", true},
        {"abcdefgh", "abcdexyz", false},
        {"abcdefghi", "abcdefxyz", true},
        {"abcdefghi", "abcdewxyz", false},
    };
    for (const Case& row : table) {
        CAPTURE(row.typed);
        CHECK(guess(row.typed, {row.candidate}) == (row.near ? row.candidate : "-"));
    }
}

TEST_CASE("the nearest wins and of equals the first")
{
    CHECK(guess("paymnt", {"payout", "payment"}) == "payment");
    CHECK(guess("cart", {"card", "care"}) == "card");
    CHECK(guess("cart", {"care", "card"}) == "care");
    CHECK(guess("card", {"cart", "card"}) == "card");
    CHECK(guess("card", {}) == "-");
}

TEST_CASE("swapped neighbours count once and not twice over")
{
    CHECK(guess("ab", {"ba"}) == "ba");
    CHECK(guess("ca", {"abc"}) == "-");
}

TEST_CASE("words that nobody types are not compared")
{
    const std::string typed(1'000'000, 'a');
    CHECK(guess(typed, {typed + "b"}) == "-");
    CHECK(guess(std::string(100, 'a'), {std::string(101, 'a')}) == std::string(101, 'a'));
    CHECK(guess("card", {std::string(1'000'000, 'c')}) == "-");
}
