// SPDX-License-Identifier: GPL-3.0-or-later
// What the walk knows: start, set, save, forget, confirm, and questions passed over.
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

TEST_CASE("a question whose fact is known is passed over")
{
    Walker walker(R"(nodes:
  first: {ask: 'Which?', options: {card: {label: Card, to: second}, cash: {label: Cash, to: bad}}, save: kind}
  second: {ask: 'And now?', options: {card: {label: Card, to: good}, coin: {label: Coin, to: bad}}, save: kind}
  good: {end: resolved}
  bad: {end: unresolved}
)");
    CHECK(Walker(walker).answer("card").way() == "first=card:person[card] > second=card:known[card] > good=resolved:decision");
    CHECK(Walker(walker).answer("card").known("first") == "?");
    CHECK(Walker(walker).answer("card").known("kind") == "card");
    Walker beforehand = walker;
    beforehand.fact("kind", "card");
    CHECK(beforehand.way() == "first=card:known[card] > second=card:known[card] > good=resolved:decision");
    CHECK(Walker(walker).fact("kind", "coin").where() == "asking first");
}

TEST_CASE("a known list or number passes its question over by its own way on")
{
    Walker walker(R"(nodes:
  first: {ask: 'What?', many: true, options: {a: {label: A}, b: {label: B}}, to: second}
  second: {ask: 'How much?', input: number, min: 5, next: [{when: second > 9, to: good}, {else: bad}]}
  good: {end: resolved}
  bad: {end: unresolved}
)");
    CHECK(Walker(walker).fact("first", "b,a").fact("second", "10").way()
          == "first=b,a:known[b,a,to] > second=10:known[next 1] > good=resolved:decision");
    CHECK(Walker(walker).fact("first", "a").fact("second", "4").where() == "asking second");
}

TEST_CASE("confirm asks although the value is known and proposes it")
{
    Walker walker("nodes:\n  first: {ask: 'Who?', input: text, to: second, save: who}\n  second: {ask: 'Still?', input: text, to: good, save: who, "
                  "confirm: true}\n  good: {end: resolved}\n");
    walker.answer("me");
    CHECK(walker.where() == "asking second");
    CHECK(walker.state().proposal == "me");
    walker.answer("you");
    CHECK(walker.where() == "done good");
    CHECK(walker.known("who") == "you");
    CHECK_FALSE(walker.state().proposal);
}

TEST_CASE("a known value that a confirming question can not take is not proposed")
{
    Walker walker("nodes:\n  first: {ask: 'N?', input: number, to: second, save: n}\n  second: {ask: 'N again?', input: number, max: 5, to: good, "
                  "save: n, confirm: true}\n  good: {end: resolved}\n");
    walker.answer("9");
    CHECK(walker.where() == "asking second");
    CHECK_FALSE(walker.state().proposal);
}

TEST_CASE("a fact starts once per walk whatever tree is begun again")
{
    const std::map<std::string, std::string> trees = {{"main", R"(facts: {n: {type: number, start: 5}}
nodes:
  first: {set: {n: n + 1}, call: sub, else: second}
  second: {call: sub, else: third}
  third: {forget: [n], say: Gone., to: fourth}
  fourth: {call: sub, else: good}
  good: {end: resolved}
)"},
        {"sub", "facts: {n: {type: number, start: 0}, m: {type: number, start: 1}}\nnodes:\n  first: {set: {m: m * 2}, say: \"{n}/{m}\", to: last}\n "
                " last: {end: resolved}\n"}};
    Walker walker(trees);
    std::string texts;
    for (const auto& step : walker.state().path) {
        texts += step.key == "sub/first" ? step.text + " " : "";
    }
    CHECK(texts == "6/2 6/4 …/8 ");
    CHECK(walker.known("n") == "?");
}

