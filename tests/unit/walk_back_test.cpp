// SPDX-License-Identifier: GPL-3.0-or-later
// Events that change what was said before: back, corrections, answers that no longer fit, and answers that were redacted.
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const std::string three = R"(nodes:
  first: {ask: 'A?', options: {x: {label: X, to: second}, y: {label: Y, to: second}, z: {label: Z, to: good}}}
  second: {ask: 'B?', options: {x: {label: X, to: third}, y: {label: Y, to: good}}}
  third: {ask: 'C?', input: number, max: 10, to: good}
  good: {end: resolved}
)";

const std::string mail_tree = R"(nodes:
  first: {ask: 'Address?', input: email, to: second}
  second:
    decide:
      - {when: known(first), to: third}
      - {else: bad}
  third: {ask: 'Sure?', yes: reads, 'no': good}
  reads: {decide: [{when: 'first == "a@b.example"', to: good}, {else: bad}]}
  good: {end: resolved, say: "Write to {first}."}
  bad: {end: unresolved}
)";

} // namespace

TEST_CASE("back asks again and proposes what was taken back")
{
    Walker walker(three);
    walker.answer("x").answer("x").answer("5").back();
    CHECK(walker.where() == "asking third");
    CHECK(walker.state().proposal == "5");
    CHECK(walker.state().occurrence == 0);
    CHECK(walker.known("third") == "?");
    CHECK(walker.answer("6").where() == "done good");
    CHECK(walker.known("third") == "6");
}

TEST_CASE("going back further and on again uses the answers behind where they fit")
{
    Walker walker(three);
    walker.answer("x").answer("x").answer("5").back().back();
    CHECK(walker.where() == "asking second");
    CHECK(walker.state().proposal == "x");
    Walker same = walker;
    same.answer("x");
    CHECK(same.where() == "done good");
    CHECK(same.known("third") == "5");
    Walker other = walker;
    other.answer("y");
    CHECK(other.way() == "first=x:person[x] > second=y:person[y] > good=resolved:decision");
    CHECK(other.known("third") == "?");
}

TEST_CASE("back may take several answers at once and not more than there are")
{
    Walker walker(three);
    walker.answer("x").answer("x").answer("5");
    CHECK(Walker(walker).back(3).where() == "asking first");
    CHECK(Walker(walker).back(2).where() == "asking second");
    CHECK(Walker(walker).back(3).answer("z").way() == "first=z:person[z] > good=resolved:decision");
    try {
        walker.back(4);
        FAIL("went past the start");
    } catch (const Failure& failure) {
        CHECK(failure.problem().message == "cannot go back 4 answers: only 3 were given so far");
        CHECK(failure.problem().hint == "use '--back 3'");
    }
    CHECK_THROWS_AS(Walker(three).back(), Failure);
}

TEST_CASE("only answers that were given count for back")
{
    Walker walker(R"(nodes:
  first: {ask: 'A?', yes: second, 'no': second}
  second: {ask: 'B?', yes: third, 'no': third, save: known_before}
  third: {probe: {clock: pool.ntp.org}, ok: hello, else: hello}
  hello: {say: Hello., to: fourth}
  fourth: {fix: Do it., tries: 2, solved: good, else: good}
  good: {end: resolved}
)");
    walker.fact("known_before", "yes").answer("no", Origin::file).probe("ok").answer("not_solved").answer("solved");
    CHECK(Walker(walker).back(1).where() == "asking fourth");
    CHECK(Walker(walker).back(1).state().occurrence == 1);
    CHECK(Walker(walker).back(2).state().occurrence == 0);
    CHECK(Walker(walker).back(3).where() == "asking first");
    CHECK_THROWS_AS(Walker(walker).back(4), Failure);
}

TEST_CASE("a correction keeps the later answers that still fit")
{
    Walker walker(three);
    walker.answer("x").answer("x").answer("5").correct("first", "y");
    CHECK(walker.way() == "first=y:person[y] > second=x:person[x] > third=5:person[to] > good=resolved:decision");
    walker.correct("first", "z");
    CHECK(walker.way() == "first=z:person[z] > good=resolved:decision");
    walker.correct("first", "x");
    CHECK(walker.known("third") == "5");
}

TEST_CASE("a stored answer that no longer fits is asked for again")
{
    for (const std::string stored : {"w", "unknown", ""}) {
        Walker walker(three);
        walker.correct("first", stored);
        CHECK(walker.where() == "asking first");
        CHECK(walker.state().rejected == stored);
        CHECK_FALSE(walker.state().proposal);
        walker.answer("z");
        CHECK(walker.where() == "done good");
        CHECK(walker.state().rejected.empty());
    }
    Walker limits(three);
    CHECK(limits.answer("x").answer("x").correct("third", "11").where() == "asking third");
    CHECK(limits.state().rejected == "11");
}

TEST_CASE("answers of a remedy and in place of a probe that no longer fit are asked for again")
{
    const std::string nodes = "nodes:\n  first: {probe: {clock: pool.ntp.org}, otherwise: 'Right?', ok: second, else: second}\n"
                              "  second: {fix: Do it., solved: good, else: good}\n  good: {end: resolved}\n";
    Walker walker(nodes);
    walker.probe("skipped").correct("first", "perhaps");
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().rejected == "perhaps");
    walker.correct("first", "yes").correct("second", "maybe");
    CHECK(walker.where() == "asking second");
    CHECK(walker.state().rejected == "maybe");
    CHECK(walker.answer("solved").where() == "done good");
}

