// SPDX-License-Identifier: GPL-3.0-or-later
// Feedback in the records: what was given, and every revision of it. The file and its rules are those of case_store.hpp: what is written is
// on the disk when a function returns, many processes may write at once, and every text passes the redactor before.
//
// Feedback about a case goes with the case when that is deleted.
#pragma once

#include "unknot/feedback.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

class FeedbackStore {
public:
    // Opens or creates `folder`/records.db; throws Failure as CaseStore does.
    explicit FeedbackStore(const std::filesystem::path& folder);
    ~FeedbackStore();
    FeedbackStore(FeedbackStore&&) noexcept;
    FeedbackStore& operator=(FeedbackStore&&) noexcept;

    // Its number, from 1, never used again. Only the first rating is taken; `uid` is made here, `at` is set to `now`.
    std::int64_t give(const Feedback& feedback, const std::string& now);

    // Adds a rating that counts from now on. Throws Failure when there is no feedback with that number.
    void revise(std::int64_t id, const Rating& rating, const std::string& now);

    std::optional<Feedback> find(std::int64_t id) const;
    std::vector<Feedback> list() const;   // the oldest first
    bool has(FeedbackKind kind, const std::string& target) const;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

} // namespace unknot
