// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/feedback_report.hpp"

#include "feedback_report/words.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t month_length = 7;   // of "2026-11-21T…"

using Stars = std::vector<double>;
using RatedKey = std::tuple<FeedbackKind, std::string, std::string>;

Average average_of(const Stars& stars)
{
    const auto liked = static_cast<std::size_t>(std::count_if(stars.begin(), stars.end(), [](double value) { return value >= liked_from; }));
    Average average;
    average.count = stars.size();
    average.mean = mean(stars);
    if (const auto interval = mean_interval(stars)) {
        average.mean_interval = Interval{std::max(1.0, interval->low), std::min(double{most_stars}, interval->high)};
    }
    average.liked = stars.empty() ? 0 : static_cast<double>(liked) / static_cast<double>(stars.size());
    average.liked_interval = share_interval(liked, stars.size());
    return average;
}

// Of one uid the longest history; in the order in which they were given.
std::vector<Feedback> each_once(std::vector<Feedback> feedback)
{
    const auto longer_first = [](const Feedback& a, const Feedback& b) {
        return std::make_pair(a.uid, b.ratings.size()) < std::make_pair(b.uid, a.ratings.size());
    };
    std::stable_sort(feedback.begin(), feedback.end(), longer_first);
    const auto same = [](const Feedback& a, const Feedback& b) { return a.uid == b.uid; };
    feedback.erase(std::unique(feedback.begin(), feedback.end(), same), feedback.end());
    std::stable_sort(feedback.begin(), feedback.end(), [](const Feedback& a, const Feedback& b) { return a.given() < b.given(); });
    return feedback;
}

RatedKey key_of(const Feedback& feedback)
{
    const bool of_case = feedback.kind == FeedbackKind::case_end;
    return {feedback.kind, of_case ? feedback.tree : feedback.target, of_case ? feedback.end : std::string()};
}

std::vector<MonthRow> months_of(const std::vector<Feedback>& feedback)
{
    std::map<std::string, Stars> months;
    for (const Feedback& one : feedback) {
        months[one.given().substr(0, month_length)].push_back(one.latest().stars);
    }
    std::vector<MonthRow> rows;
    for (const auto& month : months) {
        rows.push_back({month.first, average_of(month.second)});
    }
    return rows;
}

std::vector<ReasonRow> reasons_of(const std::vector<const Feedback*>& feedback)
{
    std::map<FeedbackReason, Stars> reasons;
    for (const Feedback* one : feedback) {
        if (one->latest().reason) {
            reasons[*one->latest().reason].push_back(one->latest().stars);
        }
    }
    std::vector<ReasonRow> rows;
    for (const auto& reason : reasons) {
        rows.push_back({reason.first, reason.second.size(), mean(reason.second)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ReasonRow& a, const ReasonRow& b) { return a.count > b.count; });
    return rows;
}

RatedRow rated_row(const RatedKey& key, const std::vector<const Feedback*>& feedback)
{
    Stars stars;
    for (const Feedback* one : feedback) {
        stars.push_back(one->latest().stars);
    }
    const auto reasons = reasons_of(feedback);
    return {std::get<0>(key), std::get<1>(key), std::get<2>(key), average_of(stars),
        reasons.empty() ? std::nullopt : std::optional(reasons.front().reason)};
}

std::vector<RatedRow> rated_in(const std::vector<Feedback>& feedback)
{
    std::map<RatedKey, std::vector<const Feedback*>> groups;
    for (const Feedback& one : feedback) {
        groups[key_of(one)].push_back(&one);
    }
    std::vector<RatedRow> rows;
    for (const auto& group : groups) {
        rows.push_back(rated_row(group.first, group.second));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RatedRow& a, const RatedRow& b) {
        return std::make_pair(a.average.liked_interval.high, a.average.mean) < std::make_pair(b.average.liked_interval.high, b.average.mean);
    });
    return rows;
}

std::vector<RevisedRow> revised_in(std::vector<Feedback> feedback)
{
    std::erase_if(feedback, [](const Feedback& one) { return one.ratings.size() < 2; });
    std::stable_sort(feedback.begin(), feedback.end(), [](const Feedback& a, const Feedback& b) { return a.latest().at > b.latest().at; });
    std::vector<RevisedRow> rows;
    for (const Feedback& one : feedback) {
        rows.push_back({target_name(one), one.ratings.front().stars, one.latest().stars, one.ratings.size() - 1, one.latest().because});
    }
    return rows;
}

} // namespace

FeedbackReport report_on(std::vector<Feedback> feedback)
{
    feedback = each_once(std::move(feedback));
    FeedbackReport report;
    Stars stars;
    std::vector<const Feedback*> all;
    for (const Feedback& one : feedback) {
        stars.push_back(one.latest().stars);
        all.push_back(&one);
        ++report.stars.at(static_cast<std::size_t>(one.latest().stars - 1));
    }
    report.all = average_of(stars);
    report.months = months_of(feedback);
    report.rated = rated_in(feedback);
    report.reasons = reasons_of(all);
    report.words = recurring_words(feedback);
    report.revised = revised_in(feedback);
    return report;
}

} // namespace unknot
