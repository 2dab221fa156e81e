// SPDX-License-Identifier: GPL-3.0-or-later
// One opening of the records: the connection that the stores of cases, of feedback and of use work with, and the redactor that every
// text passes on its way in.
#pragma once

#include "case_store/database.hpp"
#include "case_store/refusal.hpp"
#include "case_store/schema.hpp"
#include "unknot/redactor.hpp"

#include <filesystem>
#include <string>

namespace unknot {

// Runs `work`; what SQLite refuses in it becomes a Failure that says what was being done.
template <typename Work>
auto attempt(const std::string& doing, const std::filesystem::path& folder, Work work)
{
    try {
        return work();
    } catch (const SqliteError& error) {
        throw refusal(error.code(), error.os_error(), error.what(), doing, folder / "records.db");
    }
}

struct Records {
    explicit Records(const std::filesystem::path& place)
        : folder(place), database(attempt("open the records", folder, [this] { return open_records(folder); }))
    {
    }

    std::filesystem::path folder;
    Database database;
    Redactor redactor;
};

} // namespace unknot
