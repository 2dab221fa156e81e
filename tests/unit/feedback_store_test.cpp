// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store_fixture.hpp"

#include "unknot/feedback_store.hpp"

#include <fstream>
#include <iterator>
#include <set>

using namespace unknot;

namespace {

const std::string later = "2026-12-24T08:00:00Z";
const std::string phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

Feedback feedback_on(FeedbackKind kind, const std::string& target, Rating rating)
{
    Feedback feedback;
    feedback.kind = kind;
    feedback.target = target;
    feedback.pack = "wallet";
    feedback.version = "1.0.0";
    feedback.language = "de";
    feedback.ratings = {std::move(rating)};
    return feedback;
}

std::string bytes_in(const std::filesystem::path& folder)
{
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
}

} // namespace

TEST_CASE("feedback is read back by another opening")
{
    const Folder folder;
    Feedback given = feedback_on(FeedbackKind::case_end, "3", {4, FeedbackReason::solved, "quick, und 很好\n", "", ""});
    given.tree = "payment-failure";
    given.end = "call_the_bank";
    given.outcome = "escalate";
    CHECK(FeedbackStore(folder.records()).give(given, now) == 1);
    const auto found = FeedbackStore(folder.records()).find(1);
    REQUIRE(found);
    CHECK(found->uid.size() == 16);
    given.id = 1;
    given.uid = found->uid;
    given.ratings.front().at = now;
    CHECK(*found == given);
    CHECK_FALSE(FeedbackStore(folder.records()).find(2));
}

TEST_CASE("a revision counts and what was said before stays")
{
    const Folder folder;
    FeedbackStore store(folder.records());
    store.give(feedback_on(FeedbackKind::provider, "electrum", {1, FeedbackReason::no_answer, "nobody answers", "", ""}), now);
    store.give(feedback_on(FeedbackKind::tree, "fees", {3, std::nullopt, "", "", ""}), now);
    store.revise(1, {2, FeedbackReason::slow_support, "after a week", "they answered", ""}, later);
    store.revise(1, {5, FeedbackReason::settled, "", "the dispute is settled", ""}, later);
    const auto all = store.list();
    REQUIRE(all.size() == 2);
    CHECK(all[0].ratings
          == std::vector<Rating>{{1, FeedbackReason::no_answer, "nobody answers", "", now},
              {2, FeedbackReason::slow_support, "after a week", "they answered", later},
              {5, FeedbackReason::settled, "", "the dispute is settled", later}});
    CHECK(all[1].ratings.size() == 1);
    CHECK_FALSE(all[1].latest().reason);
}

TEST_CASE("only feedback that is there is revised")
{
    const Folder folder;
    FeedbackStore store(folder.records());
    const Problem problem = problem_of([&] { store.revise(7, {2, std::nullopt, "", "", ""}, now); });
    CHECK(contains(problem.message, "number 7"));
    CHECK(problem.hint == "unknot feedback list");
    CHECK(store.list().empty());
}

TEST_CASE("no two feedbacks have one uid")
{
    const Folder folder;
    FeedbackStore store(folder.records());
    std::set<std::string> uids;
    for (int i = 0; i < 50; ++i) {
        store.give(feedback_on(FeedbackKind::tree, "fees", {3, std::nullopt, "", "", ""}), now);
    }
    for (const Feedback& feedback : store.list()) {
        uids.insert(feedback.uid);
    }
    CHECK(uids.size() == 50);
}

TEST_CASE("whether something was rated is known by kind and target")
{
    const Folder folder;
    FeedbackStore store(folder.records());
    store.give(feedback_on(FeedbackKind::case_end, "1", {3, std::nullopt, "", "", ""}), now);
    CHECK(store.has(FeedbackKind::case_end, "1"));
    CHECK_FALSE(store.has(FeedbackKind::case_end, "2"));
    CHECK_FALSE(store.has(FeedbackKind::tree, "1"));
}

TEST_CASE("a deleted case takes along what was said about it and nothing else")
{
    const Folder folder;
    CaseStore cases(folder.records());
    FeedbackStore store(folder.records());
    cases.create(head_of("fees"), now);
    cases.create(head_of("fees"), now);
    store.give(feedback_on(FeedbackKind::case_end, "1", {3, std::nullopt, "the marmalade words", "", ""}), now);
    store.give(feedback_on(FeedbackKind::case_end, "2", {3, std::nullopt, "", "", ""}), now);
    store.give(feedback_on(FeedbackKind::tree, "1", {3, std::nullopt, "", "", ""}), now);
    REQUIRE(cases.remove(1));
    const auto left = store.list();
    REQUIRE(left.size() == 2);
    CHECK(target_name(left[0]) == "case:2");
    CHECK(target_name(left[1]) == "tree:1");
    CHECK_FALSE(contains(bytes_in(folder.records()), "marmalade"));
}

TEST_CASE("secrets in feedback never reach the disk")
{
    const Folder folder;
    FeedbackStore store(folder.records());
    Feedback feedback = feedback_on(FeedbackKind::provider, "4111111111111111", {2, std::nullopt, "my words: " + phrase, "", ""});
    feedback.pack = feedback.version = feedback.tree = feedback.end = feedback.outcome = feedback.language = "4111 1111 1111 1111";
    store.give(feedback, now);
    store.revise(1, {3, std::nullopt, "card 4111 1111 1111 1111", "sent them " + phrase, ""}, later);
    const std::string bytes = bytes_in(folder.records());
    CHECK_FALSE(contains(bytes, "abandon abandon"));
    CHECK_FALSE(contains(bytes, "4111"));
    CHECK(store.list().front().ratings.front().text == "my words: [phrase-1]");
}
