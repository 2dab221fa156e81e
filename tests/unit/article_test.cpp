// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"

using namespace unknot;

namespace {

const std::string sample = R"(---
title: Why was my card declined?
summary: The reasons.
topics: [payments]
keywords: [do not honor, insufficient funds]
trees: [payment-failure]
reviewed: 2026-11-21
sources: ['https://example.org']
---
# Head

Text --- with hyphens.
---
)";

struct Reading {
    std::optional<Article> article;
    Problems problems;
};

Reading read(const std::string& text)
{
    Reading reading;
    reading.article = read_article({"a.en.md", text, 0}, "card-declined", "en", reading.problems);
    return reading;
}

std::string faults(const std::string& text)
{
    return told(read(text).problems);
}

} // namespace

TEST_CASE("an article is front matter and Markdown")
{
    const Reading reading = read(sample);
    CHECK(told(reading.problems).empty());
    REQUIRE(reading.article);
    const Article& article = *reading.article;
    CHECK(article.id == "card-declined");
    CHECK(article.language == "en");
    CHECK(article.file == "a.en.md");
    CHECK(article.title == "Why was my card declined?");
    CHECK(article.summary == "The reasons.");
    CHECK(article.topics == std::vector<std::string>{"payments"});
    CHECK(article.keywords == std::vector<std::string>{"do not honor", "insufficient funds"});
    CHECK(article.trees == std::vector<std::string>{"payment-failure"});
    CHECK(article.reviewed == "2026-11-21");
    CHECK(article.sources == std::vector<std::string>{"https://example.org"});
    CHECK(article.body == "# Head\n\nText --- with hyphens.\n---\n");
    CHECK(article.lines_before_body == 9);
    CHECK(article.place == Place{"a.en.md", 2, 1});
}

TEST_CASE("byte-order mark and carriage returns are no trouble")
{
    const Reading marked = read("\xEF\xBB\xBF---\ntitle: T\n---\nText\n");
    REQUIRE(marked.article);
    CHECK(marked.article->body == "Text\n");
    const Reading dos = read("---\r\ntitle: T\r\n---\r\nText\r\n");
    CHECK(told(dos.problems).empty());
    REQUIRE(dos.article);
    CHECK(dos.article->title == "T");
    CHECK(dos.article->lines_before_body == 3);
}

TEST_CASE("an article may be without a body or a last line break")
{
    CHECK(read("---\ntitle: T\n---").article->body.empty());
    CHECK(read("---\ntitle: T\n---\nText").article->body == "Text");
}

TEST_CASE("faults of an article are told in the lines of its file")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case table[] = {
        {"", "a.en.md:1:1 no-front-matter"},
        {"# Only text\n", "a.en.md:1:1 no-front-matter"},
        {"---\ntitle: T\n", "a.en.md:1:1 no-front-matter"},
        {" ---\ntitle: T\n---\n", "a.en.md:1:1 no-front-matter"},
        {"---\nsummary: S\n---\n", "a.en.md:2:1 missing-key"},
        {"---\n- a\n---\n", "a.en.md:2:1 wrong-type"},
        {"---\ntitle: T\ncolour: red\n---\n", "a.en.md:3:1 unknown-key"},
        {"---\ntitle: T\nreviewed: soon\n---\n", "a.en.md:3:11 wrong-value"},
        {"---\ntitle: T\ntopics: payments\n---\n", "a.en.md:3:9 wrong-type"},
        {"---\ntitle: T\ntitle: U\n---\n", "a.en.md:3:1 duplicate-key"},
        {"---\ntitle: T\n---\nok\nab\x01\n", "a.en.md:5:3 yaml-character"},
        {"---\ntitle: T\n---\na\xE2\x80\xAE"
         "b\n",
            "a.en.md:4:2 yaml-character"},
        {"---\ntitle: T\n---\n\xC3\xBC\xFF\n", "a.en.md:4:2 yaml-utf8"},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(faults(row.text) == row.expected);
    }
}

TEST_CASE("front matter without anything is no article")
{
    const Reading reading = read("---\n---\nText\n");
    CHECK_FALSE(reading.article);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].code == "empty-file");
}

TEST_CASE("tabs and line breaks are layout in a body")
{
    CHECK(faults("---\ntitle: T\n---\na\tb\r\n").empty());
}

TEST_CASE("an article is at most 256 KiB")
{
    const std::string head = "---\ntitle: T\n---\n";
    CHECK(faults(head + std::string(article_max_bytes - head.size(), 'x')).empty());
    const Reading reading = read(head + std::string(article_max_bytes - head.size() + 1, 'x'));
    CHECK_FALSE(reading.article);
    CHECK(told(reading.problems) == "a.en.md:0:0 too-large");
    CHECK(reading.problems[0].message == "expected at most 256 KiB, found 257 KiB");
}

TEST_CASE("a pack reads its articles by id and language")
{
    const PackFolder folder({{"articles/card-declined.en.md", sample}});
    Problems problems;
    const Pack pack = folder.open();
    CHECK(pack.article("card-declined", "en", problems)->title == "Why was my card declined?");
    CHECK_FALSE(pack.article("card-declined", "de", problems));
    CHECK_FALSE(pack.article("../pack", "en", problems));
    CHECK(problems.empty());
}
