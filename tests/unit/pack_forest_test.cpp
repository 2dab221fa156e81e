// SPDX-License-Identifier: GPL-3.0-or-later
// What holds between the trees of one walk, and that one broken file does not hide the faults of others.
#include <doctest/doctest.h>

#include "forest_fixture.hpp"

using namespace unknot;

namespace {

const std::string needs = pack_head + "needs: {network: [dns, clock], files: [/etc/hosts], commands: [uname -a]}\n";

Problems problems_of(const PackFiles& files, const std::vector<std::string>& languages = {"en"})
{
    const PackFolder folder(files);
    Problems problems;
    const auto forest = folder.open().forest("main", languages, problems);
    CHECK(forest.has_value() == !has_errors(problems));
    return problems;
}

// The faults of a forest whose trees are given behind their heads: lines count from 5.
std::string faults(const std::map<std::string, std::string>& trees)
{
    PackFiles files;
    for (const auto& tree : trees) {
        files.emplace("trees/" + tree.first + ".yaml", tree_text(tree.first, tree.second));
    }
    return told(problems_of(files));
}

std::string probe_faults(const std::string& probe)
{
    return told(problems_of({{"pack.yaml", needs},
        {"trees/main.yaml",
            tree_text("main", "nodes:\n  first:\n    probe: " + probe + "\n    ok: good\n    else: good\n  good: {end: resolved}\n")}}));
}

} // namespace

TEST_CASE("a forest is all that a tree reaches by call and by jump")
{
    const Forest forest = forest_of({
        {"main", R"(nodes:
  first:
    ask: '@not-this?'
    why: '@nor-this'
    options: {a: {label: '@nor-that', to: '@by-option'}, call: {label: B, to: next}}
    unknown: '@by-unknown'
  next: {call: by-call, resolved: '@by-class', else: '@by-else'}
  typed: {ask: 'N?', input: text, example: '@alice', error: '@bob', next: [{when: known(first), to: '@by-branch'}, {else: '@by-last'}]}
  chosen: {decide: [{when: known(first), to: '@by-decide'}, {else: yesno}]}
  yesno: {ask: 'Y?', yes: '@by-yes', 'no': '@by-no'}
  hello: {say: '@nobody', to: '@by-to'}
  fixed: {fix: '@nothing', solved: '@by-solved', else: checked}
  checked: {probe: {memory: }, remedy: '@none', otherwise: '@zero', ok: '@by-ok', warn: '@by-warn', fail: '@by-fail', else: good}
  good: {end: resolved}
)"},
        {"by-option", "nodes:\n  first: {say: Hi., to: '@by-chain'}\n"},
        {"by-chain", "nodes:\n  first: {end: resolved}\n"},
        {"by-unknown", "nodes:\n  first: {end: resolved}\n"},
        {"by-call", "nodes:\n  first: {end: resolved}\n"},
        {"by-class", "nodes:\n  first: {end: resolved}\n"},
        {"by-else", "nodes:\n  first: {end: resolved}\n"},
        {"by-branch", "nodes:\n  first: {end: resolved}\n"},
        {"by-last", "nodes:\n  first: {end: resolved}\n"},
        {"by-decide", "nodes:\n  first: {end: resolved}\n"},
        {"by-yes", "nodes:\n  first: {end: resolved}\n"},
        {"by-no", "nodes:\n  first: {end: resolved}\n"},
        {"by-to", "nodes:\n  first: {end: resolved}\n"},
        {"by-solved", "nodes:\n  first: {end: resolved}\n"},
        {"by-ok", "nodes:\n  first: {end: resolved}\n"},
        {"by-warn", "nodes:\n  first: {end: resolved}\n"},
        {"by-fail", "nodes:\n  first: {end: resolved}\n"},
        {"not-reached", "nodes: {}\n"},
    });
    CHECK(forest.root == "main");
    CHECK(forest.trees.size() == 17);
    CHECK(forest.trees.count("not-reached") == 0);
}

TEST_CASE("a fact or an option may be called call")
{
    CHECK(faults({{"main", "facts: {call: {type: choice, start: none}}\nnodes:\n  first: {set: {call: other}, end: resolved}\n"}}).empty());
}

TEST_CASE("a tree that is not there is told at each place that wants it")
{
    const Problems problems = problems_of(
        {{"trees/main.yaml",
             tree_text("main", "nodes:\n  first: {say: Hi., to: '@sbu'}\n  next: {call: gone, else: last}\n  last: {say: Hi., to: '@sbu'}\n")},
            {"trees/sub.yaml", tree_text("sub", "nodes:\n  first: {end: resolved}\n")}});
    CHECK(told(problems) == "trees/main.yaml:6:25 unknown-tree | trees/main.yaml:7:16 unknown-tree | trees/main.yaml:8:24 unknown-tree");
    CHECK(problems[0].hint == "did you mean 'sub'?");
    CHECK(problems[0].line == "  first: {say: Hi., to: '@sbu'}");
}

