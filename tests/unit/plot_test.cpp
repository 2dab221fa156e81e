// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/plot.hpp"

#include <string>

using namespace unknot;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

// What stands between an attribute's name and its closing quote, the n-th time.
double number_behind(const std::string& text, const std::string& attribute, int which)
{
    std::size_t at = 0;
    for (int i = 0; i <= which; ++i) {
        at = text.find(attribute + "=\"", at) + attribute.size() + 2;
    }
    return std::stod(text.substr(at));
}

} // namespace

TEST_CASE("no text can be markup")
{
    CHECK(html_escaped("<b a='1' c=\"2\">&amp;") == "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
    CHECK(html_escaped("a\xE2\x80\xAE" "b\x1B[1m") == "ab[1m");
    const std::string plot = trend_plot("<t>", {{"<l>", 2, std::nullopt, "\"s\""}}, {1, 5});
    CHECK(has(plot, "aria-label=\"&lt;t&gt;\""));
    CHECK(has(plot, "&lt;l&gt;"));
    CHECK(has(plot, "&quot;s&quot;"));
    CHECK_FALSE(has(plot, "<t>"));
    CHECK_FALSE(has(plot, "<l>"));
}

TEST_CASE("bars are as long as their values")
{
    const std::string plot = bar_plot("stars", {{"5", 30, "30"}, {"4", 15, "15"}, {"3", 0, "0"}});
    const double longest = number_behind(plot, "\" width", 0);
    CHECK(longest > 200);
    CHECK(number_behind(plot, "\" width", 1) == doctest::Approx(longest / 2));
    CHECK(number_behind(plot, "\" width", 2) == 1);
}

TEST_CASE("points lie on their scale and stay in the plot")
{
    const std::string plot = trend_plot("trend", {{"a", 1, std::nullopt, ""}, {"b", 3, Interval{-7, 99}, ""}, {"c", 5, std::nullopt, ""}}, {1, 5});
    const double bottom = number_behind(plot, "cy", 0);
    const double top = number_behind(plot, "cy", 2);
    CHECK(bottom > top);
    CHECK(number_behind(plot, "cy", 1) == doctest::Approx((bottom + top) / 2));
    const std::size_t band = plot.find("class=\"band\"");
    REQUIRE(band != std::string::npos);
    CHECK(number_behind(plot.substr(band), "y1", 0) == doctest::Approx(bottom));
    CHECK(number_behind(plot.substr(band), "y2", 0) == doctest::Approx(top));
}

TEST_CASE("a single point and many points have room")
{
    CHECK(has(trend_plot("one", {{"2026-11", 3, std::nullopt, ""}}, {1, 5}), "2026-11"));
    std::vector<PlotPoint> many;
    for (int i = 0; i < 60; ++i) {
        many.push_back({"m" + std::to_string(i), 3, std::nullopt, ""});
    }
    const std::string plot = trend_plot("many", many, {1, 5});
    CHECK(has(plot, ">m0<"));
    CHECK_FALSE(has(plot, ">m1<"));
    CHECK(number_behind(plot, "cx", 59) < 360);
}
