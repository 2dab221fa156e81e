// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/utf8.hpp"
#include "unknot/yaml.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

using namespace unknot;

namespace {

YamlNode read(const std::string& text)
{
    Problems problems;
    const auto node = read_yaml({"f.yaml", text, 0}, problems);
    for (const Problem& problem : problems) {
        FAIL_CHECK(describe(problem));
    }
    REQUIRE(node);
    return *node;
}

Problems refused(const std::string& text, int lines_before = 0)
{
    Problems problems;
    CHECK_FALSE(read_yaml({"f.yaml", text, lines_before}, problems));
    return problems;
}

std::string brief(const Problem& problem)
{
    return fmt::format("{}:{} {}: {}", problem.place->line, problem.place->column, problem.code, problem.message);
}

std::string codes(const Problems& problems)
{
    std::string text;
    for (const Problem& problem : problems) {
        text += fmt::format("{}{}:{} {}", text.empty() ? "" : " ", problem.place->line, problem.place->column, problem.code);
    }
    return text;
}

// The tree in one line: plain texts bare, others in quotes.
std::string sketch(const YamlNode& node)
{
    std::string text;
    switch (node.kind) {
    case YamlNode::Kind::null:
        return "null";
    case YamlNode::Kind::scalar:
        return node.plain ? node.text : "'" + node.text + "'";
    case YamlNode::Kind::sequence:
        for (const YamlNode& item : node.items) {
            text += (text.empty() ? "" : " ") + sketch(item);
        }
        return "[" + text + "]";
    case YamlNode::Kind::map:
        for (const YamlEntry& entry : node.entries) {
            text += (text.empty() ? "" : " ") + sketch(entry.key) + "=" + sketch(entry.value);
        }
        return "{" + text + "}";
    }
    return text;
}

std::string place(const YamlNode& node)
{
    return fmt::format("{}:{}/{}:{}", node.place.line, node.place.column, node.text_place.line, node.text_place.column);
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string whole;
    for (std::size_t i = 0; i < times; ++i) {
        whole += text;
    }
    return whole;
}

} // namespace

TEST_CASE("what packs are made of is read")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const std::vector<Case> table = {
        {"a: b", "{a=b}"},
        {"a: b\nc: [d, 'e', \"f\"]\n", "{a=b c=[d 'e' 'f']}"},
        {"- a\n- b: c\n  d: e\n", "[a {b=c d=e}]"},
        {"a: |\n  one\n  two\nb: >-\n  three\n  four\n", "{a='one\ntwo\n' b='three four'}"},
        {"a: no\nb: on\nc: 010\nd: 2026-11-21\ne: true\n", "{a=no b=on c=010 d=2026-11-21 e=true}"},
        {"a:\nb: ~\nc: null\nd: 'null'\ne: ''\n", "{a=null b=null c=null d='null' e=''}"},
        {"---\na: b\n...\n", "{a=b}"},
        {"# before\na: b # behind\n", "{a=b}"},
        {R"({"a":1,"b":["x",{"c":null}],"d":"\u00e4\/\n"})", "{'a'=1 'b'=['x' {'c'=null}] 'd'='ä/\n'}"},
        {"\xEF\xBB\xBF" "a: b\n", "{a=b}"},
        {"a: b\r\nc: |\r\n  d\r\n  e\r\nf: 'g'\r\n", "{a=b c='d\ne\n' f='g'}"},
        {"a: \"say \\\"hi\\\"\"\nb: 'it''s'\n", "{a='say \"hi\"' b='it's'}"},
        {"a: Grüße, 钱包 😀\n", "{a=Grüße, 钱包 😀}"},
        {"\"<<\": x\n", "{'<<'=x}"},
        {"a: what? and * & ! % in between\n", "{a=what? and * & ! % in between}"},
        {"a: |+\n  x\n\n", "{a='x\n\n'}"},
        {"- a:\n    - b\n", "[{a=[b]}]"},
        {"plain", "plain"},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        CHECK(sketch(read(row.text)) == row.expected);
    }
}

TEST_CASE("CRLF reads as LF does")
{
    for (const std::string text : {"a: b\nc:\n  - d\n  - 'e\n    f'\n", "a: >\n  x\n  y\n\n  z\nb: |-\n  q\n", "a: \"x\\\n  y\"\n",
                                   "{a: b,\n c: d}\n", "a: x\n  y\n"}) {
        std::string windows;
        for (const char byte : text) {
            windows += byte == '\n' ? "\r\n" : std::string(1, byte);
        }
        CAPTURE(text);
        CHECK(sketch(read(windows)) == sketch(read(text)));
    }
}

