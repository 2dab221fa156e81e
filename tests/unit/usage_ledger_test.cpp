// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store_fixture.hpp"

#include "unknot/usage_ledger.hpp"

#include <fstream>
#include <iterator>

using namespace unknot;

TEST_CASE("what was read and what was not found is kept in order")
{
    const Folder folder;
    {
        UsageLedger ledger(folder.records());
        ledger.note(ShownArticle{"wallet", "card-declined", now});
        ledger.note(ShownArticle{"wallet", "fees", now});
        ledger.note(MissedSearch{"zweitschlüssel 钥匙", "de", now});
    }
    const UsageLedger ledger(folder.records());
    CHECK(ledger.readings() == std::vector<ShownArticle>{{"wallet", "card-declined", now}, {"wallet", "fees", now}});
    CHECK(ledger.missed_searches() == std::vector<MissedSearch>{{"zweitschlüssel 钥匙", "de", now}});
}

TEST_CASE("a secret is masked before a long query is cut")
{
    const Folder folder;
    UsageLedger ledger(folder.records());
    ledger.note(MissedSearch{std::string(ledger_max_query_points - 8, 'x') + " 4111 1111 1111 1111 and so on", "en", now});
    const std::string query = ledger.missed_searches().front().query;
    CHECK_FALSE(contains(query, "4111"));
    CHECK(contains(query, "x [card"));
    CHECK(query.ends_with("…"));
}

TEST_CASE("what is too old is gone for good")
{
    const Folder folder;
    UsageLedger ledger(folder.records());
    ledger.note(MissedSearch{"the marmalade words", "en", "2026-01-01T00:00:00Z"});
    ledger.note(MissedSearch{"newer ones", "en", now});
    ledger.note(ShownArticle{"wallet", "fees", "2026-01-01T00:00:00Z"});
    ledger.forget_before("2026-06-01T00:00:00Z");
    CHECK(ledger.readings().empty());
    CHECK(ledger.missed_searches() == std::vector<MissedSearch>{{"newer ones", "en", now}});
    for (const auto& entry : std::filesystem::directory_iterator(folder.records())) {
        std::ifstream file(entry.path(), std::ios::binary);
        CHECK_FALSE(contains(std::string(std::istreambuf_iterator<char>(file), {}), "marmalade"));
    }
}

TEST_CASE("the oldest are forgotten")
{
    const Folder folder;
    UsageLedger ledger(folder.records());
    for (int i = 0; i < ledger_max_rows + 5; ++i) {
        ledger.note(ShownArticle{"wallet", std::to_string(i), now});
    }
    const auto readings = ledger.readings();
    REQUIRE(readings.size() == static_cast<std::size_t>(ledger_max_rows));
    CHECK(readings.front().article == "5");
    CHECK(readings.back().article == std::to_string(ledger_max_rows + 4));
}
