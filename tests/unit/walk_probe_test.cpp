// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes that the machine may answer: probes, and remedies that a probe verifies.
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const std::string clock_tree = R"(nodes:
  first:
    probe: {clock: pool.ntp.org}
    ok: good
    warn: drift
    fail: bad
    else: lost
  drift: {decide: [{when: first == warn and first.skew > 60, to: bad}, {else: good}]}
  good: {end: resolved}
  bad: {end: unresolved}
  lost: {end: escalate}
)";

const std::string asking_tree = R"(nodes:
  first: {probe: {tcp: 'example.org:443'}, otherwise: 'Can you open it?', ok: good, fail: bad, else: lost}
  good: {end: resolved}
  bad: {decide: [{when: first == fail, to: told}, {else: lost}]}
  told: {end: unresolved}
  lost: {end: escalate}
)";

const std::string between_tree = R"(nodes:
  first: {ask: 'Begin?', yes: middle, 'no': bad}
  middle: {probe: {clock: pool.ntp.org}, ok: last, else: bad}
  last: {ask: 'Sure?', yes: good, 'no': bad}
  good: {end: resolved}
  bad: {end: unresolved}
)";

const std::string asking_between_tree = R"(nodes:
  first: {ask: 'Begin?', yes: middle, 'no': bad}
  middle: {probe: {clock: pool.ntp.org}, otherwise: 'Is the clock right?', ok: good, else: bad}
  good: {end: resolved}
  bad: {end: unresolved}
)";

const std::string fix_tree = R"(nodes:
  first: {fix: Restart it., tries: 3, solved: good, else: bad}
  good: {end: resolved}
  bad: {end: unresolved}
)";

const std::string verified_tree = R"(nodes:
  first: {probe: {clock: pool.ntp.org}, ok: good, else: repair}
  repair: {fix: Set the clock., verify: first, tries: 2, solved: good, else: bad}
  good: {end: resolved}
  bad: {decide: [{when: repair == not_solved and first == fail, to: told}, {else: good}]}
  told: {end: unresolved}
)";

} // namespace

TEST_CASE("a probe is run and its result picks the target")
{
    Walker walker(clock_tree);
    CHECK(walker.where() == "probing first");
    CHECK(walker.state().probe->id == "first");
    CHECK(walker.state().probe_occurrence == 0);
    CHECK(Walker(walker).probe("ok").way() == "first=ok:probe[ok] > good=resolved:decision");
    CHECK(Walker(walker).probe("fail").where() == "done bad");
    CHECK(Walker(walker).probe("error").way() == "first=error:probe[else] > lost=escalate:decision");
    CHECK(Walker(walker).probe("skipped").where() == "done lost");
}

TEST_CASE("a status without a target of its own takes else")
{
    Walker walker("nodes:\n  first: {probe: {clock: pool.ntp.org}, ok: good, else: bad}\n  good: {end: resolved}\n  bad: {end: unresolved}\n");
    CHECK(Walker(walker).probe("warn").way() == "first=warn:probe[else] > bad=unresolved:decision");
    CHECK(Walker(walker).probe("fail").where() == "done bad");
}

TEST_CASE("the values of a probe become facts")
{
    Walker walker(clock_tree);
    walker.probe("warn", {{"skew", "95"}, {"nonsense", "1"}});
    CHECK(walker.where() == "done bad");
    CHECK(walker.known("first") == "warn");
    CHECK(walker.known("first.skew") == "95");
    CHECK(walker.known("first.nonsense") == "?");
    CHECK(Walker(clock_tree).probe("warn", {{"skew", "30"}}).where() == "done good");
    CHECK(Walker(clock_tree).probe("warn", {{"skew", "much"}}).known("first.skew") == "?");
}

TEST_CASE("a probe runs each time it is entered and the old values are gone")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {probe: {clock: pool.ntp.org}, ok: count, else: count, save: time}
  count: {set: {n: n + 1}, decide: [{when: n < 3, to: first}, {else: good}]}
  good: {end: resolved}
)");
    walker.probe("ok", {{"skew", "1"}});
    CHECK(walker.known("time.skew") == "1");
    CHECK(walker.where() == "probing first");
    CHECK(walker.state().probe_occurrence == 1);
    walker.probe("error");
    CHECK(walker.known("time") == "error");
    CHECK(walker.known("time.skew") == "?");
    walker.probe("warn");
    CHECK(walker.where() == "done good");
    CHECK(walker.known("first") == "?");
}

TEST_CASE("otherwise is asked only when the probe could not tell")
{
    for (const auto* status : {"ok", "warn", "fail"}) {
        CHECK(Walker(asking_tree).probe(status).state().standing == Standing::done);
    }
    for (const auto* status : {"error", "skipped"}) {
        Walker walker(asking_tree);
        walker.probe(status);
        CHECK(walker.where() == "asking first");
        CHECK(walker.state().node->kind == NodeKind::probe);
        CHECK(walker.state().text == "Can you open it?");
        CHECK(walker.known("first") == status);
        CHECK(Walker(walker).answer("yes").way() == "first=yes:person[ok] > good=resolved:decision");
        CHECK(Walker(walker).answer("yes").known("first") == "ok");
        CHECK(Walker(walker).answer("no").where() == "done told");
        CHECK(Walker(walker).answer("no").known("first") == "fail");
        CHECK(Walker(walker).answer("unknown").way() == "first=unknown:person[else] > lost=escalate:decision");
        CHECK_THROWS_AS(Walker(walker).answer("ok"), Failure);
    }
}