TEST_CASE("nodes know their places in code points")
{
    const YamlNode root = read("# c\ntitle: Grüße\n\"ä\":  'x y'\nlist: [ä, \"b\"]\nblock: |\n  text\nempty:\nmap:\n  - k: v\n");
    CHECK(place(root) == "2:1/2:1");
    CHECK(place(root.entries[0].key) == "2:1/2:1");
    CHECK(place(root.entries[0].value) == "2:8/2:8");
    CHECK(place(root.entries[1].key) == "3:1/3:2");
    CHECK(place(root.entries[1].value) == "3:7/3:8");
    CHECK(place(root.entries[2].value) == "4:7/4:7");
    CHECK(place(root.entries[2].value.items[0]) == "4:8/4:8");
    CHECK(place(root.entries[2].value.items[1]) == "4:11/4:12");
    CHECK(place(root.entries[3].value) == "5:8/5:8");
    CHECK(place(root.entries[4].value) == "7:1/7:1");
    CHECK(place(root.entries[5].value) == "9:3/9:3");
    CHECK(place(root.entries[5].value.items[0].entries[0].value) == "9:8/9:8");
    CHECK(root.place.file == "f.yaml");
}

TEST_CASE("columns are right far behind in a long line")
{
    const YamlNode root = read("[" + repeated("\"ä\",", 2000) + "x]");
    CHECK(place(root.items[1]) == "1:6/1:7");
    CHECK(place(root.items[2000]) == "1:8002/1:8002");
}

TEST_CASE("an empty item is where its dash is")
{
    const YamlNode list = read("- # x - y\n\n# c\n- a\n-\n- ~\n-   null\n");
    CHECK(place(list.items[0]) == "1:1/1:1");
    CHECK(place(list.items[2]) == "5:1/5:1");
    CHECK(place(list.items[3]) == "6:3/6:3");
    CHECK(place(list.items[4]) == "7:5/7:5");
    CHECK(place(read("a:\n  - b\n  -\nc: d\n").entries[0].value.items[1]) == "3:3/3:3");
    CHECK(place(read("[a,,b]").items[1]) == "1:4/1:4");
}

TEST_CASE("values are found by key")
{
    const YamlNode root = read("a: 1\nb: 2\n");
    REQUIRE(root.find("b") != nullptr);
    CHECK(root.find("b")->text == "2");
    CHECK(root.find("c") == nullptr);
    CHECK(root.find("b")->find("a") == nullptr);
}

TEST_CASE("lines before the text are counted")
{
    Problems problems;
    const auto node = read_yaml({"f.md", "a: b\nc: d\n", 3}, problems);
    REQUIRE(node);
    CHECK(node->entries[1].value.place == Place{"f.md", 5, 4});
    CHECK(codes(refused("a: b\na: c\n", 3)) == "5:1 duplicate-key");
    CHECK(codes(refused("a: b\n\tc: d\n", 3)) == "5:1 yaml-tab");
    CHECK(refused("a: b\na: cd\n", 3)[0].line == "a: cd");
}

