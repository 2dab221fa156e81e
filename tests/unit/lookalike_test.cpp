// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "contact_fixture.hpp"
#include "unknot/lookalike.hpp"

using namespace unknot;

namespace {

// The codes of what was found, "-" for nothing.
std::string likeness(std::string_view text)
{
    const Resemblance found = find_resemblance(read_contact_address(text), shipped_register());
    std::string codes = found.nearest;
    for (const ContactReason reason : found.reasons) {
        codes += ' ' + std::string(name(reason));
    }
    return found.reasons.empty() ? "-" : codes;
}

} // namespace

TEST_CASE("names of six and seven letters may be part of others unless the rest is a lure")
{
    CHECK(likeness("pinstripe.com") == "-");
    CHECK(likeness("stripes.org") == "-");
    CHECK(likeness("ledger-cli.org") == "-");
    CHECK(likeness("ledger-help.org") == "ledger.com brand_in_longer_name");
    CHECK(likeness("supportledger.com") == "ledger.com brand_in_longer_name");
    CHECK(likeness("myelectrumbackup.com") == "electrum.org brand_in_longer_name");
}

TEST_CASE("an edit in a short name counts under the same ending only")
{
    CHECK(likeness("finance.org") == "-");
    CHECK(likeness("trezar.io") == "trezor.io one_letter_off");
    CHECK(likeness("trezar.org") == "-");
    CHECK(likeness("elektrum.net") == "electrum.org one_letter_off");
    CHECK(likeness("wize.com") == "-");
    CHECK(likeness("wi5e.com") == "wise.com confusable_characters");
    CHECK(likeness("wisc.edu") == "-");
}

TEST_CASE("dots and hyphens in other places")
{
    CHECK(likeness("tre-zor.io") != "-");
    CHECK(likeness("le.dger.com") == "ledger.com dots_or_hyphens");
    CHECK(likeness("www.led-ger.net") == "ledger.com dots_or_hyphens");
}

TEST_CASE("the stronger likeness is told")
{
    CHECK(likeness("https://electrum.evil.example/kraken.com/") == "electrum.org official_name_as_subdomain");
    CHECK(likeness("trustwallet.com.metamask.example") != "-");
}

TEST_CASE("the official name in front of the at sign of an address")
{
    CHECK(likeness("https://paypal.com@203.0.113.7/") == "paypal.com official_name_before_at");
    CHECK(likeness("coinbase.help@mail.example") == "coinbase.com official_name_before_at");
    CHECK(likeness("anna@mail.example") == "-");
}

TEST_CASE("telephone numbers near a listed one")
{
    CHECK(likeness("+49 30 4050 4059") == "+493040504050 one_digit_off");
    CHECK(likeness("+49 30 4050 40") == "-");
    CHECK(likeness("116 117") == "-");
}
