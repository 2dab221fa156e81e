// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault that the reader of trees can tell, with its place.
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/tree_reader.hpp"

using namespace unknot;

namespace {

struct Reading {
    Problems problems;
    std::optional<Tree> tree;
};

Reading read(const std::string& text)
{
    Reading reading;
    const auto draft = draft_tree({"t", text, 0}, "main", reading.problems);
    if (draft) {
        Vocabulary vocabulary;
        for (const auto& fact : draft->facts) {
            vocabulary.facts[fact.first] = {fact.second.type, fact.second.values};
        }
        reading.tree = finish_tree(*draft, vocabulary, "en", reading.problems);
    }
    return reading;
}

// Lines count from 5: what stands before is a head without faults.
std::string faults(const std::string& rest)
{
    return told(read(tree_text("main", rest)).problems);
}

// The faults of a node in line 6 that begins in column 10; `last` and `check` are there to be led to.
std::string node_faults(const std::string& node)
{
    return faults("nodes:\n  first: " + node + "\n  check: {probe: {memory: }, ok: last, else: last}\n  last: {end: resolved}\n");
}

// The faults of a probe in line 6 that begins in column 18.
std::string probe_faults(const std::string& probe)
{
    return node_faults("{probe: " + probe + ", else: last}");
}

struct Case {
    std::string text;
    std::string expected;
};

template <class Reader, std::size_t size>
void check(Reader reader, const Case (&table)[size])
{
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(reader(row.text) == row.expected);
    }
}

} // namespace

TEST_CASE("faults of the head")
{
    const std::string rest = "nodes:\n  first: {end: resolved}\n";
    const Case table[] = {
        {"- a\n", "t:1:1 wrong-type"},
        {"unknot: 1\ntree: main\ntitle: T\nstart: first\n" + rest, ""},
        {"tree: main\ntitle: T\nstart: first\n" + rest, "t:1:1 missing-key"},
        {"unknot: '1'\ntree: main\ntitle: T\nstart: first\n" + rest, "t:1:9 format-version"},
        {"unknot: 1\ntitle: T\nstart: first\n" + rest, "t:1:1 missing-key"},
        {"unknot: 1\ntree: other\ntitle: T\nstart: first\n" + rest, "t:2:7 wrong-id"},
        {"unknot: 1\ntree: main\nstart: first\n" + rest, "t:1:1 missing-key"},
        {"unknot: 1\ntree: main\ntitle: T\n" + rest, "t:1:1 missing-key"},
        {"unknot: 1\ntree: main\ntitle: T\nstart: frist\n" + rest, "t:4:8 unknown-node"},
        {"unknot: 1\ntree: main\ntitle: T\nstart: [first]\n" + rest, "t:4:8 wrong-type"},
        {"unknot: 1\ntree: main\ntitle:\nstart: first\n" + rest, "t:3:1 null-value"},
        {"unknot: 1\ntree: main\ntitle: T\nstart: first\n", "t:1:1 missing-key | t:4:8 unknown-node"},
    };
    check([](const std::string& text) { return told(read(text).problems); }, table);
}

