// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/contact_address.hpp"

#include <fmt/format.h>

#include <algorithm>

using namespace unknot;

namespace {

bool has(const ContactAddress& address, ContactReason reason)
{
    return std::find(address.tricks.begin(), address.tricks.end(), reason) != address.tricks.end();
}

std::string kind_of(std::string_view text)
{
    return std::string(name(read_contact_address(text).kind));
}

// "github spesmilo", and what is below it in the link.
std::string account_of(std::string_view text)
{
    const ContactAddress address = read_contact_address(text);
    return fmt::format("{} {}{}", address.service, address.account, address.below);
}

} // namespace

TEST_CASE("each kind is told from its form")
{
    CHECK(kind_of("https://electrum.org/") == "url");
    CHECK(kind_of("electrum.org") == "domain");
    CHECK(kind_of("electrum.org/download") == "url");
    CHECK(kind_of("help@electrum.org") == "email");
    CHECK(kind_of("mailto:help@electrum.org?subject=x") == "email");
    CHECK(kind_of("Electrum <help@electrum.org>") == "email");
    CHECK(kind_of("+49 30 4050 4050") == "phone");
    CHECK(kind_of("tel:116116") == "phone");
    CHECK(kind_of("@ElectrumWallet") == "account");
    CHECK(kind_of("x.com/ElectrumWallet") == "account");
    CHECK(kind_of("telegram:WasabiWallet") == "account");
    CHECK(kind_of("https://play.google.com/store/apps/details?hl=de&id=org.electrum.electrum") == "app");
    CHECK(kind_of("https://f-droid.org/en/packages/org.electrum.electrum/") == "app");
    CHECK(kind_of("https://apps.apple.com/de/app/trezor-suite/id1631884497") == "app");
    CHECK(kind_of("192.168.1.1") == "domain");
}

TEST_CASE("the host is what stands behind the last at sign")
{
    const ContactAddress address = read_contact_address("https://electrum.org:443@evil.example:8443/x");
    CHECK(address.host.ascii == "evil.example");
    CHECK(address.before_at == "electrum.org:443");
    CHECK(address.port == 8443U);
    CHECK(address.path == "/x");
    CHECK(has(address, ContactReason::user_info));
    CHECK(address.unreadable());
}

TEST_CASE("to a browser a backslash is a slash")
{
    const ContactAddress address = read_contact_address("https://evil.example\\@electrum.org");
    CHECK(address.host.ascii == "evil.example");
    CHECK(has(address, ContactReason::backslash));
}

TEST_CASE("escapes and numbers in a host")
{
    CHECK(read_contact_address("https://electrum%2eorg/").host.ascii == "electrum.org");
    CHECK(has(read_contact_address("https://electrum%2eorg/"), ContactReason::percent_in_host));
    CHECK(has(read_contact_address("http://0300.0250.1.1/"), ContactReason::disguised_number));
    CHECK_FALSE(read_contact_address("http://192.168.1.1/").unreadable());
    CHECK(has(read_contact_address("https://electrum.org:99999/"), ContactReason::bad_port));
    CHECK_FALSE(read_contact_address("https://electrum.org:/").unreadable());
}

TEST_CASE("characters that nobody sees are dropped and told")
{
    const ContactAddress address = read_contact_address("elec\u200Btrum.org");
    CHECK(address.host.ascii == "electrum.org");
    CHECK(has(address, ContactReason::hidden_characters));
    CHECK_FALSE(address.unreadable());
    CHECK(has(read_contact_address("electrum.org\u202E"), ContactReason::hidden_characters));
}

TEST_CASE("accounts in links")
{
    CHECK(account_of("https://github.com/spesmilo/electrum/issues/1") == "github spesmilo/electrum/issues/1");
    CHECK(account_of("https://www.twitter.com/ElectrumWallet?s=20") == "x ElectrumWallet");
    CHECK(account_of("https://old.reddit.com/r/Electrum/") == "reddit Electrum");
    CHECK(account_of("https://www.youtube.com/@WasabiWallet/videos") == "youtube WasabiWallet/videos");
    CHECK(account_of("https://discord.com/invite/Ledger") == "discord Ledger");
    CHECK(account_of("https://play.google.com/store/apps/details?id=io.trezor.suite&gl=US") == "google-play io.trezor.suite");
    CHECK(account_of("https://apps.apple.com/app/id1631884497") == "app-store id1631884497");
    CHECK(account_of("@ElectrumWallet") == " ElectrumWallet");
    CHECK(account_of("x:@ElectrumWallet") == "x ElectrumWallet");
    CHECK(account_of("https://github.com/") == " ");
    CHECK(account_of("https://github.com.evil.example/spesmilo") == " ");
}

TEST_CASE("telephone numbers are their digits")
{
    CHECK(phone_number("+49 30 4050 4050") == "+493040504050");
    CHECK(phone_number("0049-30/4050 4050") == "+493040504050");
    CHECK(phone_number("+49 (0)30 4050 4050") == "+493040504050");
    CHECK(phone_number("116 116") == "116116");
    CHECK(phone_number("１１６１１６") == "116116");
    CHECK(phone_number("12").empty());
    CHECK(phone_number("1234567890123456").empty());
    CHECK(phone_number("49+30").empty());
    CHECK(phone_number("call 116116").empty());
    CHECK(read_contact_address("tel:+49116116;ext=1").number == "+49116116");
}

TEST_CASE("what is no address")
{
    for (const std::string_view text : {"", "   ", "electrum", "https://", "javascript:alert(1)", "ftp://electrum.org", "https://elec trum.org/", "a@b@", "@", "x:",
             "\xff\xfe", "https://[::1", "tel:abc", "mailto:electrum.org"}) {
        INFO(text);
        CHECK(read_contact_address(text).unreadable());
    }
    CHECK(read_contact_address(std::string(5000, 'a') + ".org").unreadable());
}
