// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedback_page.hpp"

#include "feedback_reporting.hpp"
#include "feedback_words.hpp"
#include "language.hpp"
#include "unknot/plot.hpp"
#include "unreadable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace unknot {

namespace {

constexpr std::size_t most_rows = 20;
constexpr Scale star_scale{1, most_stars};

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1c2128; --faint: #59636e; --paper: #ffffff; --grid: #d1d9e0; --mark: #0b62a8; --band: #8fc1ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --faint: #9da7b1; --paper: #12161c; --grid: #3a424c; --mark: #6cb6ff; --band: #2f6aa0; }
}
body { margin: 0 auto; padding: 1rem; max-width: 40rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.faint { color: var(--faint); font-size: .875rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1rem 0; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
svg { display: block; width: 100%; max-width: 32rem; height: auto; }
svg text { font: 12px system-ui, sans-serif; }
.ink { fill: var(--ink); }
.grid { stroke: var(--grid); stroke-width: 1; }
.mark { fill: var(--mark); }
.band { stroke: var(--band); stroke-width: 6; stroke-linecap: round; }
.way { fill: none; stroke: var(--mark); stroke-width: 1.5; }
ol, ul { padding: 0; margin: 0; list-style: none; }
li { padding: .5rem 0; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; }
.words li { display: inline-block; border: 1px solid var(--grid); border-radius: 1rem; padding: .1rem .7rem; margin: 0 .3rem .4rem 0; }
)";

std::string paragraph(const std::string& text, std::string_view style_class = {})
{
    return fmt::format("<p{}>{}</p>\n", style_class.empty() ? "" : fmt::format(" class=\"{}\"", style_class), html_escaped(text));
}

std::string heading(const std::string& text)
{
    return fmt::format("<h2>{}</h2>\n", html_escaped(text));
}

std::string figure(const std::string& value, const std::string& what)
{
    return fmt::format("<div><b>{}</b>{}</div>\n", html_escaped(value), html_escaped(what));
}

std::string summary(const FeedbackReport& report)
{
    const auto percent = fmt::format("{:.0f} %", report.all.liked * 100);
    std::string text = "<div class=\"figures\">\n";
    text += figure(std::to_string(report.all.count), plural("rating", "ratings", report.all.count));
    text += figure(fmt::format("{:.1f}", report.all.mean), _("stars of 5, the mean"));
    text += figure(percent, _("4 or 5 stars"));
    text += "</div>\n";
    text += paragraph(filled(_("Mean: {} of 5 stars"), {mean_text(report.all)}), "faint");
    return text + paragraph(filled(_("4 or 5 stars: {}"), {liked_text(report.all)}), "faint");
}

std::string distribution(const FeedbackReport& report)
{
    std::vector<Bar> bars;
    for (int stars = most_stars; stars >= 1; --stars) {
        const auto count = report.stars.at(static_cast<std::size_t>(stars - 1));
        bars.push_back({fmt::format("{} ★", stars), static_cast<double>(count), std::to_string(count)});
    }
    return heading(_("Stars")) + bar_plot(_("Stars"), bars);
}

std::string trend(const FeedbackReport& report)
{
    std::vector<PlotPoint> points;
    for (const MonthRow& row : report.months) {
        points.push_back({row.month, row.average.mean, row.average.mean_interval,
            fmt::format("{}: {}, n = {}", row.month, mean_text(row.average), row.average.count)});
    }
    return heading(_("By month")) + trend_plot(_("By month"), points, star_scale)
           + paragraph(_("The mean of each month's stars; the thick line is its 95 % confidence interval, missing where the ratings don't scatter."),
               "faint");
}

std::string rated_item(const RatedRow& row)
{
    const std::string title = rated_name(row);
    const std::string reason = row.main_reason ? fmt::format(" · {}", meaning(*row.main_reason)) : "";
    const PlotPoint point{title, row.average.liked, row.average.liked_interval, liked_text(row.average)};
    return fmt::format("<li><b>{}</b>\n{}<span class=\"faint\">n = {} · {}{}</span></li>\n", html_escaped(title), interval_plot(title, point, {0, 1}),
        row.average.count, html_escaped(liked_text(row.average)), html_escaped(reason));
}

std::string worst(const FeedbackReport& report)
{
    std::string items;
    for (std::size_t i = 0; i < std::min(report.rated.size(), most_rows); ++i) {
        items += rated_item(report.rated[i]);
    }
    return heading(_("The worst first: share of 4 and 5 stars")) + paragraph(_("From 0 % on the left to 100 % on the right."), "faint") + "<ol>\n"
           + items + "</ol>\n";
}

std::string reasons(const FeedbackReport& report)
{
    std::string items;
    for (const ReasonRow& row : report.reasons) {
        items += fmt::format(
            "<li>{} × {} <span class=\"faint\">{} ★</span></li>\n", row.count, html_escaped(meaning(row.reason)), fmt::format("{:.1f}", row.mean));
    }
    return items.empty() ? "" : heading(_("Reasons")) + "<ul>\n" + items + "</ul>\n";
}

std::string words(const FeedbackReport& report)
{
    std::string items;
    for (const WordRow& row : report.words) {
        items += fmt::format("<li>{} <span class=\"faint\">{}</span></li>\n", html_escaped(row.word), row.count);
    }
    return items.empty() ? "" : heading(_("Words that recur")) + "<ul class=\"words\">\n" + items + "</ul>\n";
}

std::string revised(const FeedbackReport& report)
{
    std::string items;
    for (std::size_t i = 0; i < std::min(report.revised.size(), most_rows); ++i) {
        const RevisedRow& row = report.revised[i];
        items += fmt::format("<li>{} → {} ★ <b>{}</b> {}</li>\n", row.from, row.to, html_escaped(row.target), html_escaped(row.because));
    }
    return items.empty() ? "" : heading(_("Revised ratings")) + "<ul>\n" + items + "</ul>\n";
}

} // namespace

std::string feedback_page(const FeedbackReport& report, const std::string& language, const std::string& now)
{
    const std::string title = html_escaped(_("Feedback report"));
    std::string page = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", html_escaped(language));
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    page += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n", title, style, title);
    page += paragraph(now, "faint");
    page += report.all.count == 0 ? paragraph(_("No feedback yet: unknot feedback give TARGET"))
                                  : summary(report) + distribution(report) + trend(report) + worst(report) + reasons(report) + words(report) + revised(report);
    return page + "</body>\n</html>\n";
}

void write_page(const std::string& file, const std::string& page)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << page;
    if (!stream.flush()) {
        throw cannot_write(file, errno);
    }
}

} // namespace unknot