TEST_CASE("faults beside the nodes")
{
    const std::string nodes = "nodes:\n  first: {end: resolved}\n";
    const Case table[] = {
        {"topics: payments\n" + nodes, "t:5:9 wrong-type"},
        {"symptoms: [{a: b}]\n" + nodes, "t:5:12 wrong-type"},
        {"reviewed: soon\n" + nodes, "t:5:11 wrong-value"},
        {"sources: x\n" + nodes, "t:5:10 wrong-type"},
        {"facts: [a]\n" + nodes, "t:5:8 wrong-type"},
        {"facts: {a: text}\n" + nodes, "t:5:12 wrong-type"},
        {"facts: {a: }\n" + nodes, "t:5:9 null-value"},
        {"facts: {a: {label: A}}\n" + nodes, "t:5:12 missing-key"},
        {"facts: {a: {type: secret}}\n" + nodes, "t:5:19 unknown-type"},
        {"facts: {A-b: {type: text}}\n" + nodes, "t:5:9 bad-id"},
        {"facts: {a: {type: number, start: x}}\n" + nodes, "t:5:34 wrong-value"},
        {"facts: {a: {type: number, min: x}}\n" + nodes, "t:5:32 wrong-value"},
        {"facts: {a: {type: text, max: 5}}\n" + nodes, "t:5:30 wrong-value"},
        {"facts: {a: {type: text, pattern: '['}}\n" + nodes, "t:5:34 bad-pattern"},
        {"facts: {a: {type: text, share: all}}\n" + nodes, "t:5:32 unknown-value"},
        {"facts: {a: {type: text, colour: red}}\n" + nodes, "t:5:25 unknown-key"},
        {"let: [a]\n" + nodes, "t:5:6 wrong-type"},
        {"let: {Big: 1 > 0}\n" + nodes, "t:5:7 bad-id"},
        {"let: {big: [a]}\n" + nodes, "t:5:12 wrong-type"},
        {"facts: {a: {type: text}}\nlet: {a: 1 > 0}\n" + nodes, "t:6:7 name-clash"},
        {"renamed: x\n" + nodes, "t:5:10 wrong-type"},
        {"renamed: {a: [b]}\n" + nodes, "t:5:14 wrong-type"},
        {"nodes: [a]\n", "t:5:8 wrong-type | t:4:8 unknown-node"},
        {"nodes:\n  first: {end: resolved}\n  First-2: {end: resolved}\n", "t:7:3 bad-id"},
        {"colour: red\n" + nodes, "t:5:1 unknown-key"},
    };
    check(faults, table);
}

TEST_CASE("faults of conditions are told in their text")
{
    const std::string head = "facts: {n: {type: number}}\n";
    CHECK(faults(head + "let: {big: n >}\nnodes:\n  first: {end: resolved}\n").find("t:6:") == 0);
    CHECK(faults(head + "let: {a: b, b: a}\nnodes:\n  first: {end: resolved}\n").find("t:6:") == 0);
    CHECK(faults(head + "nodes:\n  first:\n    decide:\n      - {when: n > 5 and m, to: last}\n      - {else: last}\n  last: {end: resolved}\n")
          == "t:9:26 unknown-fact");
    CHECK(faults(head + "nodes:\n  first:\n    decide:\n      - {when: 'n > \"x\"', to: last}\n      - {else: last}\n  last: {end: resolved}\n")
              .find("t:9:")
          == 0);
}

TEST_CASE("faults that any node may have")
{
    const Case table[] = {
        {"{end: resolved}", ""},
        {"end", "t:6:10 wrong-type"},
        {"", "t:6:3 null-value"},
        {"{}", "t:6:3 no-kind"},
        {"{to: last}", "t:6:3 no-kind"},
        {"{say: Hi., ask: Hm, to: last}", "t:6:3 two-kinds"},
        {"{end: resolved, to: last}", "t:6:26 unknown-key"},
        {"{end: resolved, save: x}", "t:6:26 unknown-key"},
        {"{end: resolved, set: x}", "t:6:31 wrong-type"},
        {"{end: resolved, set: {gone: 1}}", "t:6:32 unknown-fact"},
        {"{end: resolved, set: {check: [ok]}}", "t:6:39 wrong-type"},
        {"{end: resolved, set: {check: ok}}", "t:6:32 set-without-start"},
        {"{end: resolved, forget: check}", "t:6:34 wrong-type"},
        {"{end: resolved, forget: [gone]}", "t:6:3 unknown-fact"},
        {"{say: Hi., to: lsat}", "t:6:25 unknown-node"},
        {"{say: Hi., to: Last!}", "t:6:25 bad-target"},
        {"{say: Hi., to: '@No tree'}", "t:6:25 bad-target"},
        {"{say: Hi., to: [last]}", "t:6:25 wrong-type"},
        {"{say: Hi.}", "t:6:10 missing-key"},
        {"{say: [Hi.], to: last}", "t:6:16 wrong-type"},
        {"{say: , to: last}", "t:6:11 null-value"},
    };
    check(node_faults, table);
}

