// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/display.hpp"
#include "unknot/search_form.hpp"

#include <string>

using namespace unknot;

namespace {

// As search_form() says what it does.
std::string the_long_way(std::string_view text)
{
    return without_accents(fold_case(to_nfkc(text)));
}

} // namespace

TEST_CASE("letters of Latin-1 have the search form that they would have the long way")
{
    for (int second = 0x80; second < 0x100; ++second) {
        for (const std::string& word : {std::string("Zu\xC3") + static_cast<char>(second) + "eR", std::string("\xC3") + static_cast<char>(second), std::string("\xC2") + static_cast<char>(second)}) {
            CAPTURE(word);
            CHECK(search_form(word) == the_long_way(word));
        }
    }
    CHECK(search_form("Größe") == "grosse");
    CHECK(search_form("gro\xCC\x88\xC3\x9F") == "gross");
    CHECK(search_form("\xC3") == the_long_way("\xC3"));
}

TEST_CASE("umlauts written with an e are found")
{
    CHECK(without_digraphs("lautstaerke") == "lautstarke");
    CHECK(without_digraphs("ueberpruefen") == "uberprufen");
    CHECK(without_digraphs("quelle") == "quelle");
    CHECK(without_digraphs("wallet") == "wallet");
    CHECK(without_digraphs("") == "");
}