TEST_CASE("a fact known beforehand keeps its value over its start")
{
    Walker walker("facts: {n: {type: number, start: 5}}\nnodes:\n  first: {set: {n: n + 1}, end: resolved}\n");
    CHECK(walker.known("n") == "6");
    CHECK(Walker(walker).fact("n", "10").known("n") == "11");
}

TEST_CASE("set on a node happens on each entering and before anything else")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {set: {n: n + 1}, forget: [first], ask: "Round {n}?", yes: first, 'no': good}
  good: {set: {n: n * 10}, end: resolved, say: "{n}"}
)");
    CHECK(walker.state().text == "Round 1?");
    walker.answer("yes");
    CHECK(walker.state().text == "Round 2?");
    walker.answer("no");
    CHECK(walker.state().text == "20");
}

TEST_CASE("set on a node does not happen when it is passed over")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {ask: 'Sure?', yes: second, 'no': second, save: sure}
  second: {set: {n: n + 1}, ask: 'Sure?', yes: good, 'no': good, save: sure}
  good: {end: resolved}
)");
    CHECK(walker.answer("yes").known("n") == "0");
}

TEST_CASE("several sets happen in the order of the file")
{
    Walker walker(
        "facts: {a: {type: number, start: 1}, b: {type: number, start: 0}}\nnodes:\n  first: {set: {b: a * 10, a: b + 1}, end: resolved}\n");
    CHECK(walker.known("b") == "10");
    CHECK(walker.known("a") == "11");
}

TEST_CASE("an option sets once and also when it is passed over")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}, m: {type: number, start: 0}}
nodes:
  first: {ask: 'Which?', options: {a: {label: A, set: {n: n + 1}, to: second}, b: {label: B, set: {n: n + 100}, to: second}}, save: kind}
  second: {ask: 'Which?', options: {a: {label: A, set: {n: n + 10}}, b: {label: B}}, save: kind, to: third}
  third: {set: {m: m + 1}, decide: [{when: m < 3, to: first}, {else: good}]}
  good: {end: resolved}
)");
    walker.answer("a");
    CHECK(walker.way().find("second=a:known") != std::string::npos);
    CHECK(walker.known("m") == "3");
    CHECK(walker.known("n") == "11");
    CHECK(Walker(walker).correct("first", "b").known("n") == "100");
}

TEST_CASE("a confirmed option does not set again and a changed one does")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}, rounds: {type: number, start: 0}}
nodes:
  first:
    set: {rounds: rounds + 1}
    confirm: true
    ask: 'Which?'
    options: {a: {label: A, set: {n: n + 1}}, b: {label: B, set: {n: n + 10}}}
    to: again
  again: {decide: [{when: rounds < 3, to: first}, {else: good}]}
  good: {end: resolved}
)");
    CHECK(Walker(walker).answer("a").answer("a").answer("a").known("n") == "1");
    CHECK(Walker(walker).answer("a").answer("b").answer("b").known("n") == "11");
}

TEST_CASE("another question that changes the fact lets the new option set when it is passed over")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first:
    ask: 'Which?'
    options: {a: {label: A, set: {n: n + 1}}, b: {label: B, set: {n: n + 10}}}
    save: kind
    next: [{when: known(second_seen), to: good}, {else: second}]
  second: {confirm: true, ask: 'Which now?', options: {a: {label: A}, b: {label: B}}, save: kind, to: seen}
  seen: {ask: 'Seen?', yes: first, 'no': first, save: second_seen}
  good: {end: resolved}
)");
    walker.answer("a").answer("b").answer("yes");
    CHECK(walker.where() == "done good");
    CHECK(walker.known("n") == "11");
}

TEST_CASE("after forget a question asks and sets again")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {ask: 'Worse?', options: {more: {label: More, set: {n: n + 1}, to: second}, less: {label: Less, to: good}}}
  second: {forget: [first], say: Again., to: first}
  good: {end: resolved}
)");
    walker.answer("more");
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().occurrence == 1);
    CHECK(walker.known("first") == "?");
    walker.answer("more").answer("less");
    CHECK(walker.known("n") == "2");
    CHECK(walker.where() == "done good");
}