TEST_CASE("faults of questions")
{
    const Case table[] = {
        {"{ask: A, yes: last, 'no': last}", ""},
        {"{ask: A, yes: last}", "t:6:10 missing-key"},
        {"{ask: A, yes: last, 'no': last, to: last}", "t:6:42 unknown-key"},
        {"{ask: A, yes: last, 'no': lsat, unknown: gone}", "t:6:51 unknown-node | t:6:36 unknown-node"},
        {"{ask: A, yes: last, 'no': last, confirm: perhaps}", "t:6:51 wrong-type"},
        {"{ask: A, yes: last, 'no': last, save: A b}", "t:6:48 bad-id"},
        {"{ask: A, yes: last, 'no': last, save: [a]}", "t:6:48 wrong-type"},
        {"{ask: A, yes: last, 'no': last, save: check}", "t:7:3 type-clash"},
        {"{ask: A, options: {a: {label: A, to: last}}}", ""},
        {"{ask: A, options: [a]}", "t:6:28 wrong-type"},
        {"{ask: A, options: {}}", "t:6:28 no-options"},
        {"{ask: A, options: }", "t:6:19 null-value"},
        {"{ask: A, options: {a: A}, to: last}", "t:6:32 wrong-type"},
        {"{ask: A, options: {A b: {label: A, to: last}}}", "t:6:29 bad-option"},
        {"{ask: A, options: {unknown: {label: A, to: last}}}", "t:6:29 reserved-word"},
        {"{ask: A, options: {a: {to: last}}}", "t:6:32 missing-key"},
        {"{ask: A, options: {a: {label: A}}}", "t:6:29 no-target"},
        {"{ask: A, options: {a: {label: A, to: No!}}}", "t:6:47 bad-target"},
        {"{ask: A, options: {a: {label: A}}, to: No!}", "t:6:49 bad-target"},
        {"{ask: A, options: {a: {label: A, to: gone}}}", "t:6:47 unknown-node"},
        {"{ask: A, options: {a: {label: A, to: last, only: true}}}", "t:6:53 unknown-key"},
        {"{ask: A, options: {a: {label: A, to: last}}, many: maybe}", "t:6:61 wrong-type"},
        {"{ask: A, options: {a: {label: A}}, many: true}", "t:6:29 no-target"},
        {"{ask: A, options: {a: {label: A, to: last}}, many: true, to: last}", "t:6:43 unknown-key"},
        {"{ask: A, options: {a: {label: A}}, to: last, next: [{else: last}]}", "t:6:3 two-ways-on"},
        {"{ask: A, options: {a: {label: A, set: {gone: 1}, to: last}}}", "t:6:49 unknown-fact"},
        {"{ask: A, input: text, to: last}", ""},
        {"{ask: A, input: text}", "t:6:3 no-target"},
        {"{ask: A, input: secret, to: last}", "t:6:26 unknown-type"},
        {"{ask: A, input: choice, to: last}", "t:6:26 unknown-type"},
        {"{ask: A, input: number, min: a, to: last}", "t:6:39 wrong-value"},
        {"{ask: A, input: text, min: 5, to: last}", "t:6:37 wrong-value"},
        {"{ask: A, input: text, pattern: '(', to: last}", "t:6:41 bad-pattern"},
        {"{ask: A, input: text, to: last, options: {a: {label: A}}}", "t:6:19 unknown-key"},
        {"{ask: [A], input: text, to: last}", "t:6:16 wrong-type"},
    };
    check(node_faults, table);
}

