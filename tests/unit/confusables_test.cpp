// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/confusables.hpp"

#include <string>

using namespace unknot;

TEST_CASE("letters of other scripts look like Latin ones")
{
    CHECK(skeleton("еlесtrum") == skeleton("electrum"));   // Cyrillic е and с
    CHECK(skeleton("paypаl") == skeleton("paypal"));
    CHECK(skeleton("Κraken") == skeleton("kraken"));       // a Greek capital
    CHECK(skeleton("метамаѕк") == skeleton("metamask"));
    CHECK(blurred("ӏedger") == blurred("ledger"));
    CHECK(skeleton("trezor") != skeleton("ledger"));
}

TEST_CASE("accents and strokes and compatibility forms do not count")
{
    CHECK(skeleton("eléctrum") == skeleton("electrum"));
    CHECK(skeleton("łedger") == skeleton("ledger"));
    CHECK(skeleton("ｋｒａｋｅｎ") == skeleton("kraken"));
    CHECK(skeleton("𝓹aypal") == skeleton("paypal"));
    CHECK(skeleton("ELECTRUM") == skeleton("electrum"));
}

TEST_CASE("pairs of letters and digits that are read as one")
{
    CHECK(skeleton("metarnask") == skeleton("metamask"));
    CHECK(skeleton("paypa1") == skeleton("paypal"));
    CHECK(skeleton("c0inbase") == skeleton("coinbase"));
    CHECK(skeleton("l3dger") == skeleton("ledger"));
    CHECK(skeleton("5tripe") == skeleton("stripe"));
    CHECK(skeleton("vvise") != skeleton("wise"));
}

TEST_CASE("at a glance more letters are the same")
{
    CHECK(blurred("vvise") == blurred("wise"));
    CHECK(blurred("netanask") == blurred("metamask"));
    CHECK(blurred("bltpie") == blurred("bitpie"));
    CHECK(blurred("leclger") == blurred("ledger"));
    CHECK(blurred("coindase") == blurred("coinbase"));
    CHECK(blurred("trezor") != blurred("ledger"));
    CHECK(blurred("coinbase") != blurred("coinbass"));
}

TEST_CASE("a word of two scripts that have the same letters")
{
    CHECK(mixes_scripts("pаypal"));
    CHECK_FALSE(mixes_scripts("paypal"));
    CHECK_FALSE(mixes_scripts("почта"));
    CHECK_FALSE(mixes_scripts("微信pay"));
    CHECK_FALSE(mixes_scripts("müller"));
}

TEST_CASE("bytes that are no text do no harm")
{
    CHECK(skeleton("").empty());
    CHECK_FALSE(skeleton("\xff\xfe").empty());
    CHECK_FALSE(blurred("\xc3").empty());
}