TEST_CASE("each trap is refused at its place")
{
    struct Case {
        std::string text;
        std::string expected;
        std::string hint;
    };
    const std::string quotes = "put the text in quotes";
    const std::string out = "write the value out, or put the text in quotes";
    const std::vector<Case> table = {
        {",", "1:1 yaml-syntax: expected the end of the file, found ','", "put the whole text in quotes"},
        {"[a] b", "1:5 yaml-syntax: expected the end of the file, found 'b'", "put the whole text in quotes"},
        {"a: *b\n", "1:4 yaml-alias: expected a value that begins with no '*', found '*b'", quotes + ": '*b'"},
        {"say: **bold** text\n", "1:6 yaml-alias: expected a value that begins with no '*', found '**bold**'", quotes + ": '**bold** text'"},
        {"say: * x\n", "1:6 yaml-alias: expected a value that begins with no '*', found '*'", quotes + ": '* x'"},
        {"say: & co\n", "1:6 yaml-anchor: expected a value that begins with no '&', found '&'", quotes + ": '& co'"},
        {"a: &x b\n", "1:4 yaml-anchor: expected a value, found an anchor ('&')", out},
        {"a: &x &y b\n", "1:7 yaml-anchor: expected a value that begins with no '&', found '&y'", quotes + ": '&x &y b'"},
        {"say: !important\n", "1:6 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"a: ! \"x\"\n", "1:4 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"a: !!str\n", "1:4 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"a: ! |\n  x\n", "1:4 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"a: !<?> x\n", "1:4 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"a: !<?> [x]\n", "1:4 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"!t a: b\n", "1:1 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"!!map {a: b}\n", "1:1 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"!x", "1:1 yaml-tag: expected a value, found a tag ('!')", "remove the tag, or put the text in quotes"},
        {"<<: {a: b}\n", "1:1 yaml-merge: expected a key, found the merge key '<<'", "write the keys out"},
        {"a: 1\nb: 2\na: 3\n", "3:1 duplicate-key: expected each key once, found 'a' again (first in line 1)", "remove one of the two"},
        {"- {a: 1, \"a\": 2}\n", "1:10 duplicate-key: expected each key once, found 'a' again (first in line 1)", "remove one of the two"},
        {"a: b\n---\nc: d\n", "2:1 second-document: expected one document, found '---'", "put the second document in a file of its own"},
        {"a: b\n---\n", "2:1 second-document: expected one document, found '---'", "put the second document in a file of its own"},
        {"a: b\n...\nc: d\n", "3:1 second-document: expected one document, found 'c:'", "put the second document in a file of its own"},
        {"a: \"x\n", "1:4 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"a: \"x", "1:4 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"a: \"x\\\"\n", "1:4 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"a: \"x\\", "1:4 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"a: b\nc: 'x\nd: it''s\n", "2:4 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"[a, 'x", "1:5 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"{\"a", "1:2 yaml-unterminated: expected a closing quote, found the end of the file", "close the text that begins here"},
        {"a: \"x\n---\n", "2:1 yaml-unterminated: expected a closing quote before the next document, found '---'",
         "close the quoted text before this line"},
        {"title: \"My title\nb: \"foo\"\n", "2:5 yaml-syntax: expected the next key of the map, found 'foo\"'", "close the quote of line 1"},
        {"%YAML 1.2\n---\na: b\n", "1:1 yaml-directive: expected a key, found '%' at the start of a line, which begins a directive",
         "remove the line, or put the text in quotes"},
        {"a: b\n\tc: d\te\n", "2:1 yaml-tab: expected spaces, found a tab", "replace the tab with spaces"},
        {"a: 'b\tc'\n", "1:6 yaml-tab: expected spaces, found a tab", "replace the tab with spaces"},
        {"a: ä\rb: c\n", "1:5 yaml-character: expected LF or CRLF at the end of a line, found a carriage return alone",
         "save the file with LF line ends"},
        {"a: b\xC2\x85" "c\n", "1:5 yaml-character: expected visible characters, found U+0085", "remove the character"},
        {"a: b\xE2\x80\xA8" "c\n", "1:5 yaml-character: expected visible characters, found U+2028", "remove the character"},
        {"a: \xE2\x80\xAE\n", "1:4 yaml-character: expected visible characters, found U+202E", "remove the character"},
        {"a: b # \x1B[31m\n", "1:8 yaml-character: expected visible characters, found U+001B", "remove the character"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF" "a: b\n", "1:1 yaml-character: expected visible characters, found U+FEFF", "remove the character"},
        {"ä: \xC0\x9B\n", "1:4 yaml-utf8: expected UTF-8, found the byte 0xC0", "save the file as UTF-8"},
        {"a: \"\\e[31m\"\n", "1:5 yaml-character: expected visible characters, found the escape '\\e'", "remove the escape"},
        {"a: \"ok\\u202ebad\"\n", "1:7 yaml-character: expected visible characters, found the escape '\\u'", "remove the escape"},
        {"a: \"x\\0y\"\n", "1:6 yaml-character: expected visible characters, found the escape '\\0'", "remove the escape"},
        {"a: \"x\\x9by\"\n", "1:6 yaml-character: expected visible characters, found the escape '\\x'", "remove the escape"},
        {"a: \"x\\Ny\"\n", "1:6 yaml-character: expected visible characters, found the escape '\\N'", "remove the escape"},
        {"a: \"x\\_y\"\n", "1:6 yaml-character: expected visible characters, found the escape '\\_'", "remove the escape"},
        {"a: \"x\\ty\"\n", "1:6 yaml-character: expected visible characters, found the escape '\\t'", "remove the escape"},
        {"\"\\u200b\": b\n", "1:2 yaml-character: expected visible characters, found the escape '\\u'", "remove the escape"},
        {"a: \"\\U000e0041\"\n", "1:5 yaml-character: expected visible characters, found the escape '\\U'", "remove the escape"},
        {"a: \"ä\\qy\"\n", "1:6 yaml-syntax: expected an escape that YAML knows, found '\\qy\"'",
         "write the character itself, '\\\\' for a backslash"},
        {"a: \"\\x4\"\n", "1:5 yaml-syntax: expected a hexadecimal number in the escape, found '\\x4\"'",
         "write the character itself, '\\\\' for a backslash"},
        {"a: \"\\ud83d\"\n", "1:5 yaml-character: expected the number of a character in the escape, found '\\ud83d\"'",
         "write the character itself, '\\\\' for a backslash"},
        {"{ask: Is it so?, b: 1}\n", "1:15 yaml-syntax: expected a key or a value, found '?'", quotes + ": 'Is it so?'"},
        {"[is it stuck?]\n", "1:13 yaml-syntax: expected a key or a value, found '?'", quotes + ": 'is it stuck?'"},
        {"{to: https://x/a?b=c}\n", "1:17 yaml-syntax: expected a key or a value, found '?b=c'", quotes + ": 'https://x/a?b=c'"},
        {"{a: what? b}\n", "1:9 yaml-syntax: expected ',' or '}', found '?'", quotes + ": 'what? b'"},
        {"{a: don't you?}\n", "1:14 yaml-syntax: expected a key or a value, found '?'", quotes + ": 'don''t you?'"},
        {"say: {amount} is due\n", "1:15 yaml-syntax: expected the next key of the map, found 'is'", quotes + ": '{amount} is due'"},
        {"- [x] done\n", "1:7 yaml-syntax: expected the next item of the list, found 'done'", quotes + ": '[x] done'"},
        {"say: \"a\" and b\n", "1:10 yaml-syntax: expected the next key of the map, found 'and'", quotes + ": '\"a\" and b'"},
        {"say: `ls` shows it # c\n", "1:6 yaml-syntax: expected a key or a value, found '`ls`'", quotes + ": '`ls` shows it'"},
        {"say: @home\n", "1:6 yaml-syntax: expected a key or a value, found '@home'", quotes + ": '@home'"},
        {"{say: %x, b: c}\n", "1:7 yaml-syntax: expected a key or a value, found '%x'", quotes + ": '%x'"},
        {"title: Error: disk full\n", "1:13 yaml-syntax: expected one key and one value, found ':'", quotes + ": 'Error: disk full'"},
        {"key: - item\n", "1:6 yaml-syntax: expected a value in this line, found '-'", "put what follows on the next line, indented"},
        {"say: > text\n", "1:8 yaml-syntax: expected the end of the line, found 'text'", "put what follows on the next line, indented"},
        {"say: |0\n x\n", "1:8 yaml-syntax: expected an indentation of 1 to 9, found the end of the line", ""},
        {"a:\n  b: 1\n c: 2\n", "3:2 yaml-syntax: expected the next key of the map, found 'c'", "indent the line as its neighbours are"},
        {"a: [1, 2\n\n", "1:9 yaml-syntax: expected ',' or ']', found the end of the file", "close what begins in line 1"},
        {"{\"a\": [1,\n 2", "2:3 yaml-syntax: expected ',' or ']', found the end of the file", "close what begins in line 1"},
        {"{\"a\": 1", "1:8 yaml-syntax: expected ',' or '}', found the end of the file", "close what begins in line 1"},
        {"a: [1}\n", "1:6 yaml-syntax: expected a value or the matching bracket, found '}'", "remove the bracket, or put the text in quotes"},
        {"? [a]\n: b\n", "1:3 yaml-syntax: expected a text as key, found a list", quotes},
        {"{a: b}: c\n", "1:1 yaml-syntax: expected a text as key, found a map", quotes},
        {": x\n", "1:1 yaml-syntax: expected a text as key, found nothing", ""},
        {"null: x\n", "1:1 yaml-syntax: expected a text as key, found nothing", quotes},
        {"{a: 1, , b: 2}\n", "1:8 yaml-syntax: expected a text as key, found nothing", ""},
        {"", "0:0 empty-file: expected YAML, found nothing (null body)", ""},
        {"# c\n", "0:0 empty-file: expected YAML, found nothing (null body)", ""},
        {"---\n...\n", "0:0 empty-file: expected YAML, found nothing (null body)", ""},
        {"~\n", "0:0 empty-file: expected YAML, found nothing (null body)", ""},
    };
    for (const Case& row : table) {
        CAPTURE(row.text);
        const Problems problems = refused(row.text);
        REQUIRE(problems.size() == 1);
        CHECK(brief(problems[0]) == row.expected);
        CHECK(problems[0].hint == row.hint);
    }
}

TEST_CASE("all faults of one pass are told")
{
    CHECK(codes(refused("a: &a [*a]")) == "1:4 yaml-anchor 1:8 yaml-alias");
    CHECK(codes(refused("\ta: \x07\xFF\n%x\n\t\tb\n")) == "1:1 yaml-tab 1:5 yaml-character 1:6 yaml-utf8 2:1 yaml-directive 3:1 yaml-tab");
    CHECK(codes(refused("a: !x 1\na: \"\\e\"\n<<: &b c\nd: [")) ==
          "1:4 yaml-tag 2:1 duplicate-key 2:5 yaml-character 3:1 yaml-merge 3:5 yaml-anchor 4:5 yaml-syntax");
    CHECK(codes(refused(repeated("\tx\n", 3))) == "1:1 yaml-tab 2:1 yaml-tab 3:1 yaml-tab");
}

TEST_CASE("a flood of faults is cut")
{
    CHECK(refused(repeated("\t\n", 10'000)).size() == 50);
    CHECK(refused(repeated("a: &x b\n", 10'000)).size() == 50);
}

TEST_CASE("budgets hold on both sides of their limits")
{
    const std::string head = "a: ";
    CHECK(read(head + std::string(yaml_max_bytes - head.size(), 'x')).entries[0].value.text.size() == yaml_max_bytes - head.size());
    CHECK(codes(refused(head + std::string(yaml_max_bytes - head.size() + 1, 'x'))) == "0:0 too-large");

    CHECK(read(repeated("[", 32) + repeated("]", 32)).kind == YamlNode::Kind::sequence);
    CHECK(codes(refused(repeated("[", 33) + repeated("]", 33))) == "1:33 too-deep");
    CHECK(codes(refused(repeated("- ", 33) + "a")) == "1:65 too-deep");

    CHECK(read("[" + repeated("x,", yaml_max_nodes - 1) + "]").items.size() == static_cast<std::size_t>(yaml_max_nodes - 1));
    CHECK(codes(refused("[" + repeated("x,", yaml_max_nodes) + "]")) == fmt::format("1:{} too-many-nodes", 2 * yaml_max_nodes));
}

TEST_CASE("hostile megabytes are refused in bounded work")
{
    CHECK(codes(refused(std::string(yaml_max_bytes, '['))).ends_with("too-deep"));
    CHECK(codes(refused(repeated("{a: ", 200'000))).ends_with("too-deep"));
    CHECK(codes(refused(repeated("? ", 500'000))).ends_with("too-deep"));
    CHECK(codes(refused("[" + std::string(1'000'000, ','))).ends_with("too-many-nodes"));
    CHECK(codes(refused(repeated("k: \n", 200'000))).ends_with("too-many-nodes"));
    std::string many;
    for (int i = 0; i < 24'000; ++i) {
        many += fmt::format("\"k{}\":{},", i, i);
    }
    CHECK(read("{" + many + "}").entries.size() == 24'000);
}

TEST_CASE("no short input hangs or passes a forbidden character")
{
    const auto try_it = [](const std::string& text) {
        Problems problems;
        const auto node = read_yaml({"f", text, 0}, problems);
        REQUIRE(node.has_value() == problems.empty());
        if (node) {
            REQUIRE_FALSE(first_forbidden(node->text));
        }
    };
    try_it("");
    for (int first = 0; first < 256; ++first) {
        try_it({static_cast<char>(first)});
        for (int second = 0; second < 256; ++second) {
            try_it({static_cast<char>(first), static_cast<char>(second)});
        }
    }
}

TEST_CASE("no few signs of YAML hang")
{
    const std::string signs = ",[]{}:-?&*!|>'\"%@`# \na~.\\";
    for (const char first : signs) {
        for (const char second : signs) {
            for (const char third : signs) {
                Problems problems;
                const auto node = read_yaml({"f", {first, second, third, first, second}, 0}, problems);
                REQUIRE(node.has_value() == problems.empty());
            }
        }
    }
}
