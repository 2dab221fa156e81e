// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/source.hpp"

#include <climits>

using namespace unknot;

TEST_CASE("lines are found by number without their breaks")
{
    const Source source{"t.yaml", "one\ntwo\r\n\nfour", 0};
    CHECK(line_at(source, {"t.yaml", 1, 1}) == "one");
    CHECK(line_at(source, {"t.yaml", 2, 9}) == "two");
    CHECK(line_at(source, {"t.yaml", 3, 1}).empty());
    CHECK(line_at(source, {"t.yaml", 4, 1}) == "four");
}

TEST_CASE("a line that is not there is empty")
{
    const Source source{"t.yaml", "one\n", 0};
    for (const int line : {INT_MIN, -1, 0, 2, 3, INT_MAX}) {
        CAPTURE(line);
        CHECK(line_at(source, {"t.yaml", line, 1}).empty());
    }
    CHECK(line_at(Source{}, {"", 1, 1}).empty());
}

TEST_CASE("lines before the text are counted")
{
    const Source body{"a.en.md", "first\nsecond", 5};
    CHECK(line_at(body, {"a.en.md", 5, 1}).empty());
    CHECK(line_at(body, {"a.en.md", 6, 1}) == "first");
    CHECK(line_at(body, {"a.en.md", 7, 1}) == "second");
}

TEST_CASE("a problem at a place has its line")
{
    const Source source{"t.yaml", "one\ntwo", 0};
    const Problem problem = problem_at(source, {"t.yaml", 2, 3}, "unknown-key", "unknown key 'two'", "remove it");
    CHECK(problem.severity == Severity::error);
    CHECK(problem.code == "unknown-key");
    CHECK(problem.message == "unknown key 'two'");
    CHECK(problem.hint == "remove it");
    CHECK(problem.line == "two");
    CHECK(problem.place == Place{"t.yaml", 2, 3});
}
