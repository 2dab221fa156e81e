// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedback_reporting.hpp"

#include "exports.hpp"
#include "feedback_asking.hpp"
#include "feedback_export.hpp"
#include "feedback_json.hpp"
#include "feedback_page.hpp"
#include "feedback_words.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr std::size_t few = 10;   // rows of a list on a terminal
constexpr int bar_columns = 30;

std::vector<Feedback> collected(const FeedbackCommand& command, const Session& session)
{
    std::vector<Feedback> all;
    if (command.files.empty() || command.here) {
        all = open_feedback(session).list();
    }
    const auto take = [&](const Json& document) {
        const auto found = read_feedback_document(document);
        if (found) {
            all.insert(all.end(), found->begin(), found->end());
        }
        return found.has_value();
    };
    for (const std::string& file : command.files) {
        each_document(file, take, "feedback as 'unknot feedback export' writes it", "unknot feedback export --format jsonl");
    }
    return redacted(std::move(all));
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json interval_json(const std::optional<Interval>& interval)
{
    return interval ? Json::array({rounded(interval->low), rounded(interval->high)}) : Json(nullptr);
}

Json average_json(const Average& average)
{
    return {{"count", average.count}, {"mean", rounded(average.mean)}, {"mean_interval", interval_json(average.mean_interval)},
        {"liked", rounded(average.liked)}, {"liked_interval", interval_json(average.liked_interval)}};
}

template <typename Rows, typename Row>
Json list_json(const Rows& rows, Row row_json)
{
    Json list = Json::array();
    for (const auto& row : rows) {
        list.push_back(row_json(row));
    }
    return list;
}

Json rated_json(const RatedRow& row)
{
    return {{"kind", name(row.kind)}, {"target", row.target}, {"end", row.node.empty() ? Json(nullptr) : Json(row.node)},
        {"reason", row.main_reason ? Json(code(*row.main_reason)) : Json(nullptr)}, {"average", average_json(row.average)}};
}

Json revised_json(const RevisedRow& row)
{
    return {{"target", row.target}, {"from", row.from}, {"to", row.to}, {"times", row.times},
        {"because", row.because.empty() ? Json(nullptr) : Json(row.because)}};
}

Json document_of(const FeedbackReport& report)
{
    const auto month = [](const MonthRow& row) -> Json { return {{"month", row.month}, {"average", average_json(row.average)}}; };
    const auto reason = [](const ReasonRow& row) -> Json {
        return {{"reason", code(row.reason)}, {"count", row.count}, {"mean", rounded(row.mean)}};
    };
    const auto word = [](const WordRow& row) -> Json { return {{"word", row.word}, {"count", row.count}, {"mean", rounded(row.mean)}}; };
    return {{"schema", "unknot.feedback-report/1"}, {"average", average_json(report.all)}, {"stars", report.stars},
        {"months", list_json(report.months, month)}, {"rated", list_json(report.rated, rated_json)}, {"reasons", list_json(report.reasons, reason)},
        {"words", list_json(report.words, word)}, {"revised", list_json(report.revised, revised_json)}};
}

std::string bar(std::size_t value, std::size_t most)
{
    const auto length = most == 0 ? 0 : (value * bar_columns + most - 1) / most;
    std::string drawn = length == 0 ? "" : "  ";
    for (std::size_t i = 0; i < length; ++i) {
        drawn += "█";
    }
    return drawn;
}

void print_heading(const char* heading)
{
    print_line();
    print_line(strong(heading));
}

void print_summary(const FeedbackReport& report)
{
    print_line(filled(plural("{} rating", "{} ratings", report.all.count), {std::to_string(report.all.count)}));
    print_line(filled(_("Mean: {} of 5 stars"), {mean_text(report.all)}));
    print_line(filled(_("4 or 5 stars: {}"), {liked_text(report.all)}));
    print_line();
    const std::size_t most = *std::max_element(report.stars.begin(), report.stars.end());
    for (int stars = most_stars; stars >= 1; --stars) {
        const std::size_t count = report.stars.at(static_cast<std::size_t>(stars - 1));
        print_line(fmt::format("{:>3}  {:>5}{}", stars, count, bar(count, most)));
    }
}

void print_months(const FeedbackReport& report)
{
    print_heading(_("By month"));
    for (const MonthRow& row : report.months) {
        print_line(fmt::format("  {}  {:>5}  {}", row.month, row.average.count, mean_text(row.average)));
    }
}

constexpr int beside_a_name = 30; // columns: how many, and how good

void print_worst(const FeedbackReport& report)
{
    constexpr int narrowest = 20;
    constexpr int widest = 44;
    const int name_columns = std::clamp(terminal().width - beside_a_name, narrowest, widest);
    print_heading(_("The worst first: share of 4 and 5 stars"));
    for (std::size_t i = 0; i < std::min(report.rated.size(), few); ++i) {
        const RatedRow& row = report.rated[i];
        const std::string named = rated_name(row);
        const bool fits = display_width(named) <= name_columns;
        if (!fits) {
            print_line("  " + named);
        }
        print_line(fmt::format("  {} {:>4}  {}", padded(fits ? named : "", name_columns), row.average.count, liked_text(row.average)));
        if (row.main_reason) {
            print_paragraph(meaning(*row.main_reason), 4);
        }
    }
}

void print_reasons(const FeedbackReport& report)
{
    if (report.reasons.empty()) {
        return;
    }
    print_heading(_("Reasons"));
    for (const ReasonRow& row : report.reasons) {
        print_line(fmt::format("  {:>5}  {}", row.count, meaning(row.reason)));
    }
}

void print_words(const FeedbackReport& report)
{
    if (report.words.empty()) {
        return;
    }
    print_heading(_("Words that recur"));
    std::string line;
    for (const WordRow& row : report.words) {
        line += fmt::format("{}{} {}", line.empty() ? "" : ", ", row.word, row.count);
    }
    print_paragraph(line, 2);
}

void print_revised(const FeedbackReport& report)
{
    if (report.revised.empty()) {
        return;
    }
    print_heading(_("Revised ratings"));
    for (std::size_t i = 0; i < std::min(report.revised.size(), few); ++i) {
        const RevisedRow& row = report.revised[i];
        print_paragraph(fmt::format("{} → {}  {}{}", row.from, row.to, row.target, row.because.empty() ? "" : ": " + row.because), 2);
    }
}

void print_report(const FeedbackReport& report)
{
    print_summary(report);
    print_months(report);
    print_worst(report);
    print_reasons(report);
    print_words(report);
    print_revised(report);
}

} // namespace

