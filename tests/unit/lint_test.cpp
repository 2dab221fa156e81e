// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/lint.hpp"

using namespace unknot;

namespace {

const std::string today = "2026-11-21";

// One tree in one language, nothing wrong with it.
const std::string clean_pack = "unknot: 1\npack: sample\nversion: 1.2.3\nsource-language: en\nlanguages: [en]\ntopics: {pay: Pay}\n";
const std::string clean_head = "sources: ['https://e.example']\n"; // line 5
const std::string clean_tree = clean_head + "nodes:\n  first: {ask: Q, yes: done, no: done}\n  done: {end: resolved}\n";
const std::string clean_article = "---\ntitle: A\ntrees: [main]\nsources: ['https://e.example']\n---\nText.\n";

PackFiles with(const PackFiles& more)
{
    PackFiles files = {{"pack.yaml", clean_pack}, {"trees/main.yaml", tree_text("main", clean_tree)}};
    for (const auto& file : more) {
        files[file.first] = file.second;
    }
    return files;
}

Problems problems_of(const PackFiles& more)
{
    return lint(PackFolder(with(more)).open(), today);
}

std::string linted(const PackFiles& more)
{
    return told(problems_of(more));
}

// The main tree with other nodes; they begin in line 7.
std::string linted_nodes(const std::string& nodes)
{
    return linted({{"trees/main.yaml", tree_text("main", clean_head + "nodes:\n" + nodes + "  done: {end: resolved}\n")}});
}

std::string article(const std::string& front, const std::string& body)
{
    return "---\ntitle: A\n" + front + "sources: ['https://e.example']\n---\n" + body;
}

} // namespace

TEST_CASE("nothing is said of a clean pack")
{
    CHECK(linted({}).empty());
    CHECK(linted({{"articles/a.en.md", clean_article}}).empty());
}

TEST_CASE("structure")
{
    struct Row {
        std::string nodes;
        std::string problems;
    };
    const std::vector<Row> table = {
        {"  first: {say: x, to: done}\n  lost: {say: y, to: done}\n", "trees/main.yaml:8:3 unreachable-node"},
        {"  first: {ask: Q, yes: done, no: a}\n  a: {say: x, to: b}\n  b: {say: y, to: a}\n",
            "trees/main.yaml:8:3 no-way-to-end | trees/main.yaml:9:3 no-way-to-end"},
        {"  first: {ask: Q, options: {a: {label: Same}, b: {label: Same}}, to: done}\n", "trees/main.yaml:7:58 dead-option"},
        {"  first: {ask: Q, yes: again, no: done}\n  again: {ask: R, save: first, yes: done, no: done}\n", "trees/main.yaml:8:47 dead-option"},
        {"  first: {ask: Q, options: {a: {label: A, to: done}}, to: done}\n", "trees/main.yaml:7:59 never-taken"},
        {"  first: {ask: Q, input: number, next: [{when: first > 1, to: done}, {when: first > 2, to: done}, {else: done}]}\n",
            "trees/main.yaml:7:70 never-taken"},
        {"  first: {ask: Q, input: number, next: [{when: first > 2, to: done}, {when: first < 2, to: done}, {else: done}]}\n",
            "trees/main.yaml:7:41 range-gap"},
        {"  first: {ask: Q, input: number, next: [{when: first > 2, to: done}, {when: first < 5, to: done}, {else: done}]}\n",
            "trees/main.yaml:7:70 range-overlap"},
        {"  first: {ask: Q, options: {a: {label: A}, b: {label: B}, c: {label: C}, d: {label: D}, e: {label: E}, f: {label: F}, g: {label: G}}, to: "
         "done}\n",
            ""},
        {"  first: {ask: Q, options: {a: {label: A}, b: {label: B}, c: {label: C}, d: {label: D}, e: {label: E}, f: {label: F}, g: {label: G}, h: "
         "{label: H}}, to: done}\n",
            "trees/main.yaml:7:3 too-many-options"},
        {"  first: {fix: F, verify: seen, solved: done, else: done}\n  seen: {probe: {memory: }, else: done}\n", ""},
        {"  first: {ask: '', yes: done, no: done}\n", "trees/main.yaml:7:3 empty-text"},
        {"  first: {ask: Q, input: date, example: soon, to: done}\n", "trees/main.yaml:7:41 bad-example"},
        {"  first: {ask: Q, input: number, min: 5, max: 1, to: done}\n", "trees/main.yaml:7:3 empty-range"},
        {"  first: {say: 'a <b>c</b>', to: done}\n", "trees/main.yaml:7:16 raw-html"},
        {"  first: {say: '{frist} and {{ {first.x}', to: done}\n", "trees/main.yaml:7:16 unknown-fact | trees/main.yaml:7:16 unknown-fact"},
        {"  first: {say: 'open {first', to: done}\n", "trees/main.yaml:7:16 unknown-fact"},
        {"  first: {ask: 'yes {first}', yes: done, no: done}\n", ""},
    };
    for (const auto& row : table) {
        CAPTURE(row.nodes);
        CHECK(linted_nodes(row.nodes) == row.problems);
    }
}

