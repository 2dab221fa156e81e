// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/display.hpp"
#include "unknot/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace unknot;

namespace {

std::string shown(std::string_view markdown, int width = 40, Styling styling = Styling::plain)
{
    return fmt::format("{}", fmt::join(render_markdown(markdown, width, styling), "\n"));
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::size_t bytes_of(const std::vector<std::string>& lines)
{
    std::size_t bytes = 0;
    for (const auto& line : lines) {
        bytes += line.size() + 1;
    }
    return bytes;
}

} // namespace

TEST_CASE("blocks become lines")
{
    struct Row {
        std::string markdown;
        std::string lines;
    };
    const std::vector<Row> table = {
        {"", ""},
        {"# Title\n\ntext", "Title\n\ntext"},
        {"one\ntwo", "one two"},
        {"one  \ntwo", "one\ntwo"},
        {"中文\n中文", "中文中文"},
        {"中文\nEnglish", "中文 English"},
        {"- a\n- b", "• a\n• b"},
        {"text\n- a\n- b\n\nmore", "text\n\n• a\n• b\n\nmore"},
        {"- a\n\n- b", "• a\n\n• b"},
        {"3. a\n4. b\n   - c", "3. a\n4. b\n   • c"},
        {"- \n- b", "•\n• b"},
        {"1. a long step that has to be wrapped to the width", "1. a long step that has to be wrapped to\n   the width"},
        {"> quoted\n>\n> - item", "│ quoted\n│\n│ • item"},
        {"text\n\n> quoted", "text\n\n│ quoted"},
        {"    code  x\n\n    more", "    code  x\n\n    more"},
        {"```sh\nls -l\n  deep\n```", "    ls -l\n      deep"},
        {"a\n\n---\n\nb", "a\n\n────────────────────────────────────────\n\nb"},
        {"run `ls -l` *now* **please**", "run `ls -l` now please"},
        {"<b>raw</b>", "<b>raw</b>"},
    };
    for (const auto& row : table) {
        CAPTURE(row.markdown);
        CHECK(shown(row.markdown) == row.lines);
    }
}

TEST_CASE("the true target of a link is shown")
{
    struct Row {
        std::string markdown;
        std::string line;
    };
    const std::vector<Row> table = {
        {"[bank](https://bank.example/a)", "bank <https://bank.example/a>"},
        {"[https://bank.example](https://thief.example)", "https://bank.example <https://thief.example>"},
        {"<https://bank.example>", "https://bank.example"},
        {"<help@bank.example>", "help@bank.example"},
        {"[mail](mailto:help@bank.example)", "mail <mailto:help@bank.example>"},
        {"[why](article:card-declined)", "why (unknot show card-declined)"},
        {"[go](tree:payment-failure)", "go (unknot run payment-failure)"},
        {"[x](<https://t.example/> <https://bank.example>)", "[x](https://t.example/ https://bank.example)"},
        {"[x](<https://t.example/a b>)", "x <https://t.example/a%20b>"},
        {"[x](https://t.example/&gt;&#10;&lt;y)", "x <https://t.example/%3E%0A%3Cy>"},
        {"[x](article:../../etc)", "x <article:../../etc>"},
        {"![picture](https://t.example/p.png)", "picture <https://t.example/p.png>"},
    };
    for (const auto& row : table) {
        CAPTURE(row.markdown);
        CHECK(shown(row.markdown, 80) == row.line);
    }
}

TEST_CASE("tables are aligned or taken apart")
{
    const std::string table = "| kind | n |\n|:--|--:|\n| card | 7 |\n| 银行 | 12 |\n";
    CHECK(shown(table) == "kind   n\n────  ──\ncard   7\n银行  12");
    CHECK(shown(table, 7) == "kind:\ncard\nn: 7\n\nkind:\n银行\nn: 12");
    CHECK(shown("| a |\n|---|\n| [x](https://e.example) |", 40) == "a\n─────────────────────\nx <https://e.example>");
}

TEST_CASE("styles are closed on every line")
{
    CHECK(shown("a **bold word** b", 80, Styling::ansi) == "a \x1B[1mbold word\x1B[0m b");
    CHECK(shown("**one two**", 4, Styling::ansi) == "\x1B[1mone\x1B[0m\n\x1B[1mtwo\x1B[0m");
    CHECK(shown("# *T* x", 80, Styling::ansi) == "\x1B[1;4mT\x1B[0m\x1B[1m x\x1B[0m");
    CHECK(shown("[t](https://e.example)", 80, Styling::ansi) == "\x1B[4mt\x1B[0m\x1B[2m <https://e.example>\x1B[0m");
}

TEST_CASE("entities are decoded first and sanitised then")
{
    CHECK(shown("&lt;b&gt; &amp; &#x41; &euro; &nosuch;") == "<b> & A € &nosuch;");
    CHECK(shown("a&#27;[31mb &#x202E;c&#0;d") == "a[31mb c\uFFFDd");
    CHECK(shown("a\x1B[31mb\xE2\x80\xAE") == "a[31mb");
    CHECK(shown("```\na\x1B]0;title\x07\n```") == "    a]0;title");
    CHECK(shown("[x](https://e.example/&#27;[2J)", 80) == "x <https://e.example/[2J>");
}

TEST_CASE("no line is wider than asked for")
{
    const std::string markdown = "# A heading that is long\n\n1. item with a [link](https://example.org/a/very/long/path)\n   - nested 中文字符 "
                                 "deeper\n     > quote of many words\n\n"
                                 + repeated("> ", 30) + "deep quote\n\n" + repeated("- ", 30)
                                 + "deep list\n\n    code that is quite a bit longer than the line\n\n|a|b|\n|-|-|\n|some words|中文|\n";
    for (int width = 4; width < 60; ++width) {
        for (const auto& line : render_markdown(markdown, width, Styling::plain)) {
            CAPTURE(width);
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
    CHECK_FALSE(render_markdown(markdown, -5, Styling::plain).empty());
}

TEST_CASE("output is bounded whatever the input")
{
    const std::string reference = "[r]: https://e.example/" + std::string(50'000, 'x') + "\n\n" + repeated("[r] ", 20'000);
    std::string columns = repeated("|a", 5'000) + "|\n" + repeated("|---", 5'000) + "|\n" + repeated("|x\n", 5'000);
    struct Row {
        std::string name;
        std::string markdown;
    };
    const std::vector<Row> table = {
        {"references", reference}, {"columns", columns}, {"text", repeated("word ", 400'000)}, {"codes", "```\n" + repeated("a\n", 900'000)}};
    for (const auto& row : table) {
        CAPTURE(row.name);
        const auto lines = render_markdown(row.markdown, 80, Styling::ansi);
        CHECK(bytes_of(lines) <= markdown_max_output * 3 / 2);
        CHECK(lines.back() == "[… this text is too long, the rest is not shown]");
        CHECK(markdown_to_plain(row.markdown).size() <= markdown_max_output);
    }
    CHECK(inspect_markdown(reference).links.size() < 100);
    CHECK(shown(repeated("> ", 20'000) + "x", 20).find('x') != std::string::npos);
}

TEST_CASE("plain text has the words and no marks")
{
    CHECK(markdown_to_plain("# T\n\na **b** [c](https://e.example) `d`\n\n- e\n- f &amp; g\n") == "T\na b c d\ne\nf & g");
    CHECK(markdown_to_plain("| a | b |\n|---|---|\n| c | d |") == "a\nb\nc\nd");
    CHECK(markdown_to_plain("银行\n卡") == "银行卡");
    CHECK(markdown_to_plain("a\x1B[1mb") == "a[1mb");
    CHECK(markdown_to_plain("").empty());
}

TEST_CASE("links and raw html are found")
{
    const auto findings = inspect_markdown("text\n\nsee [a](article:x) and\n[b](https://e.example)\n\n![p](tree:y) [r]\n\n[r]: provider:z\n");
    std::string found;
    for (const auto& link : findings.links) {
        found += fmt::format("{}@{} ", link.target, link.line);
    }
    CHECK(found == "article:x@3 https://e.example@4 tree:y@6 provider:z@8 ");
    CHECK_FALSE(findings.raw_html);
    CHECK(inspect_markdown("text\n\nmore\nand <b>bold</b>\n").raw_html_line == 4);
    CHECK(inspect_markdown("text\n\n<div>\nx\n</div>\n").raw_html_line == 3);
    for (const std::string html : {"a <b>c</b>", "<script>\nx\n</script>", "<!-- c -->", "a <img src=x>"}) {
        CAPTURE(html);
        CHECK(inspect_markdown(html).raw_html);
    }
    for (const std::string harmless : {"a < b", "`<b>`", "\\<b>", "<https://e.example>", "    <b>"}) {
        CAPTURE(harmless);
        CHECK_FALSE(inspect_markdown(harmless).raw_html);
    }
}
