// SPDX-License-Identifier: GPL-3.0-or-later
// The rules against the lists that were made before them: tests/contacts says how.
#include <doctest/doctest.h>

#include "contact_fixture.hpp"

#include <map>

using namespace unknot;

TEST_CASE("of ten thousand imitations hardly one is missed and none is official")
{
    const auto rows = rows_of("lookalikes.txt");
    REQUIRE(rows.size() == 10'000);
    std::size_t flagged = 0;
    std::size_t official = 0;
    std::map<std::string, std::string> missed; // by fuzzer
    for (const auto& row : rows) {
        const ContactClass verdict = judged(row.at(2)).verdict;
        flagged += verdict == ContactClass::lookalike ? 1 : 0;
        official += verdict == ContactClass::official || verdict == ContactClass::caution ? 1 : 0;
        if (verdict != ContactClass::lookalike) {
            missed[row.at(0)] += ' ' + row.at(2);
        }
    }
    for (const auto& [fuzzer, addresses] : missed) {
        MESSAGE(fuzzer << ":" << addresses);
    }
    MESSAGE(flagged << " of " << rows.size() << " flagged, " << official << " official");
    CHECK(flagged >= 9'900);
    CHECK(official == 0);
}

TEST_CASE("of a thousand unrelated hosts none is flagged")
{
    const auto rows = rows_of("unrelated.txt");
    REQUIRE(rows.size() == 1'000);
    for (const auto& row : rows) {
        INFO(row.at(0));
        const ContactClass verdict = judged(row.at(0)).verdict;
        CHECK((verdict == ContactClass::unlisted || verdict == ContactClass::shared));
        CHECK(judged("https://" + row.at(0) + "/index.html").verdict == verdict);
    }
}

TEST_CASE("every official address of the shipped providers is official")
{
    std::size_t entries = 0;
    for (const auto& known : shipped_register().providers()) {
        const Provider& provider = known.provider;
        std::vector<std::string> addresses = provider.domains;
        addresses.insert(addresses.end(), provider.hosts.begin(), provider.hosts.end());
        addresses.insert(addresses.end(), provider.emails.begin(), provider.emails.end());
        addresses.insert(addresses.end(), provider.phones.begin(), provider.phones.end());
        for (const auto& service : provider.accounts) {
            for (const auto& account : service.second) {
                addresses.push_back(service.first + ':' + account);
            }
        }
        for (const auto& address : addresses) {
            INFO(address);
            CHECK(judged(address).verdict == ContactClass::official);
            ++entries;
        }
    }
    CHECK(entries > 80);
}
