// SPDX-License-Identifier: GPL-3.0-or-later
// Check results as other programs read them: JUnit's XML, a Nagios plugin's line, Prometheus's text format. Each has characters of its own to be escaped.
#include "check_report.hpp"

#include "probe_words.hpp"
#include "terminal.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace unknot {

namespace {

struct Escape {
    char character;
    std::string_view written;
};

template <std::size_t Size>
std::string escaped(std::string_view text, const Escape (&escapes)[Size])
{
    std::string safe;
    for (const char c : text) {
        const auto* found = std::find_if(std::begin(escapes), std::end(escapes), [&](const Escape& escape) { return escape.character == c; });
        safe += found == std::end(escapes) ? std::string_view(&c, 1) : found->written;
    }
    return safe;
}

std::string in_xml(std::string_view text)
{
    static constexpr Escape escapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\n', "&#10;"}};
    return escaped(text, escapes);
}

std::string in_label(std::string_view text)
{
    static constexpr Escape escapes[] = {{'\\', "\\\\"}, {'"', "\\\""}, {'\n', "\\n"}};
    return escaped(text, escapes);
}

// `|` begins the figures of a plugin, and a line break ends its line.
std::string in_plugin_line(std::string_view text)
{
    static constexpr Escape escapes[] = {{'|', "/"}, {'\n', " "}};
    return escaped(text, escapes);
}

constexpr double ms_in_s = 1000;

double seconds_of(const Check& check)
{
    return static_cast<double>(check.outcome.report.ms) / ms_in_s;
}

// What JUnit calls a result; empty when it passed.
std::string_view junit_element(const Check& check)
{
    const std::string& status = check.outcome.status;
    if (status == "skipped" || check.ignored) {
        return status == "ok" || status == "warn" ? "" : "skipped";
    }
    return status == "fail" ? "failure" : status == "error" ? "error" : "";
}

std::size_t count_elements(const std::vector<Check>& checks, std::string_view element)
{
    return static_cast<std::size_t>(std::count_if(checks.begin(), checks.end(), [&](const Check& check) { return junit_element(check) == element; }));
}

void print_testcase(const Check& check)
{
    const Probe& probe = *check.planned.probe;
    const std::string_view element = junit_element(check);
    const std::string head = fmt::format("  <testcase classname=\"unknot.{}\" name=\"{}\" time=\"{:.3f}\"", probe.kind, in_xml(check.id), seconds_of(check));
    if (element.empty()) {
        print_line(head + "/>");
        return;
    }
    const std::string told = in_xml(result_line(probe, check.outcome.status, check.outcome.report, check.language));
    print_line(head + '>');
    print_line(fmt::format("    <{0} message=\"{1}\">{2}</{0}>", element, told, in_xml(probe.remedy.in(check.language))));
    print_line("  </testcase>");
}

struct Figure {
    std::string field;
    double number;
};

std::vector<Figure> figures_of(const Check& check)
{
    std::vector<Figure> figures;
    for (const auto& field : probe_kind(check.planned.probe->kind)->fields) {
        const auto told = check.outcome.report.fields.find(field.name);
        const auto value = told == check.outcome.report.fields.end() ? std::nullopt : read_field(field.type, told->second);
        if (value && (field.type == FactType::number || field.type == FactType::size || field.type == FactType::duration)) {
            figures.push_back({std::string(field.name), value->number});
        } else if (value && field.type == FactType::yesno) {
            figures.push_back({std::string(field.name), value->text == "yes" ? 1.0 : 0.0});
        }
    }
    return figures;
}

std::string plugin_word(const std::vector<Check>& checks)
{
    const auto any = [&](std::string_view status) {
        return std::any_of(checks.begin(), checks.end(), [&](const Check& check) { return check.outcome.status == status && !check.ignored; });
    };
    if (any("fail")) {
        return "CRITICAL";
    }
    const bool none_ran = std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.outcome.status == "skipped"; });
    return any("error") || (none_ran && !checks.empty()) ? "UNKNOWN" : any("warn") ? "WARNING" : "OK";
}

int status_number(const std::string& status)
{
    const auto* found = std::find(std::begin(probe_statuses), std::end(probe_statuses), status);
    return static_cast<int>(found - std::begin(probe_statuses));
}

std::string labels_of(const Check& check)
{
    return fmt::format("id=\"{}\",kind=\"{}\",target=\"{}\"", in_label(check.id), check.planned.probe->kind, in_label(target_of(*check.planned.probe)));
}

} // namespace

void print_junit(const std::vector<Check>& checks)
{
    print_line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    print_line(fmt::format("<testsuite name=\"unknot\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">", checks.size(), count_elements(checks, "failure"),
        count_elements(checks, "error"), count_elements(checks, "skipped")));
    for (const auto& check : checks) {
        print_testcase(check);
    }
    print_line("</testsuite>");
}

void print_nagios(const std::vector<Check>& checks)
{
    std::string told;
    std::string figures;
    for (const auto& check : checks) {
        const std::string& status = check.outcome.status;
        if (status != "ok" && status != "skipped" && !check.ignored) {
            told += (told.empty() ? "" : "; ") + check.id + ' ' + result_line(*check.planned.probe, status, check.outcome.report, check.language);
        }
        figures += fmt::format(" '{}'={:.3f}s", in_plugin_line(check.id), seconds_of(check));
    }
    told = told.empty() ? fmt::format("{} checked", std::count_if(checks.begin(), checks.end(), [](const Check& check) { return check.outcome.status != "skipped"; })) : told;
    print_line(fmt::format("UNKNOT {} - {} |{}", plugin_word(checks), in_plugin_line(told), figures));
}

void print_prometheus(const std::vector<Check>& checks)
{
    print_line("# HELP unknot_check_status 0 ok, 1 warn, 2 fail, 3 error, 4 skipped");
    print_line("# TYPE unknot_check_status gauge");
    for (const auto& check : checks) {
        print_line(fmt::format("unknot_check_status{{{}}} {}", labels_of(check), status_number(check.outcome.status)));
    }
    print_line("# HELP unknot_check_seconds how long the check took");
    print_line("# TYPE unknot_check_seconds gauge");
    for (const auto& check : checks) {
        print_line(fmt::format("unknot_check_seconds{{{}}} {:.3f}", labels_of(check), seconds_of(check)));
    }
    print_line("# HELP unknot_check_evidence what was measured: numbers, bytes, seconds; yes is 1");
    print_line("# TYPE unknot_check_evidence gauge");
    for (const auto& check : checks) {
        for (const auto& figure : figures_of(check)) {
            print_line(fmt::format("unknot_check_evidence{{{},field=\"{}\"}} {}", labels_of(check), figure.field, figure.number));
        }
    }
}

} // namespace unknot
