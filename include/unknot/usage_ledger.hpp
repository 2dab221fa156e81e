// SPDX-License-Identifier: GPL-3.0-or-later
// What statistics need besides the cases: which articles were read, and which searches found nothing. In the records, on this machine
// alone; the file and its rules are those of case_store.hpp, and a query passes the redactor before it is written.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace unknot {

inline constexpr int ledger_max_rows = 10'000;                 // of each kind; the oldest go first
inline constexpr std::size_t ledger_max_query_points = 200;    // code points; the rest of a longer query is not kept

struct ShownArticle {
    std::string pack;
    std::string article;
    std::string at;   // UTC, `2026-11-21T22:40:03Z`

    bool operator==(const ShownArticle&) const = default;
};

struct MissedSearch {
    std::string query;
    std::string language;   // the one that was spoken
    std::string at;

    bool operator==(const MissedSearch&) const = default;
};

class UsageLedger {
public:
    // Opens or creates `folder`/records.db; throws Failure as CaseStore does.
    explicit UsageLedger(const std::filesystem::path& folder);
    ~UsageLedger();
    UsageLedger(UsageLedger&&) noexcept;
    UsageLedger& operator=(UsageLedger&&) noexcept;

    void note(const ShownArticle& reading);
    void note(const MissedSearch& search);

    void forget_before(const std::string& at);   // for good: overwritten, not only unlinked

    std::vector<ShownArticle> readings() const;               // the oldest first
    std::vector<MissedSearch> missed_searches() const;   // the oldest first

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

} // namespace unknot
