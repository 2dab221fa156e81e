// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/percent.hpp"

using namespace unknot;

TEST_CASE("percent-encoding keeps what needs none")
{
    CHECK(percent_encoded("azAZ09-._~") == "azAZ09-._~");
    CHECK(percent_encoded("/,", "/,") == "/,");
    CHECK(percent_encoded("/,") == "%2F%2C");
    CHECK(percent_encoded(" +=:%*&\x7f") == "%20%2B%3D%3A%25%2A%26%7F");
    CHECK(percent_encoded("ü") == "%C3%BC");
}

TEST_CASE("percent-decoding takes what encoding gives")
{
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte) {
        every_byte += static_cast<char>(byte);
    }
    CHECK(percent_decoded(percent_encoded(every_byte)) == every_byte);
    CHECK(percent_decoded("a%2fb+c") == "a/b+c");
}

TEST_CASE("a percent sign without two digits behind it is no encoding")
{
    CHECK(percent_decoded("%") == std::nullopt);
    CHECK(percent_decoded("%2") == std::nullopt);
    CHECK(percent_decoded("%g0") == std::nullopt);
}
