// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/feedback_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace unknot;

namespace {

int last_uid = 0;

Feedback rated(int stars, const std::string& text = {}, const std::string& at = "2026-11-21T08:00:00Z")
{
    Feedback feedback;
    feedback.uid = fmt::format("{:016x}", ++last_uid);
    feedback.target = "fees";
    feedback.ratings = {{stars, std::nullopt, text, {}, at}};
    return feedback;
}

Feedback ended(const std::string& tree, const std::string& end, int stars, std::optional<FeedbackReason> reason = std::nullopt)
{
    Feedback feedback = rated(stars);
    feedback.kind = FeedbackKind::case_end;
    feedback.target = std::to_string(last_uid);
    feedback.tree = tree;
    feedback.end = end;
    feedback.ratings.front().reason = reason;
    return feedback;
}

std::string words_of(const std::vector<std::string>& texts)
{
    std::vector<Feedback> feedback;
    for (const std::string& text : texts) {
        feedback.push_back(rated(3, text));
    }
    std::string words;
    for (const WordRow& row : report_on(feedback).words) {
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", row.word, row.count);
    }
    return words;
}

} // namespace

TEST_CASE("nothing makes an empty report")
{
    const FeedbackReport report = report_on({});
    CHECK(report.all.count == 0);
    CHECK(report.rated.empty());
    CHECK(report.months.empty());
}

TEST_CASE("stars are counted and averaged within their bounds")
{
    const FeedbackReport report = report_on({rated(5), rated(4), rated(1), rated(5)});
    CHECK(report.all.count == 4);
    CHECK(report.all.mean == 3.75);
    CHECK(report.all.liked == 0.75);
    REQUIRE(report.all.mean_interval);
    CHECK(report.all.mean_interval->high == 5);   // the formula says 6.8
    CHECK(report.all.mean_interval->low == 1);
    CHECK(report.stars == std::array<std::size_t, 5>{1, 0, 0, 1, 2});
}

TEST_CASE("the last rating counts in the month of the first")
{
    Feedback settled = rated(1, "", "2026-03-31T23:59:59Z");
    settled.ratings.push_back({5, FeedbackReason::settled, "", "they paid", "2026-05-01T00:00:00Z"});
    const FeedbackReport report = report_on({settled, rated(3, "", "2026-04-02T00:00:00Z"), rated(2, "", "2026-03-01T00:00:00Z")});
    REQUIRE(report.months.size() == 2);
    CHECK(report.months[0].month == "2026-03");
    CHECK(report.months[0].average.mean == 3.5);
    CHECK(report.months[1].month == "2026-04");
    REQUIRE(report.revised.size() == 1);
    CHECK(report.revised[0].from == 1);
    CHECK(report.revised[0].to == 5);
    CHECK(report.revised[0].times == 1);
    CHECK(report.revised[0].because == "they paid");
    REQUIRE(report.reasons.size() == 1);
    CHECK(report.reasons[0].reason == FeedbackReason::settled);
}

TEST_CASE("the same feedback in two exports counts once with its longer history")
{
    const Feedback before = rated(1);
    Feedback after = before;
    after.ratings.push_back({4, std::nullopt, "", "", "2026-11-22T08:00:00Z"});
    for (const auto& order : {std::vector<Feedback>{before, after}, std::vector<Feedback>{after, before, before}}) {
        const FeedbackReport report = report_on(order);
        CHECK(report.all.count == 1);
        CHECK(report.all.mean == 4);
    }
}

TEST_CASE("one vote is no verdict")
{
    std::vector<Feedback> feedback = {ended("fees", "unlucky", 1)};
    for (int i = 0; i < 10; ++i) {
        feedback.push_back(ended("fees", "bad", i < 2 ? 5 : 2, i < 5 ? FeedbackReason::wrong : FeedbackReason::unclear));
        feedback.push_back(ended("fees", "good", 5));
    }
    const FeedbackReport report = report_on(feedback);
    REQUIRE(report.rated.size() == 3);
    CHECK(report.rated[0].node == "bad");
    CHECK(report.rated[0].target == "fees");
    CHECK(report.rated[1].node == "unlucky");
    CHECK(report.rated[2].node == "good");
    CHECK(report.rated[0].average.count == 10);
    CHECK(report.rated[2].main_reason == std::nullopt);
    CHECK(report.rated[0].main_reason == FeedbackReason::unclear);   // of equals the one that comes first in the list
}

TEST_CASE("cases are told apart by their ends and everything else by its name")
{
    Feedback article = rated(2);
    article.kind = FeedbackKind::article;
    const FeedbackReport report = report_on({ended("fees", "a", 3), ended("fees", "a", 3), ended("other", "a", 3), article, rated(2)});
    CHECK(report.rated.size() == 4);
}

TEST_CASE("words recur over feedbacks and not within one")
{
    CHECK(words_of({"slow slow slow", "it was fast", "SLOW", "so 42 42", "42"}) == "slow 2");
    CHECK(words_of({"die Gebühren sind hoch", "the Gebühren again", "hoch und höher"}) == "gebühren 2, hoch 2");
    CHECK(words_of({"[phrase-1] stolen", "they have [phrase-1] and [card-12]", "[phrase-2] stolen", "[not a stand-in]", "[stand up"})
          == "stand 2, stolen 2");
}

TEST_CASE("a Chinese word is the longest that recurs as often as its parts")
{
    CHECK(words_of({"手续费太高", "手续费没有说明", "我的手续费"}) == "手续费 3");
    CHECK(words_of({"手续费", "手续费", "手续复杂"}) == "手续 3, 手续费 2");
    CHECK(words_of({"客服不回答", "客服回答太慢"}) == "回答 2, 客服 2");
}
