// SPDX-License-Identifier: GPL-3.0-or-later
// The case that a walk is written to, or nothing where it can't or shall not be written.
#pragma once

#include "session.hpp"
#include "unknot/case_store.hpp"
#include "unknot/walk.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace unknot {

// Where the records of the session lie. Throws Failure where none can be kept.
std::filesystem::path records_folder(const Session& session);

// The cases of the session. Throws Failure where they can't be kept.
CaseStore open_records(const Session& session);

// What statistics count besides cases: an article that was read, words that nothing was found for. Where that can't be written nothing is said:
// nobody asked for it.
void note_reading(const Session& session, const std::string& pack, const std::string& article);
void note_missed_search(const Session& session, const std::string& query);

class Recording {
public:
    // A walk that leaves no trace.
    Recording() = default;

    // A new case. Where the state folder can't be written there is one warning, and the walk goes on unrecorded.
    static Recording begin(const Session& session, const CaseHead& head);

    // A saved case, claimed for this process. Throws Failure when it isn't there or in use.
    static Recording resume(const Session& session, std::int64_t id, CaseRecord& record);

    std::optional<std::int64_t> id() const { return id_; }

    // Where it is written; null for a walk that leaves no trace.
    const CaseStore* store() const { return store_ ? &*store_ : nullptr; }

    // On the disk when it returns.
    void append(const Session& session, std::span<const Event> events);
    void conclude(const Session& session, const WalkState& state, const std::string& version);

private:
    std::optional<CaseStore> store_;
    std::optional<CaseStore::Claim> claim_;
    std::optional<std::int64_t> id_;
};

} // namespace unknot
