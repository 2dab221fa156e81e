// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "contact_fixture.hpp"

using namespace unknot;

namespace {

// The entry that an address is on the shipped register, and of what kind; "-" for none.
std::string entry_of(std::string_view text)
{
    const auto listing = shipped_register().find(read_contact_address(text));
    return listing ? std::string(name(listing->reason)) + ' ' + listing->entry : "-";
}

} // namespace

TEST_CASE("an entry is exact or it is none")
{
    CHECK(entry_of("download.electrum.org") == "listed_domain electrum.org");
    CHECK(entry_of("notelectrum.org") == "-");
    CHECK(entry_of("electrum.org.evil.example") == "-");
    CHECK(entry_of("electrum.readthedocs.io") == "listed_host electrum.readthedocs.io");
    CHECK(entry_of("www.electrum.readthedocs.io") == "-");
    CHECK(entry_of("other.readthedocs.io") == "-");
    CHECK(entry_of("weixin.qq.com") == "-");
}

TEST_CASE("what others may have written below an account is not its owner's")
{
    CHECK(entry_of("https://github.com/spesmilo/electrum") == "listed_account github:spesmilo");
    CHECK(entry_of("https://github.com/spesmilo/electrum/releases/download/4.5.5/x.zip") == "listed_account github:spesmilo");
    CHECK(entry_of("https://github.com/spesmilo/electrum/issues/9000") == "-");
    CHECK(entry_of("https://github.com/spesmilo/electrum/files/1/x.zip") == "-");
    CHECK(entry_of("https://x.com/ElectrumWallet/status/1") == "-");
    CHECK(entry_of("https://t.me/WasabiWallet/5") == "-");
}

TEST_CASE("names of accounts are compared without case but ids of apps exactly")
{
    CHECK(entry_of("https://x.com/electrumwallet") == "listed_account x:ElectrumWallet");
    CHECK(entry_of("https://play.google.com/store/apps/details?id=org.electrum.Electrum") == "-");
    CHECK(entry_of("f-droid:org.electrum.electrum") == "listed_account f-droid:org.electrum.electrum");
}

TEST_CASE("a channel is one page")
{
    CHECK(entry_of("https://bitcointalk.org/index.php?board=98.0") == "listed_channel https://bitcointalk.org/index.php?board=98.0");
    CHECK(entry_of("https://bitcointalk.org/index.php?board=99.0") == "-");
    CHECK(entry_of("https://reddit.com/r/Electrum/") == "listed_channel https://www.reddit.com/r/Electrum");
    CHECK(entry_of("ircs://irc.libera.chat/electrum") == "listed_channel ircs://irc.libera.chat/electrum");
    CHECK(entry_of("https://irc.libera.chat/electrum") == "-");
}

TEST_CASE("a mailbox at a listed domain is not the listed mailbox")
{
    CHECK(entry_of("phishing@paypal.com") == "listed_email phishing@paypal.com");
    CHECK(entry_of("service@paypal.com") == "unlisted_mailbox paypal.com");
    CHECK(entry_of("phishing@paypal.com.evil.example") == "-");
}
