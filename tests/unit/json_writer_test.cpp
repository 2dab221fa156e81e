// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "json.hpp"
#include "json_writer.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <utility>

using namespace unknot;

namespace {

std::string written(JsonLayout layout, const std::function<void(JsonWriter& out)>& write)
{
    JsonWriter out(layout);
    write(out);
    return std::move(out).take();
}

std::string number(double value)
{
    return written(JsonLayout::one_line, [&](JsonWriter& out) { out.number(value); });
}

void write_one_of_each(JsonWriter& out)
{
    out.begin_object();
    out.key("t").text("ä");
    out.key("n").number(std::uint64_t{18446744073709551615U});
    out.key("i").number(std::int64_t{-3});
    out.key("b").boolean(false);
    out.key("none").null();
    out.key("list").begin_array();
    out.text("a");
    out.begin_object();
    out.end_object();
    out.end_array();
    out.key("rows").begin_row();
    out.begin_row();
    out.number(std::uint64_t{1});
    out.number(std::uint64_t{2});
    out.end_row();
    out.number(0.5);
    out.end_row();
    out.end_object();
}

} // namespace

TEST_CASE("elements have their punctuation and rows stay on one line")
{
    CHECK(written(JsonLayout::indented, write_one_of_each)
          == "{\n  \"t\": \"ä\",\n  \"n\": 18446744073709551615,\n  \"i\": -3,\n  \"b\": false,\n  \"none\": null,\n"
             "  \"list\": [\n    \"a\",\n    {}\n  ],\n  \"rows\": [[1,2],0.5]\n}\n");
    CHECK(written(JsonLayout::one_line, write_one_of_each)
          == R"({"t":"ä","n":18446744073709551615,"i":-3,"b":false,"none":null,"list":["a",{}],"rows":[[1,2],0.5]})" "\n");
}

TEST_CASE("what is empty stays short")
{
    const auto empty = [](JsonWriter& out) {
        out.begin_array();
        out.begin_row();
        out.end_row();
        out.begin_object();
        out.end_object();
        out.end_array();
    };
    CHECK(written(JsonLayout::indented, empty) == "[\n  [],\n  {}\n]\n");
    CHECK(written(JsonLayout::one_line, empty) == "[[],{}]\n");
}

TEST_CASE("a fraction reads back as the same and is never taken for a whole number")
{
    for (const double value : {0.0, 1.0, -2.0, 0.5, 0.1, 1.0 / 3, 0.9265438117, 123456.0, 1e-7, 2.5e-300, 1e15, 1.7976931348623157e308}) {
        CAPTURE(value);
        const Json read = Json::parse(number(value));
        CHECK(read.is_number_float());
        CHECK(read.get<double>() == value);
    }
    CHECK(number(1.0) == "1.0\n");
    CHECK(number(0.25) == "0.25\n");
    CHECK(number(std::numeric_limits<double>::infinity()) == "null\n");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null\n");
}

TEST_CASE("a text with everything in it means the same")
{
    const std::string text = "a\"\\\\\"\t\n\x01\x7F\xC2\x9B\xE2\x80\xA8\xE2\x80\xAE\xF3\xA0\x81\x81 ä 中";
    const std::string document = written(JsonLayout::one_line, [&](JsonWriter& out) { out.text(text); });
    CHECK(Json::parse(document) == text);
    CHECK(document == "\"a\\\"\\\\\\\\\\\"\\t\\n\\u0001\\u007f\\u009b\\u2028\\u202e\\udb40\\udc41 ä 中\"\n");
}
