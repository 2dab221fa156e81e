// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/fields.hpp"

#include <fmt/format.h>
#include <functional>
#include <string>
#include <vector>

using namespace unknot;

namespace {

// A text, its tree, and what a reader had to say about it.
struct Reading {
    explicit Reading(const std::string& text, int lines_before = 0) : source{"f.yaml", text, lines_before}, node(read_yaml(source, problems))
    {
        REQUIRE(node);
    }

    MapReader reader(const std::string& what = "a thing") { return {source, *node, what, problems}; }

    std::string told() const
    {
        std::string text;
        for (const Problem& problem : problems) {
            text += text.empty() ? "" : "; ";
            text += fmt::format("{}:{} {}: {}", problem.place->line, problem.place->column, problem.code, problem.message);
        }
        return text;
    }

    Source source;
    Problems problems;
    std::optional<YamlNode> node;
};

} // namespace

TEST_CASE("values that are as they should be are handed out")
{
    Reading reading("text: Hello\nquoted: 'true'\nyes: true\nno: false\nlist: [a, 'b']\nmap: {k: v}\nnumber: -12\nkind: wallet\nlong: |\n  x\n");
    MapReader reader = reading.reader();
    CHECK(reader.text("text", Need::required) == "Hello");
    CHECK(reader.text("quoted") == "true");
    CHECK(reader.text("long") == "x\n");
    CHECK(reader.boolean("yes") == true);
    CHECK(reader.boolean("no") == false);
    CHECK(reader.words("list") == std::vector<std::string>{"a", "b"});
    CHECK(reader.scalars("list")[1]->text_place == Place{"f.yaml", 5, 12});
    REQUIRE(reader.map("map") != nullptr);
    CHECK(reader.map("map")->find("k")->text == "v");
    CHECK(reader.list("list")->items.size() == 2);
    CHECK(reader.integer("number", -12, 5) == -12);
    CHECK(reader.one_of("kind", {"bank", "wallet"}) == "wallet");
    CHECK(reader.required("text")->text == "Hello");
    CHECK(reader.has("map"));
    reader.finish();
    CHECK(reading.told().empty());
}

TEST_CASE("what may be missing is missing quietly")
{
    Reading reading("a: b\n");
    MapReader reader = reading.reader();
    CHECK_FALSE(reader.text("x"));
    CHECK_FALSE(reader.boolean("x"));
    CHECK_FALSE(reader.integer("x", 0, 1));
    CHECK_FALSE(reader.one_of("x", {"y"}));
    CHECK(reader.words("x").empty());
    CHECK(reader.optional("x") == nullptr);
    CHECK(reader.map("x") == nullptr);
    CHECK(reader.list("x") == nullptr);
    CHECK_FALSE(reader.has("x"));
    CHECK(reading.told().empty());
}

