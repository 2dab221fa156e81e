// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/rehearsal.hpp"

using namespace unknot;

namespace {

const std::string head =
    "facts:\n  order_id: {type: text, share: handoff}\n  amount: {type: amount}\n  score: {type: number, start: 0}\nlet: {large: amount > 100}\n";

const std::string nodes = "nodes:\n"
                          "  first: {ask: Q, options: {card: {label: Card, to: much}, sub: {label: Sub, to: called}, away: {label: Away, to: "
                          "'@other'}, check: {label: Check, to: online}}}\n"
                          "  much: {ask: M, input: amount, save: amount, to: mend, unknown: mend, set: {score: score + 1}}\n"
                          "  mend: {fix: F, tries: 2, solved: good, else: bad}\n"
                          "  called: {call: other, resolved: good, else: bad}\n"
                          "  online: {probe: {dns: a.example}, ok: good, else: bad}\n"
                          "  marks: {ask: K, many: true, options: {x: {label: X}, y: {label: Y}}, to: good}\n"
                          "  good: {end: resolved}\n"
                          "  bad: {end: escalate, handoff: {channel: email, include: [amount], require: [score]}}\n";

Forest sample()
{
    return forest_of({{"main", head + nodes},
        {"other", "nodes:\n  first: {ask: O, save: o, yes: fine, no: sad}\n  fine: {end: resolved}\n  sad: {end: unresolved}\n"}});
}

const Value day = *read_value(FactType::date, "2026-11-21");

Verdict verdict_of(const Forest& forest, const std::string& scenario, Footprint& footprint)
{
    Problems problems;
    const auto file =
        read_scenarios({"tests/main.yaml", "unknot: 1\ntree: main\nscenarios:\n  - {name: n, " + scenario + "}\n", 0}, "main", problems);
    for (const auto& problem : problems) {
        FAIL_CHECK(describe(problem));
    }
    REQUIRE(file.has_value());
    return rehearse(forest, file->scenarios.front(), day, footprint);
}

} // namespace

TEST_CASE("scenarios hold or say why not")
{
    struct Row {
        std::string scenario;
        std::string reason; // empty: it holds
    };
    const std::string to_bad = "answers: {first: card, much: '60.5 EUR', mend: [not_solved, not_solved]}, ";
    const std::vector<Row> table = {
        {to_bad + "expect: {end: bad, outcome: escalate, through: [mend], not-through: [called]}", ""},
        {to_bad + "expect: {end: good}", "expected the end 'good', came to 'bad'"},
        {to_bad + "expect: {outcome: danger}", "expected the outcome 'danger', found 'escalate' at 'bad'"},
        {to_bad + "expect: {end: bad, through: [called]}", "expected to come through 'called', it was not visited"},
        {to_bad + "expect: {end: bad, not-through: [mend]}", "expected not to come through 'mend', it was visited"},
        {to_bad + "expect: {end: bad, facts: {amount: 60.5 EUR, large: false, score: 1, first: card}}", ""},
        {to_bad + "expect: {end: bad, facts: {amount: 60.50 EUR, score: 1.0}}", ""},
        {to_bad + "expect: {end: bad, facts: {large: no}}", ""},
        {to_bad + "expect: {end: bad, facts: {large: yes}}", "expected 'large' to be 'yes', found 'false'"},
        {to_bad + "expect: {end: bad, facts: {score: 2}}", "expected the fact 'score' to be '2', found '1'"},
        {to_bad + "expect: {end: bad, facts: {order_id: A-1}}", "expected the fact 'order_id' to be 'A-1', it is not known"},
        {to_bad + "expect: {end: bad, facts: {order_id: unknown}}", ""},
        {to_bad + "expect: {end: bad, facts: {nothing: 1}}", "no fact or condition is named 'nothing'"},
        {to_bad + "expect: {end: bad, handoff: [amount, score, order_id]}", ""},
        {to_bad + "expect: {end: bad, handoff: [first]}", "expected the hand-off of 'bad' to include 'first', it does not"},
        {"answers: {first: card, much: unknown, mend: solved}, expect: {end: good, handoff: [amount]}",
            "expected a hand-off with 'amount', the end 'good' has none"},
        {"answers: {first: card, much: unknown, mend: solved}, expect: {end: good, facts: {large: false}}",
            "expected 'large' to be 'false', found 'unknown'"},
        {"answers: {first: sub, other/first: yes}, expect: {end: good, through: [other/fine, fine]}", ""},
        {"answers: {first: away, other/first: no}, expect: {end: other/sad, outcome: unresolved}", ""},
        {"answers: {first: away, other/first: no}, expect: {end: sad}", ""},
        {"answers: {first: check}, expect: {end: bad}", ""},
        {"answers: {first: check}, probes: {online: {status: ok, ms: 5}}, expect: {end: good, facts: {online: ok, online.ms: 5}}", ""},
        {"answers: {first: check}, probes: {online: [fail, ok]}, expect: {end: bad}", "never asked for: online=ok"},
        {"answers: {first: check}, probes: {first: ok}, expect: {end: bad}", "expected a probe, found the node 'first'"},
        {"answers: {first: check}, probes: {online: {status: ok, speed: 5}}, expect: {end: bad}", "the probe 'online' has no field 'speed'"},
        {"answers: {first: check}, probes: {online: {status: ok, ms: fast}}, expect: {end: bad}",
            "expected a number like 60.5 for the field 'ms' of the probe 'online', found 'fast'"},
        {"answers: {first: card}, expect: {end: good}", "expected an answer for the node 'much', found none"},
        {"answers: {first: card, marks: x}, expect: {end: good}", "expected an answer for the node 'much', found none; never asked for: marks=x"},
        {"answers: {first: check, marks: [x, y]}, expect: {end: bad}", "never asked for: marks=x,y"},
        {"answers: {first: cart}, expect: {end: good}", "expected one of card, sub, away, check for the node 'first', found 'cart'"},
        {"answers: {frist: card}, expect: {end: good}",
            "no node named 'frist' in the tree 'main' or in those that it reaches; did you mean 'first'?"},
        {"answers: {first: check}, expect: {end: nowhere}", "no node named 'nowhere' in the tree 'main' or in those that it reaches"},
    };
    const Forest forest = sample();
    for (const auto& row : table) {
        CAPTURE(row.scenario);
        Footprint footprint;
        const Verdict verdict = verdict_of(forest, row.scenario, footprint);
        CHECK(verdict.reason == row.reason);
        CHECK(verdict.ok == row.reason.empty());
        CHECK(footprint.nodes.empty() == !verdict.ok);
    }
}

