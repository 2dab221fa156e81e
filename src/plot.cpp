// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/plot.hpp"

#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr double width = 360;   // units of all plots: pixels of a phone

std::string element(std::string_view title, double height, const std::string& content)
{
    return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">\n{}</svg>\n", width, height, html_escaped(title), content);
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text)
{
    return fmt::format("<text class=\"ink\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, html_escaped(text));
}

std::string line_between(std::string_view style, double x1, double y1, double x2, double y2)
{
    return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", style, x1, y1, x2, y2);
}

std::string dot(double x, double y, std::string_view shown)
{
    return fmt::format("<circle class=\"mark\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"><title>{}</title></circle>\n", x, y, html_escaped(shown));
}

// A value's place between two ends; what is off the scale is at its end.
double placed(double value, const Scale& scale, double from, double to)
{
    const double share = std::clamp((value - scale.low) / (scale.high - scale.low), 0.0, 1.0);
    return from + share * (to - from);
}

// Where a trend is drawn.
struct Frame {
    double left = 24;
    double right = width - 12;
    double top = 10;
    double bottom = 170;
    std::size_t points = 1;

    double x(std::size_t index) const
    {
        return points == 1 ? (left + right) / 2 : left + 16 + (right - left - 32) * static_cast<double>(index) / static_cast<double>(points - 1);
    }
};

std::string grid_of(const Frame& frame, const Scale& scale)
{
    std::string lines;
    for (double value = std::ceil(scale.low); value <= scale.high; ++value) {
        const double y = placed(value, scale, frame.bottom, frame.top);
        lines += line_between("grid", frame.left, y, frame.right, y) + text_at(frame.left - 6, y + 4, "end", fmt::format("{:.0f}", value));
    }
    return lines;
}

} // namespace

std::string html_escaped(std::string_view text)
{
    std::string escaped;
    for (const char c : sanitised(text)) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::string bar_plot(const std::string& title, const std::vector<Bar>& bars)
{
    constexpr double row = 24;
    constexpr double left = 40;
    constexpr double right = width - 80;
    double most = 0;
    for (const Bar& bar : bars) {
        most = std::max(most, bar.value);
    }
    std::string content;
    double y = 4;
    for (const Bar& bar : bars) {
        const double length = most > 0 ? (right - left) * bar.value / most : 0;
        content += text_at(left - 8, y + 14, "end", bar.label);
        content += fmt::format(
            "<rect class=\"mark\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"16\" rx=\"2\"/>\n", left, y + 1, std::max(length, 1.0));
        content += text_at(left + length + 8, y + 14, "start", bar.shown);
        y += row;
    }
    return element(title, y + 4, content);
}

std::string trend_plot(const std::string& title, const std::vector<PlotPoint>& points, const Scale& scale)
{
    constexpr std::size_t most_labels = 5;
    Frame frame;
    frame.points = points.size();
    const auto y = [&](double value) { return placed(value, scale, frame.bottom, frame.top); };
    std::string bands;
    std::string dots;
    std::string way;
    const std::size_t every = (points.size() + most_labels - 1) / most_labels;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlotPoint& point = points[i];
        if (point.interval) {
            bands += line_between("band", frame.x(i), y(point.interval->low), frame.x(i), y(point.interval->high));
        }
        dots += dot(frame.x(i), y(point.value), point.shown);
        way += fmt::format("{}{:.1f},{:.1f}", way.empty() ? "" : " ", frame.x(i), y(point.value));
        if (i % every == 0) {
            dots += text_at(frame.x(i), frame.bottom + 18, "middle", point.label);
        }
    }
    return element(title, frame.bottom + 26, grid_of(frame, scale) + bands + fmt::format("<polyline class=\"way\" points=\"{}\"/>\n", way) + dots);
}

std::string interval_plot(const std::string& title, const PlotPoint& point, const Scale& scale)
{
    constexpr double y = 10;
    constexpr double left = 8;
    constexpr double right = width - 8;
    std::string content = line_between("grid", left, y, right, y);
    for (double value = std::ceil(scale.low); value <= scale.high; ++value) {
        content += line_between("grid", placed(value, scale, left, right), y - 4, placed(value, scale, left, right), y + 4);
    }
    if (point.interval) {
        content += line_between("band", placed(point.interval->low, scale, left, right), y, placed(point.interval->high, scale, left, right), y);
    }
    return element(title, 2 * y, content + dot(placed(point.value, scale, left, right), y, point.shown));
}

} // namespace unknot