TEST_CASE("links")
{
    struct Row {
        std::string say;
        std::string problems;
    };
    const std::vector<Row> table = {
        {"[x](article:a) [y](tree:main) <https://e.example> [z](mailto:a@e.example)", ""},
        {"[x](article:none)", "trees/main.yaml:7:16 broken-link"},
        {"[x](tree:none)", "trees/main.yaml:7:16 broken-link"},
        {"[x](provider:none)", "trees/main.yaml:7:16 broken-link"},
        {"[x](javascript:alert)", "trees/main.yaml:7:16 bad-link"},
        {"[x](other.md)", "trees/main.yaml:7:16 bad-link"},
    };
    for (const auto& row : table) {
        CAPTURE(row.say);
        CHECK(linted({{"articles/a.en.md", clean_article}, {"trees/main.yaml", tree_text("main", clean_head + "nodes:\n  first: {say: '" + row.say
                                                                                                     + "', to: done}\n  done: {end: resolved}\n")}})
              == row.problems);
    }
}

TEST_CASE("links of ends and hand-offs and topics")
{
    const std::string provider =
        "unknot: 1\nprovider: shop\nname: Shop\nkind: vendor\nreviewed: 2026-11-01\nchannels: [{id: mail, type: email, to: a@e.example}]\n";
    const auto with_end = [&](const std::string& end) {
        return linted({{"providers/shop.yaml", provider},
            {"trees/main.yaml", tree_text("main", clean_head + "nodes:\n  first: {end: escalate, " + end + "}\n")}});
    };
    CHECK(with_end("handoff: {channel: shop/mail}").empty());
    CHECK(with_end("handoff: {channel: email}").empty());
    CHECK(with_end("handoff: {channel: shop/phone}") == "trees/main.yaml:7:35 broken-link");
    CHECK(with_end("handoff: {channel: store/mail}") == "trees/main.yaml:7:35 broken-link");
    CHECK(with_end("articles: [none]") == "trees/main.yaml:7:37 broken-link");
    CHECK(linted({{"trees/main.yaml", tree_text("main", "topics: [pay, card]\n" + clean_tree)}}) == "trees/main.yaml:5:15 broken-link");
}

TEST_CASE("articles")
{
    CHECK(linted({{"articles/a.en.md", article("", "Text.\n")}}) == "articles/a.en.md:2:1 article-orphan");
    CHECK(linted({{"articles/a.en.md", article("trees: [main, none]\n", "Text.\n")}}) == "articles/a.en.md:3:15 broken-link");
    CHECK(linted({{"articles/a.en.md", article("topics: [none]\ntrees: [main]\n", "Text.\n")}}) == "articles/a.en.md:3:10 broken-link");
    CHECK(linted({{"articles/a.en.md", article("trees: [main]\n", "Text.\n\nSee [x](tree:none).\n")}}) == "articles/a.en.md:8:1 broken-link");
    CHECK(linted({{"articles/a.en.md", article("trees: [main]\n", "x\n\na <b>\n")}}) == "articles/a.en.md:8:1 raw-html");
    CHECK(linted({{"articles/a.en.md", clean_article}, {"articles/a.fr.md", clean_article}}) == "articles/a.fr.md:2:1 unknown-language");
    CHECK(linted({{"articles/a.en.md", "---\ntitle: A\ntrees: [main]\n---\nx\n"}}) == "articles/a.en.md:2:1 no-sources");
    CHECK(linted({{"articles/a.en.md", "no front matter\n"}}) == "articles/a.en.md:1:1 no-front-matter");
}

