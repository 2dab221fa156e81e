// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/analysis.hpp"

using namespace unknot;

namespace {

Tree tree_of(const std::string& rest)
{
    return forest_of({{"main", rest}, {"other", "nodes:\n  first: {end: resolved}\n"}}).tree("main");
}

std::string ids(const std::vector<const Node*>& nodes)
{
    std::string text;
    for (const Node* node : nodes) {
        text += (text.empty() ? "" : " ") + node->id;
    }
    return text;
}

// Of nodes that can be reached.
std::string impossible(const Tree& tree)
{
    const Proofs proofs = prove(tree);
    std::string text;
    for (const auto& edge : proofs.impossible_edges) {
        if (proofs.impossible_nodes.find(edge.first) == proofs.impossible_nodes.end()) {
            text += fmt::format("{}{}:{}", text.empty() ? "" : " ", edge.first, edge.second);
        }
    }
    return text;
}

// "never 2, overlap 0/1, gap 15"
std::string found(const BranchFindings& findings)
{
    std::string text;
    for (const auto branch : findings.never_taken) {
        text += fmt::format("{}never {}", text.empty() ? "" : ", ", branch);
    }
    for (const auto& pair : findings.overlaps) {
        text += fmt::format("{}overlap {}/{}", text.empty() ? "" : ", ", pair.first, pair.second);
    }
    return text + (findings.gap ? fmt::format("{}gap {}", text.empty() ? "" : ", ", findings.gap_at) : std::string());
}

const std::string ends = "  a: {end: resolved}\n  b: {end: resolved}\n  c: {end: resolved}\n";

// What is found at a decide over a fact `f` that was asked for before it.
std::string at_decide(const std::string& input, const std::string& branches)
{
    const Tree tree = tree_of(fmt::format(
        "nodes:\n  first: {{ask: F, {}, save: f, to: way, unknown: way}}\n  way:\n    decide: [{}, {{else: c}}]\n{}", input, branches, ends));
    return found(try_branches(tree, tree.at("way")));
}

} // namespace

TEST_CASE("unreachable nodes and nodes without an end")
{
    const Tree tree = tree_of("nodes:\n  first: {ask: Q, yes: done, no: round}\n  round: {say: x, to: back}\n  back: {say: y, to: round}\n"
                              "  lost: {say: z, to: also_lost}\n  also_lost: {say: z, to: done}\n  done: {end: resolved}\n");
    CHECK(ids(unreachable_nodes(tree)) == "lost also_lost");
    CHECK(ids(nodes_without_end(tree)) == "round back");
}

TEST_CASE("a jump to another tree counts as an end")
{
    const Tree tree = tree_of("nodes:\n  first: {say: x, to: '@other'}\n");
    CHECK(nodes_without_end(tree).empty());
    CHECK(unreachable_nodes(tree).empty());
}