std::string mean_text(const Average& average)
{
    const std::string mean = fmt::format("{:.1f}", average.mean);
    return average.mean_interval ? filled(
               _("{} ({} to {})"), {mean, fmt::format("{:.1f}", average.mean_interval->low), fmt::format("{:.1f}", average.mean_interval->high)})
                                 : mean;
}

std::string liked_text(const Average& average)
{
    const auto percent = [](double share) { return fmt::format("{:.0f}", share * 100); };
    return filled(_("{} % ({} to {} %)"), {percent(average.liked), percent(average.liked_interval.low), percent(average.liked_interval.high)});
}

std::string rated_name(const RatedRow& row)
{
    return row.node.empty() ? fmt::format("{}:{}", name(row.kind), row.target) : fmt::format("{}: {}", row.target, row.node);
}

ExitStatus report_feedback(const FeedbackCommand& command, const Session& session)
{
    const FeedbackReport report = report_on(collected(command, session));
    if (!command.page.empty()) {
        write_page(command.page, feedback_page(report, session.language, session.now()));
    }
    if (session.options.json) {
        print_json(document_of(report));
    } else if (report.all.count == 0) {
        print_line(_("No feedback yet: unknot feedback give TARGET"));
    } else {
        print_report(report);
    }
    return report.all.count == 0 ? ExitStatus::no : ExitStatus::yes;
}

} // namespace unknot
