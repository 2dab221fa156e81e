// SPDX-License-Identifier: GPL-3.0-or-later
// The record of every walk: cases and their events, in one SQLite file. The fence around SQLite.
//
// An event is on the disk when append() returns (synchronous=FULL). Many processes may use one store at once. Whatever text comes
// in passes the redactor before it is written. A store written by a newer program is refused, not touched.
#pragma once

#include "unknot/event.hpp"
#include "unknot/redactor.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

enum class CaseState { open, done };

struct CaseHead {
    std::int64_t id = 0;
    std::string pack;
    std::string version;       // of the pack, when the case was last written
    std::string tree;
    std::string language;
    CaseState state = CaseState::open;
    std::string outcome;       // the class of the end, empty while open
    std::string end;           // the end's node, empty while open
    std::string started;       // UTC, `2026-11-21T22:40:03Z`
    std::string updated;
    int answers = 0;           // answer events in it
};

struct CaseRecord {
    CaseHead head;
    std::vector<Event> events;
};

class CaseStore {
public:
    // Opens or creates `folder`/records.db (folder 0700, file 0600, WAL; a rollback journal where WAL can't be had).
    // Throws Failure: not writable, not ours, newer than this program (the message names both schema numbers).
    explicit CaseStore(const std::filesystem::path& folder);
    ~CaseStore();
    CaseStore(CaseStore&&) noexcept;
    CaseStore& operator=(CaseStore&&) noexcept;

    // Keeps a case for this process until it is destroyed or the process ends, however it ends.
    class Claim {
    public:
        explicit Claim(int descriptor) : descriptor_(descriptor) {}
        ~Claim();
        Claim(Claim&& other) noexcept;
        Claim& operator=(Claim&& other) noexcept;

    private:
        int descriptor_ = -1;
    };

    // Claims a case, waiting up to two seconds for another process. Throws Failure "case 12 is in use".
    Claim claim(std::int64_t id) const;

    std::int64_t create(const CaseHead& head, const std::string& now);                     // the new case's number, from 1, never used again
    void append(std::int64_t id, const std::vector<Event>& events, const std::string& now);  // all or none; `at` is set to `now`
    void conclude(std::int64_t id, CaseState state, const std::string& outcome, const std::string& end, const std::string& version,
                  const std::string& now);
    std::optional<CaseRecord> find(std::int64_t id) const;
    std::vector<CaseHead> list() const;      // the one last touched first
    bool remove(std::int64_t id);            // gone for good: overwritten, not only unlinked; false when there was none

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

} // namespace unknot
