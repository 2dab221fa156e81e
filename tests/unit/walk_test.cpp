// SPDX-License-Identifier: GPL-3.0-or-later
// How the walk moves: every kind of node, and between trees.
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

TEST_CASE("a choice goes to its option and stops at an end")
{
    Walker walker(R"(nodes:
  first: {ask: 'Which?', options: {card: {label: Card, to: good}, cash: {label: Cash, to: bad}}, unknown: ask_bank}
  good: {end: resolved}
  bad: {end: unresolved}
  ask_bank: {end: escalate}
)");
    CHECK(walker.where() == "asking first");
    CHECK(walker.state().occurrence == 0);
    CHECK(walker.state().path.empty());
    CHECK_FALSE(walker.state().proposal);
    Walker card = walker;
    card.answer("card");
    CHECK(card.where() == "done good");
    CHECK(card.way() == "first=card:person[card] > good=resolved:decision");
    CHECK(card.known("first") == "card");
    CHECK(card.state().tree->id == "main");
    CHECK(card.state().node->id == "good");
    Walker unknown = walker;
    unknown.answer("unknown", Origin::file);
    CHECK(unknown.way() == "first=unknown:file[unknown] > ask_bank=escalate:decision");
    CHECK(unknown.known("first") == "?");
}

TEST_CASE("an option without a target leaves it to the node")
{
    const std::string nodes = R"(nodes:
  first:
    ask: 'Which?'
    options: {card: {label: Card, to: good}, cash: {label: Cash}, coin: {label: Coin}}
    next:
      - {when: first == cash, to: bad}
      - {else: good}
  good: {end: resolved}
  bad: {end: unresolved}
)";
    CHECK(Walker(nodes).answer("card").way() == "first=card:person[card] > good=resolved:decision");
    CHECK(Walker(nodes).answer("cash").way() == "first=cash:person[cash,next 1] > bad=unresolved:decision");
    CHECK(Walker(nodes).answer("coin").way() == "first=coin:person[coin,next else] > good=resolved:decision");
}

TEST_CASE("several options take one edge each and the way on")
{
    const std::string nodes = R"(nodes:
  first: {ask: 'What?', many: true, options: {a: {label: A}, b: {label: B}, none: {label: None, only: true}}, to: good, unknown: bad}
  good: {end: resolved}
  bad: {end: unresolved}
)";
    CHECK(Walker(nodes).answer("b,a").way() == "first=b,a:person[b,a,to] > good=resolved:decision");
    CHECK(Walker(nodes).answer("none").where() == "done good");
    CHECK(Walker(nodes).answer("unknown").way() == "first=unknown:person[unknown] > bad=unresolved:decision");
}

TEST_CASE("yes and no and I do not know lead on")
{
    const std::string nodes =
        "nodes:\n  first: {ask: 'Is it?', yes: good, 'no': bad, unknown: first2}\n  first2: {ask: 'Really?', yes: good, 'no': bad}\n"
        "  good: {end: resolved}\n  bad: {end: danger}\n";
    CHECK(Walker(nodes).answer("yes").way() == "first=yes:person[yes] > good=resolved:decision");
    CHECK(Walker(nodes).answer("no").way() == "first=no:person[no] > bad=danger:decision");
    CHECK(Walker(nodes).answer("unknown").where() == "asking first2");
    CHECK_THROWS_AS(Walker(nodes).answer("unknown").answer("unknown"), Failure);
}

TEST_CASE("an input goes on by to or next")
{
    const std::string nodes = R"(nodes:
  first: {ask: 'How much?', input: number, next: [{when: first > 10, to: good}, {else: second}]}
  second: {ask: 'Who?', input: text, to: good, unknown: bad}
  good: {end: resolved}
  bad: {end: unresolved}
)";
    CHECK(Walker(nodes).answer("11").way() == "first=11:person[next 1] > good=resolved:decision");
    CHECK(Walker(nodes).answer("10").answer("me").way() == "first=10:person[next else] > second=me:person[to] > good=resolved:decision");
    CHECK(Walker(nodes).answer("1").answer("unknown").where() == "done bad");
}

