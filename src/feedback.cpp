// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/feedback.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 4> kind_names = {"tree", "article", "case", "provider"};

using enum FeedbackReason;
constexpr std::array all_reasons = {
    solved, unclear, wrong, outdated, incomplete, too_long, not_my_case, hard_to_find, slow_support, no_answer, settled, other};
constexpr std::array<std::string_view, all_reasons.size()> reason_codes = {"solved", "unclear", "wrong", "outdated", "incomplete", "too_long",
    "not_my_case", "hard_to_find", "slow_support", "no_answer", "settled", "other"};

} // namespace

std::string_view name(FeedbackKind kind)
{
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::optional<FeedbackKind> feedback_kind(std::string_view name)
{
    const auto found = std::find(kind_names.begin(), kind_names.end(), name);
    return found == kind_names.end() ? std::nullopt : std::optional(static_cast<FeedbackKind>(found - kind_names.begin()));
}

std::string_view code(FeedbackReason reason)
{
    return reason_codes.at(static_cast<std::size_t>(reason));
}

std::optional<FeedbackReason> feedback_reason(std::string_view code)
{
    const auto found = std::find(reason_codes.begin(), reason_codes.end(), code);
    return found == reason_codes.end() ? std::nullopt : std::optional(all_reasons.at(static_cast<std::size_t>(found - reason_codes.begin())));
}

std::span<const FeedbackReason> feedback_reasons()
{
    return all_reasons;
}

std::vector<FeedbackReason> reasons_for(FeedbackKind kind)
{
    if (kind == FeedbackKind::provider) {
        return {solved, unclear, wrong, slow_support, no_answer, settled, other};
    }
    if (kind == FeedbackKind::case_end) {
        return {solved, unclear, wrong, outdated, incomplete, too_long, not_my_case, settled, other};
    }
    return {solved, unclear, wrong, outdated, incomplete, too_long, not_my_case, hard_to_find, other};
}

std::string target_name(const Feedback& feedback)
{
    return fmt::format("{}:{}", name(feedback.kind), feedback.target);
}

} // namespace unknot
