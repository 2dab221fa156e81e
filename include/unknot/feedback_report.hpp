// SPDX-License-Identifier: GPL-3.0-or-later
// What the feedback of one or many machines says together. The last rating of each feedback counts; its month is the one in which it was given.
// The same feedback in two exports (by its uid) counts once, with its longer history.
#pragma once

#include "unknot/feedback.hpp"
#include "unknot/statistics.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

inline constexpr int liked_from = 4;   // stars

struct Average {
    std::size_t count = 0;
    double mean = 0;                           // of the stars
    std::optional<Interval> mean_interval;     // within 1 to 5; see statistics.hpp for when there is none
    double liked = 0;                          // the share of 4 and 5 stars
    Interval liked_interval;
};

struct MonthRow {
    std::string month;   // "2026-11"
    Average average;
};

// Something that was rated: a tree, an article, a provider; of cases the node that they ended at.
struct RatedRow {
    FeedbackKind kind = FeedbackKind::tree;
    std::string target;   // an id; of cases the tree's
    std::string node;     // of cases; empty for others
    Average average;
    std::optional<FeedbackReason> main_reason;   // that was given most often
};

struct ReasonRow {
    FeedbackReason reason = FeedbackReason::other;
    std::size_t count = 0;
    double mean = 0;
};

struct WordRow {
    std::string word;
    std::size_t count = 0;   // of feedbacks that have it
    double mean = 0;         // of their stars
};

struct RevisedRow {
    std::string target;      // "provider:electrum"
    int from = 0;            // stars at first
    int to = 0;              // stars now
    std::size_t times = 0;
    std::string because;
};

struct FeedbackReport {
    Average all;
    std::array<std::size_t, most_stars> stars = {};   // how many gave one, two, …
    std::vector<MonthRow> months;                     // in order; months without any are left out
    std::vector<RatedRow> rated;                      // the worst first: by the upper end of the interval of `liked`, so that one vote is no verdict
    std::vector<ReasonRow> reasons;                   // the most frequent first
    std::vector<WordRow> words;                       // in two feedbacks or more, the most frequent first
    std::vector<RevisedRow> revised;                  // the one revised last first
};

// Stand-ins of the redactor are no words.
FeedbackReport report_on(std::vector<Feedback> feedback);

} // namespace unknot