TEST_CASE("decisions and messages run by themselves")
{
    const std::string nodes = R"(let: {large: amount > 1000}
nodes:
  first: {ask: 'How much?', input: amount, save: amount, to: hello}
  hello: {say: "You said {amount}.", to: chosen}
  chosen:
    decide:
      - {when: large, to: bad}
      - {when: amount > 100, to: '@sub'}
      - {else: good}
  good: {end: resolved}
  bad: {end: unresolved}
)";
    const std::map<std::string, std::string> trees = {{"main", nodes}, {"sub", "nodes:\n  first: {end: workaround}\n"}};
    CHECK(Walker(trees).answer("5000 EUR").way()
          == "first=5000 EUR:person[to] > hello:decision[to] > chosen=bad:decision[decide 1] > bad=unresolved:decision");
    CHECK(Walker(trees).answer("500").way()
          == "first=500:person[to] > hello:decision[to] > chosen=@sub:decision[decide 2] > sub/first=workaround:decision");
    CHECK(Walker(trees).answer("5").where() == "done good");
    CHECK(Walker(trees).answer("5").state().path[1].text == "You said 5.");
    CHECK(Walker(trees).answer("5").known("large") == "?");
}

TEST_CASE("what is unknown is not taken")
{
    Walker walker(R"(facts: {amount: {type: amount}}
nodes:
  first:
    decide:
      - {when: amount > 10, to: bad}
      - {when: not (amount > 10), to: bad}
      - {when: 1 / 0 > 1, to: bad}
      - {when: not known(amount), to: good}
      - {else: bad}
  good: {end: resolved}
  bad: {end: unresolved}
)");
    CHECK(walker.way() == "first=good:decision[decide 4] > good=resolved:decision");
}

TEST_CASE("today is the day of the walk")
{
    Walker walker("facts: {since: {type: date}}\nnodes:\n  first: {decide: [{when: 'today - since > 7d', to: good}, {else: bad}]}\n"
                  "  good: {end: resolved}\n  bad: {end: unresolved}\n");
    CHECK(Walker(walker).fact("since", "2026-11-13").where() == "done good");
    CHECK(Walker(walker).fact("since", "2026-11-14").where() == "done bad");
}

