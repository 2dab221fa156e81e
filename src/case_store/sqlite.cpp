// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store/sqlite.hpp"

#include "late_library.hpp"
#include "unknot/problem.hpp"

namespace unknot {

namespace {

template <class Function>
void load(Function*& function, const LateLibrary& library, const char* name)
{
    function = library.find<Function>(name);
    if (function == nullptr) {
        throw Failure("cannot load the library '" UNKNOT_SQLITE "', which keeps the record", "install SQLite");
    }
}

} // namespace

Sqlite::Sqlite()
{
    const LateLibrary library(UNKNOT_SQLITE);
    load(open_v2, library, "sqlite3_open_v2");
    load(close_v2, library, "sqlite3_close_v2");
    load(extended_result_codes, library, "sqlite3_extended_result_codes");
    load(busy_timeout, library, "sqlite3_busy_timeout");
    load(db_config, library, "sqlite3_db_config");
    load(system_errno, library, "sqlite3_system_errno");
    load(errmsg, library, "sqlite3_errmsg");
    load(exec, library, "sqlite3_exec");
    load(changes64, library, "sqlite3_changes64");
    load(last_insert_rowid, library, "sqlite3_last_insert_rowid");
    load(get_autocommit, library, "sqlite3_get_autocommit");
    load(prepare_v2, library, "sqlite3_prepare_v2");
    load(finalize, library, "sqlite3_finalize");
    load(bind_int64, library, "sqlite3_bind_int64");
    load(bind_text64, library, "sqlite3_bind_text64");
    load(step, library, "sqlite3_step");
    load(reset, library, "sqlite3_reset");
    load(column_int64, library, "sqlite3_column_int64");
    load(column_text, library, "sqlite3_column_text");
    load(column_bytes, library, "sqlite3_column_bytes");
}

const Sqlite& sqlite()
{
    static const Sqlite loaded;
    return loaded;
}

} // namespace unknot