TEST_CASE("faults of branches")
{
    const Case table[] = {
        {"{decide: [{when: check == ok, to: last}, {else: last}]}", ""},
        {"{decide: last}", "t:6:19 wrong-type"},
        {"{decide: []}", "t:6:19 missing-else"},
        {"{decide: [{when: check == ok, to: last}]}", "t:6:19 missing-else"},
        {"{decide: [{else: last}, {when: check == ok, to: last}]}", "t:6:20 else-not-last | t:6:19 missing-else"},
        {"{decide: [last, {else: last}]}", "t:6:20 wrong-type"},
        {"{decide: [{to: last}, {else: last}]}", "t:6:20 missing-key"},
        {"{decide: [{when: check == ok}, {else: last}]}", "t:6:20 missing-key"},
        {"{decide: [{when: check == ok, to: last, colour: red}, {else: last}]}", "t:6:50 unknown-key"},
        {"{decide: [{else: last, when: check == ok}]}", "t:6:33 unknown-key"},
        {"{decide: [{when: check == ok, to: gone}, {else: lost}]}", "t:6:44 unknown-node | t:6:58 unknown-node"},
        {"{decide: [{when: check == good, to: last}, {else: last}]}", "t:6:36 unknown-option"},
        {"{decide: [{else: last}], to: last}", "t:6:35 unknown-key"},
        {"{ask: A, input: text, next: [{when: known(first), to: last}]}", "t:6:38 missing-else"},
    };
    check(node_faults, table);
}

TEST_CASE("faults of probes")
{
    const Case table[] = {
        {"{dns: a.example, type: A, expect: 1.2.3.4, timeout: 2s}", ""},
        {"{clock: [https://a.example, https://b.example], max-skew: 5s}", ""},
        {"{clock: pool.ntp.org}", ""},
        {"{command: [uname, -a], exit: 0}", ""},
        {"{memory: }", ""},
        {"dns", "t:6:18 wrong-type"},
        {"{}", "t:6:18 unknown-probe"},
        {"{ping: a.example}", "t:6:18 unknown-probe"},
        {"{dns: a.example, tcp: 'a:1'}", "t:6:35 unknown-key"},
        {"{dns: a.example, min-days: 5}", "t:6:35 unknown-key"},
        {"{dns: [a.example]}", "t:6:24 wrong-type"},
        {"{dns: }", "t:6:19 wrong-type"},
        {"{command: uname -a}", "t:6:28 wrong-type"},
        {"{command: []}", "t:6:28 no-argument"},
        {"{command: [[uname]]}", "t:6:29 wrong-type"},
        {"{clock: []}", "t:6:26 no-argument"},
        {"{os: kernel}", "t:6:23 unknown-value"},
        {"{dns: a.example, timeout: soon}", "t:6:44 wrong-value"},
        {"{dns: a.example, timeout: [5s]}", "t:6:44 wrong-type"},
        {"{dns: a.example, type: [A]}", "t:6:41 wrong-type"},
        {"{dns: a.example, warn: ms > 5, fail: ms > 9}", ""},
        {"{dns: a.example, warn: code > 5}", "t:6:41 unknown-fact"},
        {"{dns: a.example, fail: [x]}", "t:6:41 wrong-type"},
    };
    check(probe_faults, table);
}

TEST_CASE("faults around probes and of remedies and calls and ends")
{
    const Case table[] = {
        {"{probe: {memory: }, ok: last}", "t:6:3 missing-else"},
        {"{probe: {memory: }, otherwise: A, ok: gone, else: last}", "t:6:48 unknown-node"},
        {"{probe: {memory: }, solved: last, else: last}", "t:6:30 unknown-key"},
        {"{fix: A, solved: last, else: last}", ""},
        {"{fix: A, solved: last}", "t:6:10 missing-key"},
        {"{fix: A, else: last}", "t:6:10 missing-key"},
        {"{fix: {a: b}, solved: last, else: last}", "t:6:16 wrong-type"},
        {"{fix: [], solved: last, else: last}", "t:6:16 no-steps"},
        {"{fix: [[a]], solved: last, else: last}", "t:6:17 wrong-type"},
        {"{fix: A, tries: 0, solved: last, else: last}", "t:6:26 out-of-range"},
        {"{fix: A, tries: many, solved: last, else: last}", "t:6:26 wrong-type"},
        {"{fix: A, verify: check, solved: last, else: last}", ""},
        {"{fix: A, verify: last, solved: last, else: last}", "t:6:3 verify-no-probe"},
        {"{fix: A, verify: gone, solved: last, else: last}", "t:6:3 verify-no-probe"},
        {"{call: sub, else: last}", ""},
        {"{call: sub, resolved: last}", "t:6:3 missing-else"},
        {"{call: '@sub', else: last}", "t:6:17 bad-target"},
        {"{call: [sub], else: last}", "t:6:17 wrong-type"},
        {"{call: sub, solved: last, else: last}", "t:6:22 unknown-key"},
        {"{end: solved}", "t:6:16 unknown-value"},
        {"{end: resolved, say: [a]}", "t:6:31 wrong-type"},
        {"{end: resolved, articles: a}", "t:6:36 wrong-type"},
        {"{end: resolved, handoff: email}", "t:6:35 wrong-type"},
        {"{end: resolved, handoff: {channel: email, include: [check], require: [check]}}", ""},
        {"{end: resolved, handoff: {channel: shop/mail}}", ""},
        {"{end: resolved, handoff: {include: [check]}}", "t:6:35 missing-key"},
        {"{end: resolved, handoff: {channel: fax}}", "t:6:45 unknown-channel"},
        {"{end: resolved, handoff: {channel: /mail}}", "t:6:45 unknown-channel"},
        {"{end: resolved, handoff: {channel: a/b/c}}", "t:6:45 unknown-channel"},
        {"{end: resolved, handoff: {channel: email, include: [gone]}}", "t:6:35 unknown-fact"},
        {"{end: resolved, handoff: {channel: email, require: [gone]}}", "t:6:35 unknown-fact"},
        {"{end: resolved, handoff: {channel: email, cc: a}}", "t:6:52 unknown-key"},
    };
    check(node_faults, table);
}

