// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "redactor/base58.hpp"

using namespace unknot;

TEST_CASE("base58check gives the bytes before the checksum")
{
    const std::optional<std::string> address = decode_base58check("1PYGWwgg34s5Bhsh5g8Xp5rNkaYVk8bfmL");
    REQUIRE(address);
    CHECK(address->size() == 21);
    CHECK(address->front() == '\0');
    CHECK(decode_base58check("1111111111111111111114oLvT2") == std::string(21, '\0'));
}

TEST_CASE("base58check refuses a wrong checksum and foreign characters and too little")
{
    for (const char* text : {"1PYGWwgg34s5Bhsh5g8Xp5rNkaYVk8bfmM", "1PYGWwgg34s5Bhsh5g8Xp5rNkaYVk8bfm0", "", "1", "111", "z z"}) {
        CAPTURE(text);
        CHECK_FALSE(decode_base58check(text));
    }
}