TEST_CASE("branches over ordered facts")
{
    struct Row {
        std::string input;
        std::string branches;
        std::string findings;
    };
    const std::vector<Row> table = {
        {"input: number", "{when: f < 10, to: a}, {when: f >= 10, to: b}", ""},
        {"input: number", "{when: f < 10, to: a}, {when: f > 10, to: b}", "gap 10"},
        {"input: number", "{when: f < 10, to: a}, {when: f >= 20, to: b}", "gap 10"},
        {"input: number", "{when: f <= 9, to: a}, {when: f >= 10, to: b}", ""},
        {"input: amount", "{when: f <= 9, to: a}, {when: f >= 10, to: b}", "gap 9.5"},
        {"input: number", "{when: f < 20, to: a}, {when: f > 10, to: b}", "overlap 0/1"},
        {"input: number", "{when: f > 20, to: a}, {when: f > 10, to: b}", ""},
        {"input: number", "{when: f > 10, to: a}, {when: f > 20, to: b}", "never 1"},
        {"input: number", "{when: f > 10 and f < 5, to: a}", "never 0"},
        {"input: number", "{when: f == 1, to: a}, {when: f == 5, to: b}", ""},
        {"input: number", "{when: f * 2 > 10, to: a}, {when: f > 90, to: b}", ""},
        {"input: number, min: 0, max: 9", "{when: f < 5, to: a}, {when: f > 20, to: b}", ""},
        {"input: number, min: 12", "{when: f < 10, to: a}, {when: f > 20, to: b}", ""},
        {"input: number, min: 2", "{when: f < 10, to: a}, {when: f > 20, to: b}", "gap 10"},
        {"input: date", "{when: f < 2026-01-01, to: a}, {when: f > 2026-01-01, to: b}", "gap 2026-01-01"},
        {"input: date", "{when: f <= 2026-01-01, to: a}, {when: f >= 2026-01-02, to: b}", ""},
        {"input: date", "{when: f < today, to: a}, {when: f < 2020-01-01, to: b}", ""},
        {"input: version", "{when: f < \"1.2\", to: a}, {when: f > \"1.2\", to: b}", "gap 1.2"},
        {"input: version", "{when: f < \"2.0\", to: a}, {when: f < \"1.0\", to: b}", "never 1"},
        {"input: size", "{when: f < 1GB, to: a}, {when: f >= 1GB, to: b}", ""},
        {"input: duration", "{when: f > 3d, to: a}, {when: f > 1w, to: b}", "never 1"},
        {"input: amount", "{when: f > \"5 EUR\", to: a}, {when: f > \"9 USD\", to: b}", ""},
        {"input: text", "{when: f == \"x\", to: a}, {when: f != \"x\", to: b}", ""},
    };
    for (const auto& row : table) {
        CAPTURE(row.branches);
        std::string quoted = row.branches;
        for (std::size_t at = quoted.find("when: "); at != std::string::npos; at = quoted.find("when: ", at + 1)) {
            quoted.insert(at + 6, "'");
            quoted.insert(quoted.find(", to:", at), "'");
        }
        CHECK(at_decide(row.input, quoted) == row.findings);
    }
}

TEST_CASE("branches over choices")
{
    const std::string options = "options: {x: {label: X}, y: {label: Y}}";
    CHECK(at_decide(options, "{when: f == x, to: a}, {when: f == y, to: b}").empty());
    CHECK(at_decide(options, "{when: f != x, to: a}, {when: f == y, to: b}") == "never 1");
    CHECK(at_decide(options, "{when: known(f), to: a}, {when: f == y, to: b}") == "never 1");
    CHECK(at_decide(options, "{when: not known(f), to: a}, {when: f == y, to: b}").empty());
    CHECK(at_decide(options + ", many: true", "{when: f contains x, to: a}, {when: count(f) > 1, to: b}") == "");
    CHECK(at_decide(options + ", many: true", "{when: f contains x, to: a}, {when: f contains x and f contains y, to: b}") == "never 1");
}

