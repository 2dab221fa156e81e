// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of SQLite that the store calls, under their own names without "sqlite3_". The library is loaded with the first record (late_library.hpp).
#pragma once

#include <sqlite3.h>

namespace unknot {

struct Sqlite {
    Sqlite(); // throws Failure when the library is not there

    decltype(&sqlite3_open_v2) open_v2;
    decltype(&sqlite3_close_v2) close_v2;
    decltype(&sqlite3_extended_result_codes) extended_result_codes;
    decltype(&sqlite3_busy_timeout) busy_timeout;
    decltype(&sqlite3_db_config) db_config;
    decltype(&sqlite3_system_errno) system_errno;
    decltype(&sqlite3_errmsg) errmsg;
    decltype(&sqlite3_exec) exec;
    decltype(&sqlite3_changes64) changes64;
    decltype(&sqlite3_last_insert_rowid) last_insert_rowid;
    decltype(&sqlite3_get_autocommit) get_autocommit;
    decltype(&sqlite3_prepare_v2) prepare_v2;
    decltype(&sqlite3_finalize) finalize;
    decltype(&sqlite3_bind_int64) bind_int64;
    decltype(&sqlite3_bind_text64) bind_text64;
    decltype(&sqlite3_step) step;
    decltype(&sqlite3_reset) reset;
    decltype(&sqlite3_column_int64) column_int64;
    decltype(&sqlite3_column_text) column_text;
    decltype(&sqlite3_column_bytes) column_bytes;
};

const Sqlite& sqlite();

} // namespace unknot
