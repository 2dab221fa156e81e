// SPDX-License-Identifier: GPL-3.0-or-later
// Which databases are records of ours, and how one is made or brought up to date.
#pragma once

#include "case_store/database.hpp"

#include <filesystem>

namespace unknot {

constexpr int records_schema = 2;   // PRAGMA user_version

// Opens `folder`/records.db, creating what is missing. Throws Failure or SqliteError.
Database open_records(const std::filesystem::path& folder);

} // namespace unknot
