// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/feedback.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace unknot;

TEST_CASE("each kind of feedback is read as it is written")
{
    for (const auto kind : {FeedbackKind::tree, FeedbackKind::article, FeedbackKind::case_end, FeedbackKind::provider}) {
        CHECK(feedback_kind(name(kind)) == kind);
    }
    CHECK(name(FeedbackKind::case_end) == "case");
    CHECK_FALSE(feedback_kind("node"));
    CHECK_FALSE(feedback_kind(""));
}

TEST_CASE("each reason has a code of its own that leads back to it")
{
    std::set<std::string_view> codes;
    for (const FeedbackReason reason : feedback_reasons()) {
        codes.insert(code(reason));
        CHECK(feedback_reason(code(reason)) == reason);
    }
    CHECK(codes.size() == feedback_reasons().size());
    CHECK(code(FeedbackReason::too_long) == "too_long");
    CHECK(code(FeedbackReason::other) == "other");
    CHECK_FALSE(feedback_reason("too-long"));
}

TEST_CASE("what is offered fits what is rated and ends with other")
{
    for (const auto kind : {FeedbackKind::tree, FeedbackKind::article, FeedbackKind::case_end, FeedbackKind::provider}) {
        const auto offered = reasons_for(kind);
        CHECK(offered.back() == FeedbackReason::other);
        const bool about_support = std::find(offered.begin(), offered.end(), FeedbackReason::no_answer) != offered.end();
        CHECK(about_support == (kind == FeedbackKind::provider));
    }
}

TEST_CASE("the last rating counts and the first one says when it was given")
{
    Feedback feedback;
    feedback.kind = FeedbackKind::case_end;
    feedback.target = "12";
    feedback.ratings = {{1, FeedbackReason::wrong, "", "", "2026-01-01T00:00:00Z"}, {4, FeedbackReason::settled, "", "", "2026-02-01T00:00:00Z"}};
    CHECK(target_name(feedback) == "case:12");
    CHECK(feedback.latest().stars == 4);
    CHECK(feedback.given() == "2026-01-01T00:00:00Z");
}