TEST_CASE("options of several set in the order of the file")
{
    Walker walker(R"(facts: {n: {type: number, start: 1}}
nodes:
  first: {ask: 'What?', many: true, options: {a: {label: A, set: {n: n * 10}}, b: {label: B, set: {n: n + 1}}, c: {label: C, set: {n: 0}}}, to: good}
  good: {end: resolved}
)");
    CHECK(Walker(walker).answer("b,a").known("n") == "11");
    CHECK(Walker(walker).answer("a,b").known("n") == "11");
    CHECK(Walker(walker).fact("first", "b,a").known("n") == "11");
}

TEST_CASE("a correction undoes what an option set and what lay behind it")
{
    Walker walker(R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {ask: 'Which?', options: {a: {label: A, set: {n: 5}, to: second}, b: {label: B, to: good}}}
  second: {ask: 'Sure?', yes: good, 'no': good}
  good: {end: resolved}
)");
    walker.answer("a").answer("yes");
    CHECK(walker.known("n") == "5");
    walker.correct("first", "b");
    CHECK(walker.known("n") == "0");
    CHECK(walker.known("second") == "?");
}

TEST_CASE("a fact is set by what it is declared as")
{
    Walker walker(R"(facts:
  kind: {type: choice, start: none}
  flag: {type: yesno, start: 'no'}
  price: {type: amount, start: 1 EUR}
  due: {type: date, start: '2026-01-01'}
  tags: {type: list, start: a}
nodes:
  first:
    set: {kind: other, flag: kind == other, price: price * 3, due: today + 1d, tags: b}
    decide: [{when: kind == other and flag, to: good}, {else: bad}]
  good: {end: resolved}
  bad: {end: unresolved}
)");
    CHECK(walker.where() == "done good");
    CHECK(walker.known("flag") == "yes");
    CHECK(walker.known("price") == "3 EUR");
    CHECK(walker.known("due") == "2026-11-22");
    CHECK(walker.known("tags") == "b");
}

TEST_CASE("an unknown value makes the fact unknown")
{
    Walker walker("facts: {n: {type: number, start: 3}, m: {type: number}}\nnodes:\n  first: {set: {n: n + m}, end: resolved}\n");
    CHECK(walker.known("n") == "?");
}

TEST_CASE("facts are shared across calls and jumps and set there too")
{
    const std::map<std::string, std::string> trees = {{"main", R"(facts: {flag: {type: yesno, start: 'no'}, mode: {type: choice, start: slow}}
nodes:
  first: {ask: 'Who?', input: text, save: who, to: visit}
  visit: {call: sub, else: check}
  check: {decide: [{when: flag and mode == fast, to: '@sub2'}, {else: bad}]}
  bad: {end: unresolved}
)"},
        {"sub", "nodes:\n  first: {ask: 'Who are you?', input: text, save: who, to: last}\n  last: {set: {flag: mode == slow, mode: fast}, end: "
                "resolved}\n"},
        {"sub2", "nodes:\n  first: {ask: 'Who again?', input: text, save: who, to: last}\n  last: {end: resolved}\n"}};
    Walker walker(trees);
    walker.answer("me");
    CHECK(walker.way()
          == "first=me:person[to] > visit=resolved:decision[else] > sub/first=me:known[to] > sub/last=resolved:decision > "
             "check=@sub2:decision[decide 1] > "
             "sub2/first=me:known[to] > sub2/last=resolved:decision");
    CHECK(walker.known("flag") == "yes");
}

TEST_CASE("I do not know leaves the fact unknown and it is asked again")
{
    Walker walker(
        "nodes:\n  first: {ask: 'Sure?', yes: good, 'no': good, unknown: second}\n  second: {say: Look., to: first}\n  good: {end: resolved}\n");
    walker.answer("unknown");
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().occurrence == 1);
    CHECK(walker.answer("yes").where() == "done good");
}
