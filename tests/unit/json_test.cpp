// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

#include "json.hpp"

using namespace unknot;

TEST_CASE("a document keeps its keys in order and ends with a line break")
{
    CHECK(printed([] {
        print_json({{"z", 1}, {"a", {{"y", nullptr}, {"b", true}}}});
    }) == "{\n  \"z\": 1,\n  \"a\": {\n    \"y\": null,\n    \"b\": true\n  }\n}\n");
}

TEST_CASE("numbers stand side by side, and what is empty is short")
{
    CHECK(printed([] {
        print_json({{"marks", {{1, 2}, {3, 4}}}, {"mixed", {1, "a"}}, {"none", Json::array()}, {"nothing", Json::object()}});
    }) == "{\n  \"marks\": [[1,2],[3,4]],\n  \"mixed\": [\n    1,\n    \"a\"\n  ],\n  \"none\": [],\n  \"nothing\": {}\n}\n");
    CHECK(json_line({{"n", -1.5}, {"on", false}, {"list", {"a", nullptr}}}) == "{\"n\":-1.5,\"on\":false,\"list\":[\"a\",null]}\n");
}

TEST_CASE("what no text may hold is escaped and still means the same")
{
    for (const char* text :
        {"\xE2\x80\xA8", "\xE2\x80\xA9", "\x7F", "\xC2\x9B", "\xE2\x80\xAE", "\xEF\xBB\xBF", "\xF3\xA0\x81\x81", "\x1B[1m", "\t\n\"\\", "\\\"\"a\\\\b\"c", "ä 中"}) {
        CAPTURE(std::string(text));
        const std::string document = printed([&] { print_json(Json{{"t", text}}); });
        CHECK(Json::parse(document)["t"] == text);
        for (const char* raw : {"\xE2\x80\xA8", "\xE2\x80\xA9", "\x7F", "\xC2\x9B", "\xE2\x80\xAE", "\xEF\xBB\xBF", "\xF3\xA0\x81\x81", "\x1B"}) {
            CHECK(document.find(raw) == std::string::npos);
        }
    }
    CHECK(printed([] { print_json(Json{{"t", "\xF3\xA0\x81\x81"}}); }).find("\\udb40\\udc41") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 are replaced")
{
    CHECK(Json::parse(printed([] { print_json(Json{{"t", "a\xFFz"}}); }))["t"] == "a\xEF\xBF\xBDz");
}

TEST_CASE("an error document says what and where and what to do")
{
    const Problem placed{Severity::error, "code", "expected x", Place{"f.yaml", 3, 4}, "do y", "line"};
    CHECK(error_document(placed).dump()
          == R"({"schema":"unknot.error/1","message":"expected x","place":{"file":"f.yaml","line":3,"column":4},"hint":"do y"})");
    const Problem bare{Severity::error, "code", "expected x", std::nullopt, {}, {}};
    CHECK(error_document(bare).dump() == R"({"schema":"unknot.error/1","message":"expected x","place":null,"hint":null})");
}