TEST_CASE("the answer of a person in place of a probe can be taken back")
{
    Walker walker(asking_tree);
    walker.probe("skipped").answer("yes").back();
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().proposal == "yes");
    CHECK(walker.answer("no").where() == "done told");
}

TEST_CASE("whoever goes back before a probe has it run again on the way forward")
{
    Walker walker(between_tree);
    walker.answer("yes").probe("ok", {{"skew", "1"}}).answer("yes").back();
    CHECK(walker.where() == "asking last");
    CHECK(walker.known("middle.skew") == "1");
    walker.back();
    CHECK(walker.where() == "asking first");
    walker.answer("yes");
    CHECK(walker.where() == "probing middle");
    CHECK(walker.state().probe_occurrence == 0);
    CHECK(walker.known("middle") == "?");
    CHECK(Walker(walker).probe("fail").where() == "done bad");
    walker.probe("ok", {{"skew", "2"}});
    CHECK(walker.where() == "done good");   // the later answer still fits
    CHECK(walker.known("middle.skew") == "2");
    CHECK(walker.state().happenings.size() == 3);
}

TEST_CASE("going back behind a probe and correcting an answer keep its result")
{
    Walker walker(between_tree);
    walker.answer("yes").probe("ok").answer("yes").back().answer("no");
    CHECK(walker.where() == "done bad");
    CHECK(walker.known("middle") == "ok");
    CHECK(walker.correct("first", "yes").known("middle") == "ok");
}

TEST_CASE("what a person says in place of a probe outlasts going back before it")
{
    Walker walker(asking_between_tree);
    walker.answer("yes").probe("ok").take({EventKind::probe, "middle", 0, "skipped", {}, Origin::person, false, {}}).back();
    CHECK(walker.where() == "asking first");
    CHECK(walker.answer("yes").where() == "asking middle");
}

TEST_CASE("a remedy asks whether it helped as often as it has tries")
{
    Walker walker(fix_tree);
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().attempt == 1);
    CHECK(Walker(walker).answer("solved").way() == "first=solved:person[solved] > good=resolved:decision");
    walker.answer("not_solved");
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().attempt == 2);
    CHECK(walker.state().occurrence == 1);
    CHECK(walker.known("first") == "not_solved");
    walker.answer("not_solved");
    CHECK(Walker(walker).answer("solved").way()
          == "first=not_solved:person > first=not_solved:person > first=solved:person[solved] > good=resolved:decision");
    walker.answer("not_solved");
    CHECK(walker.way() == "first=not_solved:person > first=not_solved:person > first=not_solved:person[else] > bad=unresolved:decision");
    CHECK(walker.known("first") == "not_solved");
    CHECK_THROWS_AS(Walker(fix_tree).answer("yes"), Failure);
}

TEST_CASE("a remedy has one try unless it says more")
{
    Walker walker("nodes:\n  first: {fix: [Unplug it., Wait.], solved: good, else: bad}\n  good: {end: resolved}\n  bad: {end: unresolved}\n");
    CHECK(walker.state().text == "1. Unplug it.\n2. Wait.\n");
    CHECK(walker.answer("not_solved").where() == "done bad");
}

TEST_CASE("a probe verifies a remedy and only ok solves it")
{
    Walker walker(verified_tree);
    walker.probe("fail");
    CHECK(walker.where() == "probing first for repair");
    CHECK(walker.state().node->id == "repair");
    CHECK(walker.state().probe_occurrence == 1);
    CHECK(Walker(walker).probe("ok").way() == "first=fail:probe[else] > repair=solved:probe[solved] > good=resolved:decision");
    CHECK(Walker(walker).probe("ok").known("first") == "ok");
    CHECK(Walker(walker).probe("ok").known("repair") == "solved");
    for (const auto* status : {"warn", "fail"}) {
        Walker second = walker;
        second.probe(status);
        CHECK(second.where() == "probing first for repair");
        CHECK(second.state().attempt == 2);
        CHECK(second.probe("fail").where() == "done told");
    }
}

TEST_CASE("when the probe can not run the person says whether it helped")
{
    for (const auto* status : {"error", "skipped"}) {
        Walker walker(verified_tree);
        walker.probe("fail").probe(status);
        CHECK(walker.where() == "asking repair");
        CHECK(Walker(walker).answer("solved").way() == "first=fail:probe[else] > repair=solved:person[solved] > good=resolved:decision");
        walker.answer("not_solved");
        CHECK(walker.where() == "probing first for repair");
        CHECK(walker.probe("ok").where() == "done good");
    }
}

TEST_CASE("happenings tell probes and answers in the order of the walk")
{
    Walker walker(verified_tree);
    walker.probe("fail", {{"skew", "95"}}).probe("skipped").answer("not_solved").probe("ok");
    std::string text;
    for (const auto& happening : walker.state().happenings) {
        text += fmt::format(
            "{}{}{}{} ", happening.key, happening.kind == EventKind::probe ? ":" : "=", happening.value, happening.fields.empty() ? "" : "+");
    }
    CHECK(text == "first:fail+ first:skipped repair=not_solved first:ok ");
}
