// SPDX-License-Identifier: GPL-3.0-or-later
// Small plots as SVG elements to be put into a page. They scale with their place and are as wide as a phone by themselves; every text is escaped.
// Colours are the page's: the classes are `grid` (lines), `mark` (what is plotted), `band` (its interval), `ink` (text).
#pragma once

#include "unknot/statistics.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// Text for an element or an attribute of HTML and SVG. Control and bidi characters are dropped.
std::string html_escaped(std::string_view text);

struct Bar {
    std::string label;
    double value = 0;
    std::string shown;   // the value as it is written at the bar's end
};

// Horizontal bars from zero, one below the other.
std::string bar_plot(const std::string& title, const std::vector<Bar>& bars);

struct PlotPoint {
    std::string label;                  // on the axis below
    double value = 0;
    std::optional<Interval> interval;
    std::string shown;                  // what it says when it is pointed at
};

struct Scale {
    double low = 0;
    double high = 1;
};

// Points joined by a line, each with its interval, on a scale with whole numbers. Requires at least one point.
std::string trend_plot(const std::string& title, const std::vector<PlotPoint>& points, const Scale& scale);

// One point with its interval on one line.
std::string interval_plot(const std::string& title, const PlotPoint& point, const Scale& scale);

} // namespace unknot