TEST_CASE("translations")
{
    const std::string pack = "unknot: 1\npack: sample\nversion: 1.2.3\nsource-language: en\nlanguages: [en, de]\n";
    const std::string tree = tree_text("main",
        clean_head
            + "symptoms: [it is stuck]\nnodes:\n  first: {ask: Q, why: W, input: date, example: 2026-11-21, to: done}\n  done: {end: resolved}\n");
    const auto translated = [&](const std::string& rest) {
        return linted({{"pack.yaml", pack}, {"trees/main.yaml", tree}, {"trees/main.de.yaml", "unknot: 1\ntree: main\nlanguage: de\n" + rest}});
    };
    CHECK(linted({{"pack.yaml", pack}, {"trees/main.yaml", tree}}) == "trees/main.yaml:1:1 missing-translation");
    CHECK(translated("title: T\nsymptoms: [es klemmt]\nnodes: {first: {ask: F, why: W}}\n").empty());
    CHECK(
        translated("title: T\nnodes: {first: {ask: F}}\n") == "trees/main.yaml:6:11 missing-translation | trees/main.yaml:8:24 missing-translation");
    CHECK(
        translated("title: T\nsymptoms: [es klemmt]\nnodes: {first: {ask: '[x](article:none)', why: W}}\n") == "trees/main.de.yaml:6:22 broken-link");
    CHECK(translated("title: T\nsymptoms: [es klemmt]\nnodes: {first: {ask: F, why: W, no: X}}\n") == "trees/main.de.yaml:6:33 unknown-key");
    CHECK(linted({{"trees/main.fr.yaml", "unknot: 1\ntree: main\nlanguage: fr\n"}}) == "trees/main.fr.yaml:3:11 unknown-language");
    CHECK(linted({{"trees/none.de.yaml", "unknot: 1\ntree: none\nlanguage: de\n"}}) == "trees/none.de.yaml:2:7 unknown-tree");
    CHECK(linted({{"pack.yaml", pack + "title: {en: A}\n"}, {"trees/main.yaml", tree}})
          == "pack.yaml:6:13 missing-translation | trees/main.yaml:1:1 missing-translation");
    CHECK(linted({{"pack.yaml", pack}, {"articles/a.de.md", clean_article},
              {"trees/main.de.yaml", "unknot: 1\ntree: main\nlanguage: de\ntitle: T\nnodes: {first: {ask: F}}\n"}})
          == "articles/a.de.md:2:1 missing-article-language");
}

TEST_CASE("a fault in a translation does not hide what is wrong with the tree")
{
    const std::string pack = "unknot: 1\npack: sample\nversion: 1.2.3\nsource-language: en\nlanguages: [en, de]\n";
    const std::string tree = tree_text("main", clean_head + "nodes:\n  first: {say: '[x](article:none)', to: done}\n  done: {end: resolved}\n");
    const std::string found = linted({{"pack.yaml", pack}, {"trees/main.yaml", tree},
        {"trees/main.de.yaml", "unknot: 1\ntree: main\nlanguage: de\ntitle: T\nnodes: {none: {say: x}}\n"}});
    CHECK(found.find("trees/main.de.yaml:5:9 unknown-node") != std::string::npos);
    CHECK(found.find("trees/main.yaml:7:16 broken-link") != std::string::npos);
}