TEST_CASE("conditions may speak of the facts of all trees of the forest")
{
    CHECK(faults({{"main", R"(facts: {mode: {type: choice, start: slow}}
nodes:
  first: {ask: 'Which?', options: {card: {label: Card, to: next}}, save: kind}
  next: {call: sub, else: after}
  after: {decide: [{when: deep > 5 and kind == cash and online.free > 3MB and mode == fast, to: first}, {else: last}]}
  last: {end: resolved}
)"},
                     {"sub", R"(nodes:
  first: {decide: [{when: kind == card and mode == slow, to: ask}, {else: ask}]}
  ask: {ask: 'Which?', options: {cash: {label: Cash, to: input}}, save: kind}
  input: {ask: 'N?', input: number, save: deep, to: online}
  online: {probe: {memory: }, ok: last, else: last}
  last: {set: {mode: fast}, end: resolved}
)"}}).empty());
}

TEST_CASE("a fact of a tree that the walk can not reach is unknown")
{
    CHECK(faults({{"main", "nodes:\n  first: {decide: [{when: other > 5, to: last}, {else: last}]}\n  last: {end: resolved}\n"},
              {"sub", "facts: {other: {type: number}}\nnodes:\n  first: {end: resolved}\n"}})
          == "trees/main.yaml:6:27 unknown-fact");
}

TEST_CASE("one fact has one type in all trees of a walk")
{
    const std::string main = "facts: {n: {type: number}}\nnodes:\n  first: {say: Hi., to: '@sub'}\n";
    CHECK(faults({{"main", main}, {"sub", "facts: {n: {type: text}}\nnodes:\n  first: {end: resolved}\n"}}) == "trees/sub.yaml:5:9 type-clash");
    CHECK(faults({{"main", main}, {"sub", "nodes:\n  first: {end: resolved}\n  n: {ask: 'N?', yes: first, 'no': first}\n"}})
          == "trees/sub.yaml:7:3 type-clash");
    CHECK(faults({{"main", main}, {"sub", "facts: {n: {type: number}}\nnodes:\n  first: {end: resolved}\n"}}).empty());
}

TEST_CASE("a fact that is set starts in some tree and is asked for in none")
{
    const std::string main = "facts: {n: {type: number, start: 0}, m: {type: number}}\nnodes:\n  first: {say: Hi., to: '@sub'}\n";
    CHECK(faults({{"main", main}, {"sub", "nodes:\n  first: {set: {n: n + 1}, end: resolved}\n"}}).empty());
    CHECK(faults({{"main", main}, {"sub", "nodes:\n  first: {set: {m: 1}, end: resolved}\n"}}) == "trees/sub.yaml:6:17 set-without-start");
    CHECK(
        faults({{"main", main}, {"sub", "nodes:\n  first: {ask: 'N?', options: {a: {label: A, set: {m: 1}, to: last}}}\n  last: {end: resolved}\n"}})
        == "trees/sub.yaml:6:52 set-without-start");
    CHECK(faults({{"main", main}, {"sub", "nodes:\n  first: {ask: 'N?', input: number, save: n, to: last}\n  last: {end: resolved}\n"}})
          == "trees/sub.yaml:6:3 start-and-question");
}

TEST_CASE("a circle of calls is a fault at each call of it")
{
    const auto call = [](const std::string& tree) { return "nodes:\n  first: {call: " + tree + ", else: last}\n  last: {end: resolved}\n"; };
    CHECK(faults({{"main", call("main")}}) == "trees/main.yaml:6:3 call-cycle");
    CHECK(faults({{"main", call("sub")}, {"sub", call("main")}}) == "trees/main.yaml:6:3 call-cycle | trees/sub.yaml:6:3 call-cycle");
    CHECK(faults({{"main", call("sub")}, {"sub", call("far")}, {"far", call("sub")}})
          == "trees/far.yaml:6:3 call-cycle | trees/sub.yaml:6:3 call-cycle");
    CHECK(faults(
        {{"main", call("sub")}, {"sub", "nodes:\n  first: {call: far, else: again}\n  again: {call: far, else: last}\n  last: {end: resolved}\n"},
            {"far", "nodes:\n  first: {end: resolved}\n"}})
              .empty());
}

TEST_CASE("a call that a jump leads back to before it returns is part of a circle")
{
    const std::string call = "nodes:\n  first: {call: sub, else: last}\n  last: {end: resolved}\n";
    CHECK(faults({{"main", call}, {"sub", "nodes:\n  first: {say: Hi., to: '@main'}\n"}}) == "trees/main.yaml:6:3 call-cycle");
    CHECK(faults({{"main", call}, {"sub", "nodes:\n  first: {say: Hi., to: '@far'}\n"}, {"far", "nodes:\n  first: {say: Hi., to: '@main'}\n"}})
          == "trees/main.yaml:6:3 call-cycle");
}

TEST_CASE("jumps that nobody waits for may lead back")
{
    CHECK(faults({{"main", "nodes:\n  first: {ask: 'A?', yes: '@sub', 'no': last}\n  last: {end: resolved}\n"},
                     {"sub", "nodes:\n  first: {say: Hi., to: '@main'}\n"}})
              .empty());
    CHECK(faults({{"main", "nodes:\n  first: {call: sub, else: last}\n  last: {end: resolved}\n"},
                     {"sub", "nodes:\n  first: {ask: 'A?', save: far, yes: '@far', 'no': last}\n  last: {end: resolved}\n"},
                     {"far", "nodes:\n  first: {say: Hi., to: '@sub'}\n"}})
              .empty());
}

TEST_CASE("a long chain of calls is no trouble")
{
    std::map<std::string, std::string> trees;
    for (int i = 0; i < 200; ++i) {
        trees[i == 0 ? "main" : fmt::format("t{}", i)] =
            i == 199 ? "nodes:\n  first: {end: resolved}\n"
                     : fmt::format("nodes:\n  first: {{call: t{}, else: last}}\n  last: {{end: resolved}}\n", i + 1);
    }
    CHECK(faults(trees).empty());
}

TEST_CASE("a probe beyond the pack's needs is a fault")
{
    CHECK(probe_faults("{dns: example.org}").empty());
    CHECK(probe_faults("{file: /etc/hosts}").empty());
    CHECK(probe_faults("{command: [uname, -a]}").empty());
    for (const auto* built_in : {"{version: git}", "{package: git}", "{os: id}", "{env: HOME}", "{disk: /}", "{memory: }", "{route: }", "{proxy: }",
             "{process: tor}", "{service: tor}", "{port: 80}"}) {
        CHECK(probe_faults(built_in).empty());
    }
    for (const auto* beyond :
        {"{tcp: 'a:1'}", "{tls: 'a:1'}", "{http: 'https://a'}", "{file: /etc/passwd}", "{command: [uname]}", "{command: [uname, -a, -b]}"}) {
        CAPTURE(beyond);
        CHECK(probe_faults(beyond) == "trees/main.yaml:7:12 beyond-needs");
    }
}

TEST_CASE("the needs hold for called trees and the message says what to do")
{
    const Problems problems = problems_of({{"trees/main.yaml", tree_text("main", "nodes:\n  first: {say: Hi., to: '@sub'}\n")},
        {"trees/sub.yaml", tree_text("sub", "nodes:\n  first: {probe: {dns: a.example}, ok: last, else: last}\n  last: {end: resolved}\n")}});
    REQUIRE(told(problems) == "trees/sub.yaml:6:18 beyond-needs");
    CHECK(problems[0].message == "this probe goes beyond what the pack says it needs: network 'dns'");
    CHECK(problems[0].hint == "add it to 'needs: {network: […]}' in pack.yaml");
    CHECK(problems[0].line == "  first: {probe: {dns: a.example}, ok: last, else: last}");
}

TEST_CASE("a broken file does not hide the faults of others and is told once")
{
    CHECK(
        told(problems_of(
            {{"trees/main.yaml",
                 tree_text("main",
                     "nodes:\n  first: {call: sub, else: last}\n  last: {say: Hi., to: '@sub', colour: red}\n  more: {say: Hi., to: '@far'}\n")},
                {"trees/sub.yaml", "unknot: 1\ntree: [\n"}, {"trees/far.yaml", "- a list\n"},
                {"trees/main.de.yaml", "unknot: 1\ntree: main\nlanguage: de\nnodes: {frist: {say: Hallo}}\n"}},
            {"en", "de"}))
        == "trees/sub.yaml:2:8 yaml-syntax | trees/far.yaml:1:1 wrong-type | trees/main.yaml:7:32 unknown-key | trees/main.de.yaml:4:9 unknown-node");
}

TEST_CASE("languages are merged in and others left alone")
{
    const Forest forest = forest_of({{"main", "nodes:\n  first: {end: resolved, say: Fine.}\n"}}, {"en", "de", "zh"},
        {{"trees/main.de.yaml", "unknot: 1\ntree: main\nlanguage: de\nnodes: {first: {say: Gut.}}\n"}, {"trees/main.en.yaml", "not read: [\n"}});
    CHECK(forest.tree("main").at("first").text.in("de") == "Gut.");
    CHECK(forest.tree("main").at("first").text.in("zh") == "Fine.");
    CHECK(forest.tree("main").source_language == "en");
}

TEST_CASE("a tree alone is the root of its forest")
{
    const PackFolder folder({{"trees/main.yaml", tree_text("main", "nodes:\n  first: {say: Hi., to: '@sub'}\n")},
        {"trees/sub.yaml", tree_text("sub", "nodes:\n  first: {end: resolved}\n")}});
    Problems problems;
    const auto tree = folder.open().tree("sub", {"en"}, problems);
    REQUIRE(tree);
    CHECK(tree->id == "sub");
    CHECK(tree->file == "trees/sub.yaml");
    CHECK(problems.empty());
}
