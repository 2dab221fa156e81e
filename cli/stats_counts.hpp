// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot stats` shows: cases counted by tree and node, why people left, what was read before a human took over, what nothing was found for.
#pragma once

#include "session.hpp"
#include "unknot/case_report.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct LeavingReason {
    std::string value; // of the option
    std::string label; // in the language of the person; the value where the tree is not at hand
    std::size_t count = 0;
};

struct LeftAt {
    std::string tree;
    std::string node;
    std::size_t count = 0;
};

struct ReadBefore {
    std::size_t handed_over = 0;   // cases that were handed to a human, or ended with the advice to do so
    std::size_t after_reading = 0; // of these, with an article read from a day before their beginning to their end
    std::vector<std::pair<std::string, std::size_t>> articles;
};

struct MissedWords {
    std::string query;
    std::size_t count = 0;
    std::string last;   // when
};

struct Counts {
    std::size_t cases = 0;
    std::vector<TreeCount> trees;
    std::vector<LeavingReason> reasons;   // first answers of the tree about leaving, the most frequent first
    std::vector<LeftAt> left;             // where open cases stand, the most frequent first
    std::optional<ReadBefore> read;       // of this machine only
    std::vector<MissedWords> missed;      // of this machine only; the most frequent first
};

// Throws Failure for files that can't be read. A tree that no pack has is counted by its answers, with a warning.
Counts count_cases(const StatsCommand& command, const Session& session);

} // namespace unknot