TEST_CASE("a called tree comes back by the class of its end")
{
    const std::map<std::string, std::string> trees = {{"main", R"(nodes:
  first: {ask: 'Ready?', yes: visit, 'no': bad}
  visit: {call: sub, resolved: good, escalate: after, else: bad}
  after: {decide: [{when: visit == escalate and sub_said == no, to: good}, {else: bad}]}
  good: {end: resolved}
  bad: {end: unresolved}
)"},
        {"sub", R"(nodes:
  first: {ask: 'Well?', yes: fine, 'no': help, unknown: lost, save: sub_said}
  fine: {end: resolved, say: Fine.}
  help: {end: escalate}
  lost: {end: danger}
)"}};
    Walker walker(trees);
    walker.answer("yes");
    CHECK(walker.where() == "asking sub/first");
    CHECK(walker.state().tree->id == "sub");
    CHECK(walker.way() == "first=yes:person[yes] > visit:decision");
    Walker fine = walker;
    CHECK(fine.answer("yes").way()
          == "first=yes:person[yes] > visit=resolved:decision[resolved] > sub/first=yes:person[yes] > sub/fine=resolved:decision > "
             "good=resolved:decision");
    CHECK(fine.state().path[3].text == "Fine.");
    Walker help = walker;
    CHECK(help.answer("no").where() == "done good");
    CHECK(help.known("visit") == "escalate");
    CHECK(help.known("sub_said") == "no");
    Walker lost = walker;
    CHECK(lost.answer("unknown").way()
          == "first=yes:person[yes] > visit=danger:decision[else] > sub/first=unknown:person[unknown] > sub/lost=danger:decision > "
             "bad=unresolved:decision");
}

TEST_CASE("a jump does not return but inside a called tree its end still does")
{
    const std::map<std::string, std::string> trees = {
        {"main", "nodes:\n  first: {call: sub, resolved: good, else: out}\n  good: {end: workaround}\n  out: {say: Elsewhere., to: '@far'}\n"},
        {"sub", "nodes:\n  first: {ask: 'Jump?', save: jump, yes: '@far', 'no': stay}\n  stay: {end: escalate}\n"},
        {"far", "nodes:\n  first: {end: resolved}\n"}};
    CHECK(Walker(trees).answer("yes").way()
          == "first=resolved:decision[resolved] > sub/first=yes:person[yes] > far/first=resolved:decision > good=workaround:decision");
    CHECK(Walker(trees).answer("no").way()
          == "first=escalate:decision[else] > sub/first=no:person[no] > sub/stay=escalate:decision > out:decision[to] > far/first=resolved:decision");
    CHECK(Walker(trees).answer("no").where() == "done far/first");
}

TEST_CASE("calls nest and each end returns to its own caller")
{
    const std::map<std::string, std::string> trees = {
        {"main", "nodes:\n  first: {call: mid, workaround: good, else: bad}\n  good: {end: resolved}\n  bad: {end: danger}\n"},
        {"mid", "nodes:\n  first: {call: deep, escalate: here, else: there}\n  here: {end: workaround}\n  there: {end: unresolved}\n"},
        {"deep", "nodes:\n  first: {end: escalate}\n"}};
    CHECK(Walker(trees).way()
          == "first=workaround:decision[workaround] > mid/first=escalate:decision[escalate] > deep/first=escalate:decision > "
             "mid/here=workaround:decision > "
             "good=resolved:decision");
}

TEST_CASE("a jump to the own tree begins it again")
{
    Walker walker("nodes:\n  first: {ask: 'Again?', yes: '@main', 'no': good, forget: [first]}\n  good: {end: resolved}\n");
    walker.answer("yes").answer("yes").answer("no");
    CHECK(walker.way() == "first=yes:person[yes] > first=yes:person[yes] > first=no:person[no] > good=resolved:decision");
}

TEST_CASE("nodes of a jumped-to tree are told with their tree and those of the root without")
{
    const std::map<std::string, std::string> trees = {
        {"main", "nodes:\n  first: {ask: 'Which?', options: {a: {label: A, to: '@sub'}}}\n  good: {end: resolved}\n"},
        {"sub", "nodes:\n  first: {ask: 'Back?', save: back, yes: '@main', 'no': last}\n  last: {end: resolved}\n"}};
    Walker walker(trees);
    walker.answer("a");
    CHECK(walker.where() == "asking sub/first");
    walker.answer("yes");
    CHECK(walker.where() == "circling first");
}

TEST_CASE("events that are supplied on the way give the state that folding them gives")
{
    const Forest forest = forest_of(
        {{"main", "nodes:\n  first: {probe: {clock: pool.ntp.org}, ok: second, else: second}\n  second: {ask: 'A?', yes: third, 'no': third}\n"
                  "  third: {fix: Do it., verify: first, tries: 2, solved: good, else: good}\n  good: {end: resolved}\n"}});
    std::vector<Event> events;
    std::string stops;
    const WalkState state = fold(forest, {}, sample_settings(), [&](const WalkState& at) -> std::optional<Event> {
        stops += whereabouts(at) + "; ";
        if (events.size() == 4) {
            return std::nullopt;
        }
        events.push_back(at.standing == Standing::probing ? probe_event(at, {"skipped", {}})
                                                          : answer_event(at, at.key == "second" ? "yes" : "not_solved", Origin::file));
        return events.back();
    });
    CHECK(stops == "probing first; asking second; probing first for third; asking third; probing first for third; ");
    CHECK(whereabouts(state) == "probing first for third");
    CHECK(state.attempt == 2);
    CHECK(trail(state) == trail(fold(forest, events, sample_settings())));
    CHECK(whereabouts(state) == whereabouts(fold(forest, events, sample_settings())));
}

TEST_CASE("a tree that runs in circles is stopped after a thousand visits of one node")
{
    Walker walker("facts: {n: {type: number, start: 0}}\nnodes:\n  first: {set: {n: n + 1}, decide: [{when: n == 1000, to: good}, {else: second}]}\n"
                  "  second: {say: Round., to: first}\n  good: {end: resolved}\n");
    CHECK(walker.where() == "done good");
    Walker further("facts: {n: {type: number, start: 0}}\nnodes:\n  first: {set: {n: n + 1}, decide: [{when: n == 1001, to: good}, {else: second}]}\n"
                   "  second: {say: Round., to: first}\n  good: {end: resolved}\n");
    CHECK(further.where() == "circling first");
    CHECK(further.state().path.size() == 2000);
}