TEST_CASE("edges are impossible only when that is proved")
{
    struct Row {
        std::string name;
        std::string nodes;
        std::string edges;
    };
    const std::vector<Row> table = {
        {"else after unknown",
            "  first: {ask: Q, options: {x: {label: X}, y: {label: Y}}, to: way, unknown: way}\n"
            "  way: {decide: [{when: first == x, to: a}, {when: first == y, to: b}, {else: c}]}\n",
            ""},
        {"else when always known",
            "  first: {ask: Q, options: {x: {label: X}, y: {label: Y}}, to: way}\n"
            "  way: {decide: [{when: first == x, to: a}, {when: first == y, to: b}, {else: c}]}\n",
            "way:decide else"},
        {"next knows its own answer",
            "  first: {ask: Q, options: {x: {label: X}, y: {label: Y}}, next: [{when: first == x, to: a}, {when: first == y, to: b}, {else: c}], "
            "unknown: c}\n",
            "first:next else"},
        {"an option with a target of its own",
            "  first: {ask: Q, options: {x: {label: X, to: a}, y: {label: Y}}, next: [{when: first == x, to: b}, {else: c}]}\n", "first:next 1"},
        {"a probe can always be skipped", "  first: {probe: {dns: a.example}, ok: a, warn: b, fail: c, else: c}\n", ""},
        {"a status without a target is in else",
            "  first: {probe: {dns: a.example}, ok: a, else: way}\n  way: {decide: [{when: first == ok, to: a}, {when: first == warn, to: b}, {else: "
            "c}]}\n",
            "way:decide 1"},
        {"a call with five targets needs no else",
            "  first: {call: other, resolved: a, workaround: b, unresolved: c, escalate: a, danger: a, else: b}\n", "first:else"},
        {"a call may forget",
            "  first: {ask: Q, options: {x: {label: X}}, to: sub}\n  sub: {call: other, else: way}\n  way: {decide: [{when: first == x, to: a}, "
            "{else: c}]}\n",
            ""},
        {"forgetting",
            "  first: {ask: Q, options: {x: {label: X}}, to: off}\n  off: {say: t, forget: [first], to: way}\n  way: {decide: [{when: first == x, "
            "to: a}, {else: c}]}\n",
            "way:decide 1"},
        {"asked again and known", "  first: {ask: Q, yes: again, no: b, save: f}\n  again: {ask: R, yes: a, no: b, unknown: c, save: f}\n",
            "again:no again:unknown"},
        {"asked again to confirm", "  first: {ask: Q, yes: again, no: b, save: f}\n  again: {ask: R, yes: a, no: b, confirm: true, save: f}\n", ""},
        {"what a branch tells",
            "  first: {ask: Q, yes: one, no: one, unknown: one}\n  one: {decide: [{when: first, to: two}, {else: c}]}\n  two: {decide: [{when: "
            "first, to: a}, {else: b}]}\n",
            "two:decide else"},
        {"a fix",
            "  first: {fix: F, solved: way, else: way}\n  way: {decide: [{when: first == solved, to: a}, {when: first == not_solved, to: b}, {else: "
            "c}]}\n",
            "way:decide else"},
        {"an end that is always reached otherwise", "  first: {say: t, to: a}\n", ""},
    };
    for (const auto& row : table) {
        CAPTURE(row.name);
        CHECK(impossible(tree_of("nodes:\n" + row.nodes + ends)) == row.edges);
    }
}

TEST_CASE("numbers that start somewhere stay known unless something can lose them")
{
    const std::string way = "  way: {decide: [{when: s > 5, to: a}, {when: s <= 5, to: b}, {else: c}]}\n" + ends;
    const auto edges = [&](const std::string& assignment, const std::string& more) {
        return impossible(tree_of(
            fmt::format("facts: {{s: {{type: number, start: 0}}, t: {{type: number}}}}\nnodes:\n  first: {{say: x, set: {{s: '{}'}}, to: way{}}}\n{}",
                assignment, more, way)));
    };
    CHECK(edges("s + 1", "") == "way:decide else");
    CHECK(edges("7", "") == "way:decide else");
    CHECK(edges("s / 2", "").empty());
    CHECK(edges("s + t", "").empty());
    CHECK(edges("s + 1", ", forget: [s]") == "way:decide 1 way:decide 2");
}

TEST_CASE("nodes behind impossible edges count as impossible")
{
    const Tree tree = tree_of("nodes:\n  first: {ask: Q, yes: way, no: way}\n  way: {decide: [{when: first, to: a}, {when: not first, to: b}, {else: "
                              "behind}]}\n  behind: {say: x, to: c}\n"
                              + ends);
    const Proofs proofs = prove(tree);
    CHECK(proofs.impossible_nodes == std::set<std::string, std::less<>>{"behind", "c"});
    CHECK(impossible_edges(tree) == proofs.impossible_edges);
    CHECK(unreachable_nodes(tree).empty());
}