TEST_CASE("each fault is told at its place")
{
    struct Case {
        std::string text;
        std::function<void(MapReader&)> read;
        std::string expected;
        std::string hint;
    };
    const std::vector<Case> table = {
        {"a: b\n", [](MapReader& r) { r.text("title", Need::required); }, "1:1 missing-key: expected 'title' in a thing, found none", ""},
        {"title:\n", [](MapReader& r) { r.text("title"); }, "1:1 null-value: expected a value for 'title', found nothing", ""},
        {"x: 1\ntitle: ~\n", [](MapReader& r) { r.required("title"); }, "2:1 null-value: expected a value for 'title', found nothing", ""},
        {"title: [a]\n", [](MapReader& r) { r.text("title"); }, "1:8 wrong-type: expected a text for 'title', found a list", ""},
        {"title: {a: b}\n", [](MapReader& r) { r.text("title"); }, "1:8 wrong-type: expected a text for 'title', found a map",
         "put a text that holds ': ' or begins with '{' in quotes"},
        {"list: a\n", [](MapReader& r) { r.words("list"); }, "1:7 wrong-type: expected a list of texts for 'list', found a text", ""},
        {"list: {a: b}\n", [](MapReader& r) { r.words("list"); }, "1:7 wrong-type: expected a list of texts for 'list', found a map", ""},
        {"list: [a, [b]]\n", [](MapReader& r) { r.words("list"); }, "1:11 wrong-type: expected a text in the list 'list', found a list", ""},
        {"list: [a, b: c]\n", [](MapReader& r) { r.words("list"); }, "1:11 wrong-type: expected a text in the list 'list', found a map",
         "put a text that holds ': ' or begins with '{' in quotes"},
        {"list:\n  - a\n  -\n", [](MapReader& r) { r.words("list"); }, "3:3 null-value: expected a text in the list 'list', found nothing", ""},
        {"map: [a]\n", [](MapReader& r) { r.map("map"); }, "1:6 wrong-type: expected a map for 'map', found a list", ""},
        {"list: {a: b}\n", [](MapReader& r) { r.list("list"); }, "1:7 wrong-type: expected a list for 'list', found a map", ""},
        {"kind: walet\n", [](MapReader& r) { r.one_of("kind", {"bank", "wallet"}); },
         "1:7 unknown-value: expected a known value for 'kind', found 'walet'",
         "did you mean 'wallet'?"},
        {"kind: 'sea'\n", [](MapReader& r) { r.one_of("kind", {"bank", "wallet"}); },
         "1:8 unknown-value: expected a known value for 'kind', found 'sea'",
         "use one of bank, wallet"},
        {"titel: x\n", [](MapReader& r) { r.text("title"); r.allow({"nodes"}); r.finish(); },
         "1:1 unknown-key: expected a key of a thing, found 'titel'",
         "did you mean 'title'?"},
        {"a: 1\n\"colour\": x\n", [](MapReader& r) { r.allow({"a", "b"}); r.finish(); }, "2:1 unknown-key: expected a key of a thing, found 'colour'",
         "use one of a, b"},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        Reading reading(row.text);
        MapReader reader = reading.reader();
        row.read(reader);
        CHECK(reading.told() == row.expected);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].hint == row.hint);
    }
}

TEST_CASE("only plain true and false are booleans")
{
    for (const std::string text : {"yes", "on", "True", "TRUE", "1", "'true'", "\"false\"", "[true]"}) {
        CAPTURE(text);
        Reading reading("many: " + text + "\n");
        MapReader reader = reading.reader();
        CHECK_FALSE(reader.boolean("many"));
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == "wrong-type");
        CHECK(reading.problems[0].place == Place{"f.yaml", 1, 7});
    }
}

TEST_CASE("only plain decimal numbers in their range are integers")
{
    struct Case {
        std::string text;
        std::optional<long> value;
        std::string code;
    };
    const std::vector<Case> table = {
        {"1", 1, ""},           {"100", 100, ""},        {"+7", 7, ""},
        {"010", 10, ""},        {"0", {}, "out-of-range"}, {"101", {}, "out-of-range"},
        {"-1", {}, "out-of-range"}, {"99999999999999999999", {}, "out-of-range"},
        {"'5'", {}, "wrong-type"}, {"0x10", {}, "wrong-type"}, {"1.5", {}, "wrong-type"},
        {"1e2", {}, "wrong-type"}, {"+-5", {}, "wrong-type"}, {"'-'", {}, "wrong-type"},
        {"1_000", {}, "wrong-type"}, {"five", {}, "wrong-type"}, {".inf", {}, "wrong-type"},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        Reading reading("tries: " + row.text + "\n");
        MapReader reader = reading.reader();
        CHECK(reader.integer("tries", 1, 100) == row.value);
        CHECK((reading.problems.empty() ? "" : reading.problems[0].code) == row.code);
    }
    Reading reading("tries: 101\n");
    MapReader reader = reading.reader();
    reader.integer("tries", 1, 100);
    CHECK(reading.told() == "1:8 out-of-range: expected 1 to 100 for 'tries', found '101'");
}