TEST_CASE("events of nodes that nobody knows change nothing")
{
    Walker walker(three);
    walker.correct("gone", "x").correct("sub/first", "x").correct("first", "x", -1).correct("first", "x", 7);
    walker.take({EventKind::withdraw, "gone", 0, {}, {}, Origin::person, false, {}});
    walker.take({EventKind::probe, "second", 2'000'000'000, "ok", {}, Origin::file, false, {}});
    walker.take({EventKind::fact, "gone", 0, "x", {}, Origin::file, false, {}});
    walker.take({EventKind::fact, "third", 0, "no number", {}, Origin::file, false, {}});
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().happenings.empty());
    CHECK(walker.answer("z").where() == "done good");
}

TEST_CASE("a withdrawal of what was never answered is no answer")
{
    Walker walker(three);
    walker.take({EventKind::withdraw, "first", 0, {}, {}, Origin::person, false, {}});
    CHECK(walker.where() == "asking first");
    CHECK_FALSE(walker.state().proposal);
}

TEST_CASE("a later answer to the same time replaces the earlier one")
{
    Walker walker(three);
    walker.answer("x").correct("first", "y").correct("first", "z");
    CHECK(walker.known("first") == "z");
    CHECK(walker.state().happenings.size() == 1);
}

TEST_CASE("a loop answers each time of its own")
{
    Walker walker("nodes:\n  first: {forget: [first], ask: 'More?', yes: first, 'no': good}\n  good: {end: resolved}\n");
    walker.answer("yes").answer("yes").answer("no");
    CHECK(walker.state().path.size() == 4);
    CHECK(walker.state().path[1].occurrence == 1);
    CHECK(Walker(walker).correct("first", "no", 1).way() == "first=yes:person[yes] > first=no:person[no] > good=resolved:decision");
    CHECK(Walker(walker).back(2).where() == "asking first");
    CHECK(Walker(walker).back(2).state().occurrence == 1);
}

TEST_CASE("the same events give the same state however often they are folded")
{
    Walker walker(three);
    walker.answer("x").answer("x").back().answer("x").answer("5");
    CHECK(walker.way() == walker.way());
    CHECK(walker.where() == "done good");
}

TEST_CASE("a redacted answer passes until a condition would read it")
{
    Walker walker(mail_tree);
    walker.masked("first");
    CHECK(walker.where() == "asking third");
    CHECK(walker.state().path[0].masked);
    CHECK(walker.state().path[0].answer == "[email]");
    CHECK(walker.state().happenings[0].masked);
    CHECK(Walker(walker).answer("no").where() == "done good");
    CHECK(Walker(walker).answer("no").state().text == "Write to \\[email\\].");
    walker.answer("yes");
    CHECK(walker.where() == "masked first at reads");
    CHECK(walker.correct("first", "a@b.example").where() == "done good");
}

TEST_CASE("a redacted fact known beforehand passes its question over")
{
    Walker walker(mail_tree);
    walker.take({EventKind::fact, "first", 0, "[email]", {}, Origin::file, true, {}});
    CHECK(walker.where() == "asking third");
    CHECK(walker.way().find("first=[email]:known[to]") == 0);
    CHECK(walker.answer("yes").where() == "masked first at reads");
}

TEST_CASE("a redacted answer whose question can not be passed without it stops there")
{
    for (const std::string question :
        {"options: {a: {label: A, to: good}}", "yes: good, 'no': good", "many: true, options: {a: {label: A}}, to: good"}) {
        Walker walker("nodes:\n  first: {ask: 'Which?', " + question + "}\n  good: {end: resolved}\n");
        CHECK(walker.masked("first").where() == "masked first at first");
    }
}

TEST_CASE("a redacted answer to a remedy or in place of a probe is asked for again")
{
    Walker walker("nodes:\n  first: {probe: {memory: }, otherwise: 'Right?', ok: second, else: second}\n  second: {fix: Do it., solved: good, else: "
                  "good}\n  good: {end: resolved}\n");
    walker.probe("skipped").masked("first", "*");
    CHECK(walker.where() == "asking first");
    walker.correct("first", "yes").masked("second", "*");
    CHECK(walker.where() == "asking second");
    CHECK(walker.state().rejected == "*");
}

TEST_CASE("what is taken back and no longer fits is neither proposed nor told as refused")
{
    Walker walker(three);
    walker.correct("first", "w").take({EventKind::withdraw, "first", 0, {}, {}, Origin::person, false, {}});
    CHECK(walker.where() == "asking first");
    CHECK_FALSE(walker.state().proposal);
    CHECK(walker.state().rejected.empty());
}

TEST_CASE("a redacted value stops a set that would read it")
{
    const std::string head = "facts: {n: {type: number, start: 0}}\nnodes:\n  first: {ask: 'N?', input: number, to: second}\n";
    Walker on_node(head + "  second: {set: {n: n + first}, say: Hm., to: good}\n  good: {end: resolved}\n");
    CHECK(on_node.masked("first", "[card]").where() == "masked first at second");
    Walker on_question(head + "  second: {set: {n: first}, ask: 'Go on?', yes: good, 'no': good}\n  good: {end: resolved}\n");
    CHECK(on_question.masked("first", "[card]").where() == "masked first at second");
    Walker on_option(
        head + "  second: {ask: 'Go on?', options: {a: {label: A, set: {n: first}, to: good}, b: {label: B, to: good}}}\n  good: {end: resolved}\n");
    on_option.masked("first", "[card]");
    CHECK(Walker(on_option).answer("b").where() == "done good");
    CHECK(on_option.answer("a").where() == "masked first at second");
}

TEST_CASE("a branch that is settled before it would read a redacted value is taken")
{
    Walker walker(
        "nodes:\n  first: {ask: 'N?', input: number, to: second}\n  second: {decide: [{when: known(first) or first > 5, to: good}, {else: bad}]}\n"
        "  good: {end: resolved}\n  bad: {end: unresolved}\n");
    CHECK(walker.masked("first", "[card]").where() == "done good");
}