TEST_CASE("one fact has one type and is set or asked but not both")
{
    const std::string number = "facts: {n: {type: number}}\nnodes:\n";
    const std::string started = "facts: {n: {type: number, start: 0}}\nnodes:\n";
    const Case table[] = {
        {number + "  first: {ask: A, input: number, save: n, to: last}\n  last: {end: resolved}\n", ""},
        {number + "  first: {ask: A, input: text, save: n, to: last}\n  last: {end: resolved}\n", "t:7:3 type-clash"},
        {number + "  first: {set: {n: 1}, end: resolved}\n", "t:7:17 set-without-start"},
        {started + "  first: {set: {n: 1}, end: resolved}\n", ""},
        {started + "  first: {ask: A, input: number, save: n, to: last}\n  last: {end: resolved}\n", "t:7:3 start-and-question"},
        {"nodes:\n  first: {ask: A, yes: n, 'no': n}\n  n: {set: {first: 'yes'}, end: resolved}\n", "t:7:13 set-without-start"},
    };
    check(faults, table);
}

TEST_CASE("hints name the nearest and messages say what was expected before what was found")
{
    const Problems problems = read(tree_text("main", "nodes:\n  first: {say: Hi., to: lsat}\n  last: {end: resolvd}\n")).problems;
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].message == "expected a known value for 'end', found 'resolvd'");
    CHECK(problems[0].hint == "did you mean 'resolved'?");
    CHECK(problems[1].message == "no node named 'lsat'");
    CHECK(problems[1].hint == "did you mean 'last' (line 7)?");
    CHECK(problems[1].line == "  first: {say: Hi., to: lsat}");
}

TEST_CASE("all faults of a file are told in one run and it is still a tree")
{
    const Reading reading = read(tree_text(
        "main", "colour: red\nnodes:\n  first: {say: Hi., to: gone}\n  second: {ask: A, yes: first}\n  third: {fix: A}\n  last: {end: done}\n"));
    CHECK(told(reading.problems)
          == "t:8:11 missing-key | t:9:10 missing-key | t:9:10 missing-key | t:10:15 unknown-value | t:5:1 unknown-key | t:7:25 unknown-node");
    REQUIRE(reading.tree);
    CHECK(reading.tree->nodes.size() == 4);
}

TEST_CASE("what is no YAML is no tree")
{
    for (const char* text : {"", "unknot: 1\nunknot: 1\n", "a: [\n", "a: b: c\n", "\xFF", "%YAML 1.2\n---\na: b\n", "a: &x b\n", "\ta: b\n"}) {
        CAPTURE(text);
        const Reading reading = read(text);
        CHECK_FALSE(reading.tree);
        CHECK(reading.problems.size() == 1);
    }
}