TEST_CASE("a node that is no map is one fault only")
{
    Reading reading("[a]\n");
    MapReader reader = reading.reader("a tree");
    reader.text("title", Need::required);
    reader.words("topics", Need::required);
    CHECK_FALSE(reader.has("title"));
    reader.finish();
    CHECK(reading.told() == "1:1 wrong-type: expected a map for a tree, found a list");
}

TEST_CASE("a key with a null counts as there")
{
    Reading reading("ask:\n");
    CHECK(reading.reader().has("ask"));
    CHECK(reading.told().empty());
}

TEST_CASE("faults of a map in a map are told there")
{
    Reading reading("nodes:\n  where:\n    asc: x\n", 2);
    MapReader reader = reading.reader("a tree");
    MapReader nodes(reading.source, *reader.map("nodes"), "the nodes", reading.problems);
    MapReader where(reading.source, *nodes.map("where"), "node 'where'", reading.problems);
    where.text("ask");
    where.finish();
    CHECK(reading.told() == "5:5 unknown-key: expected a key of node 'where', found 'asc'");
    CHECK(reading.problems[0].line == "    asc: x");
}

TEST_CASE("a flood of unknown keys or wrong items is cut")
{
    std::string keys;
    std::string items = "list:\n";
    for (int i = 0; i < 200; ++i) {
        keys += fmt::format("k{}: x\n", i);
        items += "- [a]\n";
    }
    Reading unknown(keys);
    unknown.reader().finish();
    CHECK(unknown.problems.size() == 50);
    Reading wrong(items);
    CHECK(wrong.reader().words("list").empty());
    CHECK(wrong.problems.size() == 50);
}

TEST_CASE("the format version is 1 and nothing else")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const std::vector<Case> table = {
        {"unknot: 1\n", ""},
        {"tree: x\n", "1:1 missing-key: expected 'unknot' in a thing, found none"},
        {"unknot: 2\n", "1:9 format-version: expected format version 1 for 'unknot', found '2'"},
        {"unknot: '1'\n", "1:9 format-version: expected format version 1 for 'unknot', found '1' in quotes"},
        {"unknot: 1.0\n", "1:9 format-version: expected format version 1 for 'unknot', found '1.0'"},
        {"unknot:\n", "1:1 null-value: expected a value for 'unknot', found nothing"},
        {"unknot: [1]\n", "1:9 wrong-type: expected a text for 'unknot', found a list"},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        Reading reading(row.text);
        MapReader reader = reading.reader();
        CHECK(format_version(reader) == row.expected.empty());
        CHECK(reading.told() == row.expected);
    }
}

TEST_CASE("ids have their alphabets")
{
    struct Case {
        std::string text;
        bool pack;
        bool node;
        bool option;
    };
    const std::vector<Case> table = {
        {"", false, false, false},    {"a", true, true, true},         {"payment-failure", true, false, false},
        {"2fa", true, false, true},   {"-a", false, false, false},     {"card_message", false, true, true},
        {"a_", false, true, true},    {"Card", false, false, false},   {"_a", false, false, false},
        {"a.b", false, false, false}, {"card\n", false, false, false}, {"a b", false, false, false},
        {"a-", true, false, false},   {"ä", false, false, false},      {"a/b", false, false, false},
        {"0", true, false, true},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        CHECK(is_pack_id(row.text) == row.pack);
        CHECK(is_node_id(row.text) == row.node);
        CHECK(is_option_value(row.text) == row.option);
    }
}

TEST_CASE("kinds have names for messages")
{
    const Reading reading("a: b\nc: []\nd: {}\ne:\n");
    CHECK(kind_name(*reading.node->find("a")) == "a text");
    CHECK(kind_name(*reading.node->find("c")) == "a list");
    CHECK(kind_name(*reading.node->find("d")) == "a map");
    CHECK(kind_name(*reading.node->find("e")) == "nothing");
}