TEST_CASE("today is the scenario's day or the one that is handed in")
{
    const Forest forest = forest_of({{"main",
        "nodes:\n  first: {decide: [{when: today > 2026-06-01, to: late}, {else: early}]}\n  late: {end: resolved}\n  early: {end: resolved}\n"}});
    Footprint footprint;
    CHECK(verdict_of(forest, "expect: {end: late}", footprint).ok);
    CHECK(verdict_of(forest, "as-of: 2026-05-01, expect: {end: early}", footprint).ok);
}

TEST_CASE("a walk in circles fails")
{
    const Forest forest = forest_of({{"main", "nodes:\n  first: {say: x, to: b}\n  b: {decide: [{when: known(q), to: done}, {else: first}]}\n  q: "
                                              "{ask: Q, yes: done, no: done}\n  done: {end: resolved}\n"}});
    Footprint footprint;
    CHECK(verdict_of(forest, "expect: {end: done}", footprint).reason == "the walk runs in circles at 'first'");
}

TEST_CASE("coverage counts what scenarios went through")
{
    const Forest forest = sample();
    Footprint footprint;
    CHECK(verdict_of(forest, "answers: {first: sub, other/first: no}, expect: {end: bad}", footprint).ok);
    CHECK(verdict_of(forest, "answers: {first: check}, probes: {online: ok}, expect: {end: good}", footprint).ok);
    const Coverage coverage = coverage_of(forest.tree("main"), footprint);
    CHECK(coverage.nodes_total == 7); // `marks` is not reached
    CHECK(coverage.nodes_covered == 5);
    CHECK(coverage.edges_total == 12);
    CHECK(coverage.edges_covered == 4);
    std::string missing;
    for (const auto& item : coverage.missing) {
        missing += fmt::format("{} {} {}; ", item.kind, item.id, item.place.line);
    }
    CHECK(
        missing
        == "edge main/first card 11; edge main/first away 11; node main/much 12; edge main/much to 12; edge main/much unknown 12; node main/mend 13; "
           "edge main/mend solved 13; edge main/mend else 13; edge main/called resolved 14; edge main/online else 15; ");
    Coverage both = coverage_of(forest.tree("other"), footprint);
    CHECK(both.nodes_covered == 2);
    CHECK(both.edges_total == 2);
    both.add(coverage);
    CHECK(both.edges_total == 14);
    CHECK(both.missing.size() == 12);
}

TEST_CASE("what cannot happen is not in the total")
{
    const Forest forest = forest_of(
        {{"main", "nodes:\n  first: {ask: Q, yes: way, no: way}\n  way: {decide: [{when: first, to: a}, {when: not first, to: b}, {else: c}]}\n"
                  "  a: {end: resolved}\n  b: {end: resolved}\n  c: {end: resolved}\n"}});
    const Coverage coverage = coverage_of(forest.tree("main"), {});
    CHECK(coverage.nodes_total == 4);
    CHECK(coverage.edges_total == 4);
}
