// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody thought of a tree, an article, the end of a case, or a provider's support: stars, one reason, a few words. A rating that is
// revised stays in the history; the last one counts. Plain data: it is kept by feedback_store.hpp, and counted by feedback_report.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr int most_stars = 5;                       // from 1
inline constexpr std::size_t feedback_max_bytes = 4096;    // of a free text; a longer one is refused

enum class FeedbackKind { tree, article, case_end, provider };

std::string_view name(FeedbackKind kind);                  // "tree", "article", "case", "provider"
std::optional<FeedbackKind> feedback_kind(std::string_view name);

// Why the stars are what they are. The list is closed, so that the reasons of many machines can be counted together.
enum class FeedbackReason {
    solved,         // it solved the problem
    unclear,        // it was not understood
    wrong,          // what it said was not true
    outdated,       // it was true once
    incomplete,     // something was missing
    too_long,       // too many steps, too much text
    not_my_case,    // it was about something else
    hard_to_find,   // it took long to get there
    slow_support,   // the support took too long
    no_answer,      // the support did not answer
    settled,        // it was put right afterwards
    other,
};

std::string_view code(FeedbackReason reason);              // "too_long"
std::optional<FeedbackReason> feedback_reason(std::string_view code);
std::span<const FeedbackReason> feedback_reasons();        // all of them
std::vector<FeedbackReason> reasons_for(FeedbackKind kind);   // those that are offered for it; any other is taken as well

struct Rating {
    int stars = 0;                          // 1 to 5
    std::optional<FeedbackReason> reason;
    std::string text;                       // in the person's own words
    std::string because;                    // of a revision: why it was revised
    std::string at;                         // UTC, `2026-11-21T22:40:03Z`

    bool operator==(const Rating&) const = default;
};

struct Feedback {
    std::int64_t id = 0;           // on this machine
    std::string uid;               // on all machines: 16 hexadecimal digits
    FeedbackKind kind = FeedbackKind::tree;
    std::string target;            // an id, or the number of a case
    std::string pack;              // where the target, or the case's tree, was found
    std::string version;           // of the pack
    std::string tree;              // of a case; empty for others, as the next two are
    std::string end;               // the node
    std::string outcome;           // its class
    std::string language;          // that was spoken
    std::vector<Rating> ratings;   // at least one; the first one given comes first

    const Rating& latest() const { return ratings.back(); }
    const std::string& given() const { return ratings.front().at; }

    bool operator==(const Feedback&) const = default;
};

// "tree:payment-failure", "case:12".
std::string target_name(const Feedback& feedback);

} // namespace unknot
