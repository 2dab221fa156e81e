// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk_fixture.hpp"

#include "unknot/case_report.hpp"

#include <algorithm>

using namespace unknot;

namespace {

const std::string main_tree = R"(nodes:
  first:
    ask: Where?
    options: {card: {label: By card, to: sub}, bank: {label: By bank, to: wait}}
    unknown: wait
  sub: {call: other, resolved: done, else: human}
  wait: {ask: Waited, yes: done, no: human}
  done: {end: resolved}
  human: {end: escalate}
)";
const std::string other_tree = R"(nodes:
  first: {ask: A PIN, save: pin, yes: fine, no: bad}
  fine: {end: resolved}
  bad: {end: unresolved}
)";

std::string at_second(int second)
{
    return fmt::format("2026-11-21T22:{:02}:{:02}Z", 40 + second / 60, second % 60);
}

CaseRecord record_of(Walker& walker, const std::vector<int>& seconds, Origin origin = Origin::person)
{
    CaseRecord record;
    record.head.pack = "wallet";
    record.head.tree = "main";
    record.head.started = at_second(0);
    record.events = walker.events;
    for (std::size_t i = 0; i < record.events.size(); ++i) {
        record.events[i].at = at_second(seconds.at(i));
        record.events[i].origin = origin;
    }
    record.head.updated = seconds.empty() ? record.head.started : at_second(seconds.back());
    const WalkState state = walker.state();
    if (state.standing == Standing::done) {
        record.head.state = CaseState::done;
        record.head.end = state.key;
        record.head.outcome = name(state.node->outcome);
    }
    return record;
}

class Report {
public:
    Report() : forest_(forest_of({{"main", main_tree}, {"other", other_tree}})), report_(*read_value(FactType::date, "2026-11-21")) {}

    void walk(const std::vector<std::string>& answers, const std::vector<int>& seconds, Origin origin = Origin::person)
    {
        Walker walker(forest_);
        for (const std::string& answer : answers) {
            walker.answer(answer);
        }
        report_.add(record_of(walker, seconds, origin), &forest_);
    }

    void add_unknown_tree(const CaseRecord& record) { report_.add(record, nullptr); }
    const Forest& forest() const { return forest_; }

    TreeCount only() const
    {
        const auto trees = report_.trees();
        REQUIRE(trees.size() == 1);
        return trees.front();
    }

private:
    Forest forest_;
    CaseReport report_;
};

std::string outline_of(const TreeCount& tree)
{
    std::string text;
    for (const NodeCount& node : tree.nodes) {
        text +=
            fmt::format("{}{}:{}{}", text.empty() ? "" : " ", node.depth, node.node, node.left_here > 0 ? fmt::format("!{}", node.left_here) : "");
    }
    return text;
}

NodeCount node_of(const TreeCount& tree, const std::string& key)
{
    const auto found = std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](const NodeCount& node) { return node.node == key; });
    REQUIRE(found != tree.nodes.end());
    return *found;
}

} // namespace

TEST_CASE("cases are counted by how they ended")
{
    Report report;
    report.walk({"card", "yes"}, {10, 30});
    report.walk({"card", "no"}, {10, 20});
    report.walk({"bank", "no"}, {1, 2});
    report.walk({"bank"}, {5});
    report.walk({}, {});
    const TreeCount tree = report.only();
    CHECK(tree.cases == 5);
    CHECK(tree.resolved == 1);
    CHECK(tree.escalated == 2);
    CHECK(tree.abandoned == 2);
    CHECK(tree.unresolved + tree.workaround + tree.danger == 0);
    CHECK(tree.median_seconds == 20);
}

TEST_CASE("nodes stand as an outline with what left there")
{
    Report report;
    report.walk({"card", "yes"}, {10, 30});
    report.walk({"bank"}, {5});
    report.walk({"bank"}, {5});
    report.walk({"card"}, {5});
    CHECK(outline_of(report.only()) == "0:first 1:sub 2:other/first!1 3:other/fine 2:done 1:wait!2");
    CHECK(node_of(report.only(), "first").seen == 4);
    CHECK(node_of(report.only(), "wait").seen == 2);
    CHECK(node_of(report.only(), "other/first").seen == 2);
}

TEST_CASE("what was not known and what was said first is counted")
{
    Report report;
    report.walk({"unknown", "no"}, {10, 30});
    report.walk({"unknown"}, {10});
    report.walk({"card", "yes"}, {10, 30});
    const TreeCount tree = report.only();
    CHECK(node_of(tree, "first").answered == 3);
    CHECK(node_of(tree, "first").unknown == 2);
    CHECK(node_of(tree, "wait").unknown == 0);
    CHECK(tree.first_answers == std::map<std::string, std::size_t, std::less<>>{{"unknown", 2}, {"card", 1}});
}

TEST_CASE("an answer takes the time since the event before")
{
    Report report;
    report.walk({"bank", "yes"}, {10, 14});
    report.walk({"bank", "yes"}, {30, 31});
    report.walk({"bank", "no"}, {20, 50});
    report.walk({"bank", "no"}, {0, 0}, Origin::file);   // a script
    CHECK(node_of(report.only(), "first").median_seconds == 20);
    CHECK(node_of(report.only(), "wait").median_seconds == 4);
    CHECK_FALSE(node_of(report.only(), "done").median_seconds);
}

TEST_CASE("an answer that was taken back does not count")
{
    Report report;
    CaseReport counted(*read_value(FactType::date, "2026-11-21"));
    Walker walker(report.forest());
    walker.answer("card").back().answer("bank");
    counted.add(record_of(walker, {1, 2, 3}), &report.forest());
    const TreeCount tree = counted.trees().front();
    CHECK(outline_of(tree) == "0:first 1:wait!1");
    CHECK(node_of(tree, "first").answered == 1);
}

TEST_CASE("without the tree outcomes and answers are still counted")
{
    Report report;
    Walker walker(report.forest());
    walker.answer("bank");
    report.add_unknown_tree(record_of(walker, {4}));
    const TreeCount tree = report.only();
    CHECK(tree.abandoned == 1);
    CHECK(outline_of(tree) == "0:first");
    CHECK(node_of(tree, "first").median_seconds == 4);
}

TEST_CASE("times are told apart to the second over midnights and months")
{
    CHECK(seconds_between("2026-02-28T23:59:58Z", "2026-03-01T00:00:03Z") == 5);
    CHECK_FALSE(seconds_between("2026-03-01T00:00:03Z", "2026-02-28T23:59:58Z"));
    for (const char* text : {"", "2026-02-30T00:00:00Z", "2026-02-28T23:59", "yesterday at twelve o", "2026-0a-28T23:59:58Z"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(seconds_between(text, "2026-12-01T00:00:03Z"));
    }
}
