// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/usage_ledger.hpp"

#include "case_store/records.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

void forget_the_oldest(Database& database, std::string_view table)
{
    Statement(database, fmt::format("DELETE FROM {} WHERE id <= ?", table)).bind(database.last_id() - ledger_max_rows).run();
}

} // namespace

struct UsageLedger::Connection : Records {
    using Records::Records;
};

UsageLedger::UsageLedger(const std::filesystem::path& folder) : connection_(std::make_unique<Connection>(folder))
{
}

UsageLedger::~UsageLedger() = default;
UsageLedger::UsageLedger(UsageLedger&&) noexcept = default;
UsageLedger& UsageLedger::operator=(UsageLedger&&) noexcept = default;

void UsageLedger::note(const ShownArticle& reading)
{
    attempt("note an article as read", connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        Statement(database, "INSERT INTO readings (pack, article, at) VALUES (?, ?, ?)").bind(reading.pack).bind(reading.article).bind(reading.at).run();
        forget_the_oldest(database, "readings");
        transaction.commit();
    });
}

// Redacted first and cut then: half a secret is not recognised any more.
void UsageLedger::note(const MissedSearch& search)
{
    attempt("note a search that found nothing", connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        const std::string query = shortened(connection_->redactor.redact(search.query).text, ledger_max_query_points);
        Statement(database, "INSERT INTO missed_searches (query, language, at) VALUES (?, ?, ?)").bind(query).bind(search.language).bind(search.at).run();
        forget_the_oldest(database, "missed_searches");
        transaction.commit();
    });
}

// As with cases, what was deleted is still in the log until that is written back.
void UsageLedger::forget_before(const std::string& at)
{
    attempt("forget what is too old", connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        Statement(database, "DELETE FROM readings WHERE at < ?").bind(at).run();
        const bool read = database.changes() > 0;
        Statement(database, "DELETE FROM missed_searches WHERE at < ?").bind(at).run();
        const bool searched = database.changes() > 0;
        transaction.commit();
        if (read || searched) {
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    });
}

std::vector<ShownArticle> UsageLedger::readings() const
{
    return attempt("read what was read", connection_->folder, [&] {
        std::vector<ShownArticle> readings;
        Statement query(connection_->database, "SELECT pack, article, at FROM readings ORDER BY id");
        while (query.step()) {
            readings.push_back({query.text(0), query.text(1), query.text(2)});
        }
        return readings;
    });
}

std::vector<MissedSearch> UsageLedger::missed_searches() const
{
    return attempt("read the searches", connection_->folder, [&] {
        std::vector<MissedSearch> searches;
        Statement query(connection_->database, "SELECT query, language, at FROM missed_searches ORDER BY id");
        while (query.step()) {
            searches.push_back({query.text(0), query.text(1), query.text(2)});
        }
        return searches;
    });
}

} // namespace unknot
