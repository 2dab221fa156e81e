// SPDX-License-Identifier: GPL-3.0-or-later
// Records of earlier versions are brought up to date with all that is in them.
#include "case_store_fixture.hpp"

#include "case_store/database.hpp"
#include "case_store/schema.hpp"
#include "unknot/feedback_store.hpp"
#include "unknot/usage_ledger.hpp"

#include <fmt/format.h>

#include <fstream>

using namespace unknot;

namespace {

// The tables as version 0.1.0 made them.
constexpr const char* schema_1 = R"sql(
    PRAGMA journal_mode = WAL;
    PRAGMA application_id = 0x756E6B74;
    PRAGMA user_version = 1;
    CREATE TABLE cases (id INTEGER PRIMARY KEY AUTOINCREMENT, touched INTEGER NOT NULL, pack TEXT NOT NULL, version TEXT NOT NULL, tree TEXT NOT NULL,
        language TEXT NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL, end_node TEXT NOT NULL, started TEXT NOT NULL, updated TEXT NOT NULL);
    CREATE INDEX cases_by_touched ON cases (touched);
    CREATE TABLE events (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        node TEXT NOT NULL, occurrence INTEGER NOT NULL, value TEXT NOT NULL, origin TEXT NOT NULL, masked INTEGER NOT NULL, at TEXT NOT NULL);
    CREATE INDEX events_by_case ON events (case_id, kind);
    CREATE TABLE fields (event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (event_id, name)) WITHOUT ROWID;
    INSERT INTO cases VALUES (7, 1, 'wallet', '1.0.0', 'fees', 'de', 'done', 'resolved', 'fine', '2026-11-21T22:40:03Z', '2026-11-21T22:41:00Z');
    INSERT INTO events VALUES (1, 7, 'answer', 'where', 0, 'card', 'person', 0, '2026-11-21T22:40:30Z');
    INSERT INTO events VALUES (2, 7, 'probe', 'dns', 0, 'ok', 'file', 0, '2026-11-21T22:41:00Z');
    INSERT INTO fields VALUES (2, 'address', '192.0.2.1');
)sql";

void make_records_of_schema_1(const Folder& folder)
{
    std::filesystem::create_directories(folder.records());
    std::ofstream(folder.file()).close();
    Database database(folder.file());
    database.execute(schema_1);
}

} // namespace

TEST_CASE("records of schema 1 keep their cases and take feedback")
{
    const Folder folder;
    make_records_of_schema_1(folder);
    FeedbackStore feedback(folder.records());
    CHECK(Database(folder.file()).integer("PRAGMA user_version") == records_schema);
    Feedback given;
    given.kind = FeedbackKind::case_end;
    given.target = "7";
    given.ratings = {{5, FeedbackReason::solved, "", "", ""}};
    feedback.give(given, now);
    UsageLedger(folder.records()).note(ShownArticle{"wallet", "fees", now});

    CaseStore cases(folder.records());
    const auto record = cases.find(7);
    REQUIRE(record);
    CHECK(record->head.tree == "fees");
    CHECK(record->head.end == "fine");
    REQUIRE(record->events.size() == 2);
    CHECK(record->events[0].value == "card");
    CHECK(record->events[1].fields == std::map<std::string, std::string>{{"address", "192.0.2.1"}});
    CHECK(cases.create(head_of("a"), now) == 8);
    CHECK(cases.remove(7));
    CHECK(feedback.list().empty());
}

TEST_CASE("records of schema 1 are the same as new ones afterwards")
{
    const auto tables = [](const Folder& folder) {
        Database database(folder.file());
        std::string names;
        Statement query(database, "SELECT name FROM sqlite_schema ORDER BY name");
        while (query.step()) {
            names += query.text(0) + ' ';
        }
        return names;
    };
    const Folder old_ones;
    make_records_of_schema_1(old_ones);
    CaseStore(old_ones.records()).list();
    const Folder new_ones;
    CaseStore(new_ones.records()).list();
    CHECK(tables(old_ones) == tables(new_ones));
    CHECK(contains(tables(new_ones), "ratings"));
}
