// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's connection, statements and transactions as values that clean up after themselves. What SQLite refuses is a SqliteError;
// the store turns it into a Failure, which knows what was being done.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace unknot {

class SqliteError : public std::runtime_error {
public:
    SqliteError(int code, int os_error, const std::string& detail) : std::runtime_error(detail), code_(code), os_error_(os_error) {}

    int code() const noexcept { return code_; }   // extended
    int os_error() const noexcept { return os_error_; }

private:
    int code_;
    int os_error_;
};

class Database {
public:
    explicit Database(const std::filesystem::path& file);   // must exist; waits up to five seconds for other programs' locks

    void execute(const std::string& statements);
    std::int64_t integer(const std::string& query);   // the first column of the first row
    std::int64_t changes() const;                     // rows touched by the last statement
    std::int64_t last_id() const;

    // A connection that only looked must not tidy up a store that it does not understand; see schema.cpp.
    void leave_log_on_close();
    void tidy_log_on_close();

    [[noreturn]] void fail(int code) const;
    sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };

    std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
public:
    Statement(const Database& database, std::string_view sql);

    // Values for the parameters in order; then step().
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);   // any bytes

    bool step();    // true while there is a row
    void run();     // for statements without rows; the parameters can be bound again afterwards

    std::int64_t integer(int column) const;
    std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    void check(int code) const;

    const Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
};

enum class Access { read, write };

// All or nothing: undone unless committed. A writer takes its turn at the start, so it can wait but never deadlock.
class Transaction {
public:
    Transaction(Database& database, Access access);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& database_;
};

} // namespace unknot
