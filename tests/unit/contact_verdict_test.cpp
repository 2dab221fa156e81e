// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "contact_fixture.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <set>

using namespace unknot;

namespace {

// `\u200B` in the table is that character.
std::string unescaped(std::string text)
{
    for (std::size_t at = text.find("\\u"); at != std::string::npos; at = text.find("\\u", at + 1)) {
        std::string character;
        encode(static_cast<char32_t>(std::stoul(text.substr(at + 2, 4), nullptr, 16)), character);
        text.replace(at, 6, character);
    }
    return text;
}

bool has(const ContactVerdict& verdict, std::string_view reason)
{
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [&](ContactReason given) { return name(given) == reason; });
}

Provider shop(std::string reviewed)
{
    Provider provider;
    provider.id = "shop";
    provider.domains = {"shop.example", "github.com", "shop.github.io"};
    provider.reviewed = std::move(reviewed);
    return provider;
}

ContactVerdict judged_on(long today, const std::string& reviewed, std::string_view text = "shop.example")
{
    ContactRegister known;
    known.add(shop(reviewed), "own");
    ContactVerdict verdict = judge_contact(read_contact_address(text), known, today);
    verdict.provider = nullptr; // it goes with the register
    return verdict;
}

} // namespace

TEST_CASE("the table of addresses")
{
    const auto rows = rows_of("addresses.txt");
    CHECK(rows.size() >= 150);
    std::set<std::string> verdicts;
    for (const auto& row : rows) {
        REQUIRE(row.size() == 5);
        INFO(row[0]);
        const ContactAddress address = read_contact_address(unescaped(row[0]));
        const ContactVerdict verdict = judge_contact(address, shipped_register(), day_of_the_lists);
        CHECK(name(verdict.verdict) == row[1]);
        CHECK(name(address.kind) == row[2]);
        CHECK((verdict.provider == nullptr ? "-" : verdict.provider->provider.id) == row[3]);
        CHECK_MESSAGE(has(verdict, row[4]), "instead: " << (verdict.reasons.empty() ? "nothing" : name(verdict.reasons.front())));
        verdicts.insert(row[1]);
    }
    CHECK(verdicts.size() == 6);
}

TEST_CASE("an entry is stale a year after its review")
{
    CHECK(judged_on(day_of_the_lists + 365, "2026-11-21").verdict == ContactClass::official);
    CHECK(judged_on(day_of_the_lists + 366, "2026-11-21").verdict == ContactClass::caution);
    CHECK(judged_on(day_of_the_lists + 366, "2026-11-21").reasons.front() == ContactReason::stale_entry);
    CHECK(judged_on(day_of_the_lists, "").verdict == ContactClass::caution);
    CHECK(judged_on(day_of_the_lists, "").reasons.front() == ContactReason::undated_entry);
}

TEST_CASE("a domain where anybody may post vouches for nothing below it")
{
    CHECK(judged_on(day_of_the_lists, "2026-11-21", "https://github.com/anybody").verdict == ContactClass::shared);
    CHECK(judged_on(day_of_the_lists, "2026-11-21", "shop.github.io").verdict == ContactClass::official);
    CHECK(judged_on(day_of_the_lists, "2026-11-21", "other.github.io").verdict == ContactClass::shared);
}

TEST_CASE("without a list nothing is official and nothing resembles")
{
    const ContactRegister none;
    for (const std::string_view text : {"electrum.org", "electrum.com", "+49 116 116", "@ElectrumWallet", "help@electrum.org"}) {
        const auto verdict = judge_contact(read_contact_address(text), none, day_of_the_lists).verdict;
        CHECK((verdict == ContactClass::unlisted || verdict == ContactClass::shared));
    }
}

TEST_CASE("a name of two alphabets imitates something whoever is meant")
{
    const ContactVerdict verdict = judged("bаnk.example"); // a Cyrillic а
    CHECK(verdict.verdict == ContactClass::lookalike);
    CHECK(verdict.provider == nullptr);
    CHECK(verdict.nearest.empty());
    CHECK(verdict.reasons == std::vector{ContactReason::mixed_scripts});
}

TEST_CASE("the nearest official address is told")
{
    CHECK(judged("paypa1.com").nearest == "paypal.com");
    CHECK(judged("electrum.org").nearest == "electrum.org");
    CHECK(judged("https://t.me/ElectrumWallet").nearest == "x:ElectrumWallet");
    CHECK(judged("+49 30 4050 4051").nearest == "+493040504050");
    CHECK(judged("debian.org").nearest.empty());
}
