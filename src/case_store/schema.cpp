// SPDX-License-Identifier: GPL-3.0-or-later
// A store is opened in two steps. The first only looks: is it ours, is it of a schema that this program knows, can it be written? Nearly
// always that is all. Until it is sure that the store is ours, the connection is told not to tidy up the write-ahead log when it is
// closed, so that a store of a newer program stays as it is, byte for byte.
//
// The second step, under a lock that only one process gets, makes the tables and chooses the journal, once for the store's life. A
// write-ahead log needs shared memory, which network file systems lack; SQLite says so only when something is to be written. So a write
// is tried, and if it fails the journal is changed by a new connection that has never opened the shared memory: one that locks the file
// for itself needs none.
#include "case_store/schema.hpp"

#include "case_store/private_files.hpp"
#include "case_store/refusal.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <optional>
#include <utility>

namespace unknot {

namespace {

constexpr int application_id = 0x756E6B74;   // "unkt"
constexpr std::int64_t setup_byte = 0;       // of the lock file; cases have theirs from 1
constexpr std::chrono::seconds setup_patience{5};

// Each step leads to the schema with the next number. A step that was released is never edited.
constexpr std::array<const char*, records_schema> steps = {
    R"sql(
        CREATE TABLE cases (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            touched INTEGER NOT NULL,   -- counts up with every change of any case: clocks can go back
            pack TEXT NOT NULL,
            version TEXT NOT NULL,
            tree TEXT NOT NULL,
            language TEXT NOT NULL,
            state TEXT NOT NULL,
            outcome TEXT NOT NULL,
            end_node TEXT NOT NULL,
            started TEXT NOT NULL,
            updated TEXT NOT NULL
        );
        CREATE INDEX cases_by_touched ON cases (touched);
        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            node TEXT NOT NULL,
            occurrence INTEGER NOT NULL,
            value TEXT NOT NULL,
            origin TEXT NOT NULL,
            masked INTEGER NOT NULL,
            at TEXT NOT NULL
        );
        CREATE INDEX events_by_case ON events (case_id, kind);
        CREATE TABLE fields (
            event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (event_id, name)
        ) WITHOUT ROWID;
    )sql",
    R"sql(
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL,          -- tells it from those of other machines
            kind TEXT NOT NULL,
            target TEXT NOT NULL,
            pack TEXT NOT NULL,
            version TEXT NOT NULL,
            tree TEXT NOT NULL,
            end_node TEXT NOT NULL,
            outcome TEXT NOT NULL,
            language TEXT NOT NULL
        );
        CREATE INDEX feedback_by_target ON feedback (kind, target);
        CREATE TABLE ratings (
            feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,    -- from 1; the last one counts, the others are its history
            stars INTEGER NOT NULL,
            reason TEXT NOT NULL,
            text TEXT NOT NULL,
            because TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (feedback_id, number)
        ) WITHOUT ROWID;
        CREATE TRIGGER case_takes_its_feedback AFTER DELETE ON cases BEGIN
            DELETE FROM feedback WHERE kind = 'case' AND target = CAST(old.id AS TEXT);
        END;
        CREATE TABLE readings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            pack TEXT NOT NULL,
            article TEXT NOT NULL,
            at TEXT NOT NULL
        );
        CREATE TABLE missed_searches (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            query TEXT NOT NULL,
            language TEXT NOT NULL,
            at TEXT NOT NULL
        );
    )sql",
};

void check_is_ours(Database& database, const std::filesystem::path& file)
{
    const std::int64_t application = database.integer("PRAGMA application_id");
    const std::int64_t version = database.integer("PRAGMA user_version");
    const bool fresh = application == 0 && version == 0 && database.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!fresh && application != application_id) {
        throw Failure(fmt::format("expected records of unknot, found a database of another program: '{}'", file.string()), set_aside_command(file));
    }
    if (version > records_schema) {
        throw Failure(fmt::format("expected records of schema {}, found schema {} in '{}': a newer unknot wrote them", records_schema, version,
                                  file.string()),
                      "use the newer unknot, or 'unknot run --no-record'");
    }
}

bool is_current(Database& database)
{
    return database.integer("PRAGMA user_version") == records_schema;
}

void apply_settings(Database& database)
{
    database.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
}

// Whether an error can come from a file system that a write-ahead log does not work on.
bool may_lack_shared_memory(const SqliteError& error)
{
    const int family = error.code() & 0xFF;
    return family == SQLITE_READONLY || family == SQLITE_CANTOPEN || family == SQLITE_IOERR || family == SQLITE_PROTOCOL;
}

void try_write(Database& database)
{
    const Transaction undone(database, Access::write);
}

// The connection if the store is ready for use, as it is.
std::optional<Database> open_ready(const std::filesystem::path& file)
{
    try {
        Database database(file);
        database.leave_log_on_close();
        check_is_ours(database, file);
        if (!is_current(database)) {
            return std::nullopt;
        }
        try_write(database);
        return database;
    } catch (const SqliteError& error) {
        if (!may_lack_shared_memory(error)) {
            throw;
        }
        return std::nullopt;
    }
}

std::optional<Database> open_with_log(const std::filesystem::path& file)
{
    try {
        Database database(file);
        database.leave_log_on_close();
        check_is_ours(database, file);
        if (database.integer("PRAGMA user_version") == 0) {
            database.execute("PRAGMA journal_mode = WAL");
        }
        try_write(database);
        return database;
    } catch (const SqliteError& error) {
        if (!may_lack_shared_memory(error)) {
            throw;
        }
        return std::nullopt;
    }
}

Database open_with_rollback_journal(const std::filesystem::path& file)
{
    Database database(file);
    database.leave_log_on_close();
    database.execute("PRAGMA locking_mode = EXCLUSIVE");
    check_is_ours(database, file);
    database.execute("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL");
    try_write(database);
    return database;
}

void bring_up_to_date(Database& database)
{
    Transaction transaction(database, Access::write);
    const std::int64_t version = database.integer("PRAGMA user_version");
    for (auto step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
        database.execute(steps[step]);
    }
    database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, records_schema));
    transaction.commit();
}

// Held while a store is opened: shared with others who only look, alone by the one who sets it up.
Descriptor lock_setup(const std::filesystem::path& folder, LockKind kind)
{
    const std::filesystem::path file = folder / "cases.lock";
    Descriptor lock = open_lock_file(file);
    if (lock_byte(lock, {setup_byte, kind, setup_patience}, file) == LockResult::timed_out) {
        throw SqliteError(SQLITE_BUSY, 0, "another process is setting it up");
    }
    return lock;
}

Database set_up(const std::filesystem::path& folder, const std::filesystem::path& file)
{
    const Descriptor lock = lock_setup(folder, LockKind::exclusive);
    std::optional<Database> database = open_ready(file);
    if (database) {
        return std::move(*database);   // somebody else was quicker
    }
    database = open_with_log(file);
    if (!database) {
        database = open_with_rollback_journal(file);
    }
    apply_settings(*database);
    bring_up_to_date(*database);
    return std::move(*database);
}

std::optional<Database> look(const std::filesystem::path& folder, const std::filesystem::path& file)
{
    const Descriptor lock = lock_setup(folder, LockKind::shared);
    return open_ready(file);
}

} // namespace

Database open_records(const std::filesystem::path& folder)
{
    const std::filesystem::path file = folder / "records.db";
    make_private_folder(folder);
    make_private_file(file);
    std::optional<Database> ready = look(folder, file);
    Database database = ready ? std::move(*ready) : set_up(folder, file);
    apply_settings(database);
    database.tidy_log_on_close();
    return database;
}

} // namespace unknot
