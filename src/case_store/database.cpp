// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store/database.hpp"

#include "case_store/sqlite.hpp"

#include <cerrno>
#include <new>

namespace unknot {

namespace {

constexpr int busy_milliseconds = 5000;

} // namespace

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite().close_v2(handle);
}

Database::Database(const std::filesystem::path& file)
{
    sqlite3* handle = nullptr;
    const int code = sqlite().open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    handle_.reset(handle);
    if (handle == nullptr) {
        throw std::bad_alloc();
    }
    if (code != SQLITE_OK) {
        fail(code);
    }
    sqlite().extended_result_codes(handle, 1);
    sqlite().busy_timeout(handle, busy_milliseconds);
    sqlite().db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite().db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

// SQLite keeps no errno for a commit that failed; then the system's own is the one, which was 0 before the call.
void Database::fail(int code) const
{
    const int last = errno;
    const int kept = sqlite().system_errno(handle());
    throw SqliteError(code, kept != 0 ? kept : last, sqlite().errmsg(handle()));
}

void Database::execute(const std::string& statements)
{
    errno = 0;
    const int code = sqlite().exec(handle(), statements.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

std::int64_t Database::integer(const std::string& query)
{
    Statement statement(*this, query);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::changes() const
{
    return sqlite().changes64(handle());
}

std::int64_t Database::last_id() const
{
    return sqlite().last_insert_rowid(handle());
}

void Database::leave_log_on_close()
{
    sqlite().db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Database::tidy_log_on_close()
{
    sqlite().db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite().finalize(statement);
}

Statement::Statement(const Database& database, std::string_view sql) : database_(database)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite().prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    check(code);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
}

Statement& Statement::bind(std::int64_t value)
{
    check(sqlite().bind_int64(statement_.get(), ++bound_, value));
    return *this;
}

Statement& Statement::bind(std::string_view text)
{
    const char* start = text.empty() ? "" : text.data();   // a null pointer would bind NULL
    check(sqlite().bind_text64(statement_.get(), ++bound_, start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

bool Statement::step()
{
    errno = 0;
    const int code = sqlite().step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        database_.fail(code);
    }
    return code == SQLITE_ROW;
}

void Statement::run()
{
    step();
    check(sqlite().reset(statement_.get()));
    bound_ = 0;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite().column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const
{
    const unsigned char* start = sqlite().column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite().column_bytes(statement_.get(), column));
    return start == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(start), size);
}

Transaction::Transaction(Database& database, Access access) : database_(database)
{
    database_.execute(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (sqlite().get_autocommit(database_.handle()) == 0) {
        sqlite().exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    database_.execute("COMMIT");
}

} // namespace unknot