TEST_CASE("facts that nothing uses")
{
    const auto with_facts = [](const std::string& facts, const std::string& first) {
        return linted(
            {{"trees/main.yaml", tree_text("main", clean_head + "facts: " + facts + "\nnodes:\n  first: " + first + "\n  done: {end: resolved}\n")}});
    };
    CHECK(with_facts("{f: {type: text}}", "{say: x, to: done}") == "trees/main.yaml:6:9 unused-fact");
    CHECK(with_facts("{f: {type: text, share: handoff}}", "{say: x, to: done}").empty());
    CHECK(with_facts("{f: {type: text}}", "{say: 'x {f}', to: done}").empty());
    CHECK(with_facts("{f: {type: text}}", "{decide: [{when: known(f), to: done}, {else: done}]}").empty());
    CHECK(with_facts("{f: {type: text}}", "{ask: Q, input: text, save: f, to: done}").empty());
}

TEST_CASE("what was looked at too long ago")
{
    const auto reviewed = [](const std::string& date) {
        return linted({{"trees/main.yaml", tree_text("main", "reviewed: " + date + "\n" + clean_tree)}});
    };
    CHECK(reviewed("2025-11-21").empty());
    CHECK(reviewed("2025-11-20") == "trees/main.yaml:5:11 stale");
    CHECK(linted({{"pack.yaml", clean_pack + "expires: 2026-11-20\n"}}) == "pack.yaml:7:10 stale");
    CHECK(linted({{"pack.yaml", clean_pack + "expires: 2026-11-21\n"}}).empty());
    CHECK(linted({{"providers/p.yaml", "unknot: 1\nprovider: p\nname: P\nkind: bank\nreviewed: 2020-01-01\n"}})
          == "providers/p.yaml:5:11 provider-stale");
    CHECK(linted({{"providers/p.yaml", "unknot: 1\nprovider: p\nname: P\nkind: bank\n"}}) == "providers/p.yaml:1:1 provider-stale");
    CHECK(linted({{"trees/main.yaml", tree_text("main", "nodes:\n  first: {end: resolved}\n")}}) == "trees/main.yaml:1:1 no-sources");
}

TEST_CASE("scenarios")
{
    const std::string scenario = "scenarios: [{name: n, expect: {end: done}}]\n";
    CHECK(linted({{"tests/main.yaml", "unknot: 1\ntree: main\n" + scenario}}).empty());
    CHECK(linted({{"tests/mian.yaml", "unknot: 1\ntree: mian\n" + scenario}}) == "tests/mian.yaml:2:7 unknown-tree");
    CHECK(linted({{"tests/main.yaml", "unknot: 1\ntree: main\nscenarios: [{name: n}]\n"}}) == "tests/main.yaml:3:20 no-expectation");
    CHECK(linted({{"tests/main.yaml", "unknot: 1\ntree: main\nscenarios: [{name: n, language: fr, expect: {end: done}}]\n"}})
          == "tests/main.yaml:3:20 unknown-language");
}

TEST_CASE("each fault is reported once and in order")
{
    const std::string broken = tree_text("other", clean_head + "nodes:\n  first: {say: x, to: nowhere}\n");
    const auto found = problems_of({{"trees/other.yaml", broken},
        {"trees/main.yaml", tree_text("main", clean_head + "nodes:\n  first: {say: '<b>', to: '@other'}\n")}, {"articles/a.en.md", "x"}});
    CHECK(told(found) == "articles/a.en.md:1:1 no-front-matter | trees/other.yaml:7:23 unknown-node");
    CHECK(found.front().line == "x");
}

TEST_CASE("a problem shows its line and its severity")
{
    const auto found = problems_of({{"trees/main.yaml",
        tree_text("main", clean_head + "nodes:\n  first: {say: '[x](tree:none)', to: done}\n  done: {end: resolved}\n  lost: {end: resolved}\n")}});
    REQUIRE(found.size() == 2);
    CHECK(found[0].line == "  first: {say: '[x](tree:none)', to: done}");
    CHECK(found[0].severity == Severity::error);
    CHECK(found[0].message == "this pack has no tree named 'none'");
    CHECK(found[1].code == "unreachable-node");
    CHECK(problems_of({{"trees/main.yaml", tree_text("main", "nodes:\n  first: {end: resolved}\n")}}).front().severity == Severity::warning);
}
