// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/case_store.hpp"

#include "case_store/private_files.hpp"
#include "case_store/records.hpp"
#include "case_store/rows.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <utility>

namespace unknot {

namespace {

constexpr std::chrono::seconds claim_patience{2};

void need_case(const Database& database, std::int64_t id)
{
    if (database.changes() == 0) {
        throw Failure(fmt::format("expected the number of a case, found none with number {}", id), "unknot case list");
    }
}

} // namespace

struct CaseStore::Connection : Records {
    using Records::Records;
};

CaseStore::CaseStore(const std::filesystem::path& folder) : connection_(std::make_unique<Connection>(folder))
{
}

CaseStore::~CaseStore() = default;
CaseStore::CaseStore(CaseStore&&) noexcept = default;
CaseStore& CaseStore::operator=(CaseStore&&) noexcept = default;

CaseStore::Claim::~Claim()
{
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

CaseStore::Claim::Claim(Claim&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1))
{
}

CaseStore::Claim& CaseStore::Claim::operator=(Claim&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

CaseStore::Claim CaseStore::claim(std::int64_t id) const
{
    if (id < 1) {
        throw Failure(fmt::format("expected the number of a case, from 1, found {}", id), "unknot case list");
    }
    const std::filesystem::path file = connection_->folder / "cases.lock";
    Descriptor descriptor = open_lock_file(file);
    if (lock_byte(descriptor, {id, LockKind::exclusive, claim_patience}, file) == LockResult::timed_out) {
        throw Failure(fmt::format("case {} is in use", id), fmt::format("leave the other walk of case {} with s, then try again", id));
    }
    return Claim(descriptor.release());
}

std::int64_t CaseStore::create(const CaseHead& head, const std::string& now)
{
    return attempt("save a new case", connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        insert_case(database, connection_->redactor, head, now);
        const std::int64_t id = database.last_id();
        transaction.commit();
        return id;
    });
}

void CaseStore::append(std::int64_t id, const std::vector<Event>& events, const std::string& now)
{
    attempt(fmt::format("save case {}", id), connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        touch_case(database, id, now);
        need_case(database, id);
        insert_events(database, connection_->redactor, id, events, now);
        transaction.commit();
    });
}

void CaseStore::conclude(std::int64_t id, CaseState state, const std::string& outcome, const std::string& end, const std::string& version,
                         const std::string& now)
{
    attempt(fmt::format("save case {}", id), connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        touch_case(database, id, now);
        need_case(database, id);
        CaseHead head;
        head.id = id;
        head.state = state;
        head.outcome = outcome;
        head.end = end;
        head.version = version;
        update_case(database, connection_->redactor, head);
        transaction.commit();
    });
}

std::optional<CaseRecord> CaseStore::find(std::int64_t id) const
{
    return attempt(fmt::format("read case {}", id), connection_->folder, [&]() -> std::optional<CaseRecord> {
        const Transaction same_moment(connection_->database, Access::read);
        const std::optional<CaseHead> head = select_case(connection_->database, id);
        if (!head) {
            return std::nullopt;
        }
        return CaseRecord{*head, select_events(connection_->database, id)};
    });
}

std::vector<CaseHead> CaseStore::list() const
{
    return attempt("list the cases", connection_->folder, [&] { return select_cases(connection_->database); });
}

// Deleted rows are overwritten in the database, but the log still has the pages as they were: it is written back and cut to nothing.
// Where somebody reads the old state for more than five seconds, the next one who writes back the log does the rest.
bool CaseStore::remove(std::int64_t id)
{
    return attempt(fmt::format("delete case {}", id), connection_->folder, [&] {
        Database& database = connection_->database;
        Transaction transaction(database, Access::write);
        delete_case(database, id);
        const bool found = database.changes() > 0;
        transaction.commit();
        try {
            database.execute("VACUUM");
        } catch (const SqliteError&) {
            // A full disk, or somebody who writes: the pages are overwritten already, only the file stays as long as it was.
        }
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return found;
    });
}

} // namespace unknot
