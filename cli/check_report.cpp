// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_report.hpp"

#include "language.hpp"
#include "probe_words.hpp"
#include "terminal.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

Json value_json(const ProbeField& field, const std::string& text)
{
    const auto value = read_field(field.type, text);
    if (!value || field.type != FactType::number) {
        return text;
    }
    return value->number == std::floor(value->number) ? Json(static_cast<std::int64_t>(value->number)) : Json(value->number);
}

Json evidence_json(const Check& check)
{
    Json evidence = Json::object();
    for (const auto& field : probe_kind(check.planned.probe->kind)->fields) {
        const auto told = check.outcome.report.fields.find(field.name);
        if (told != check.outcome.report.fields.end()) {
            evidence[std::string(field.name)] = value_json(field, told->second);
        }
    }
    return evidence;
}

Json or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json result_json(const Check& check)
{
    const Probe& probe = *check.planned.probe;
    const ProbeReport& report = check.outcome.report;
    const Json ignored = check.ignored ? Json{{"until", or_null(check.ignored->until)}, {"reason", or_null(check.ignored->reason)}} : Json(nullptr);
    return {{"id", check.id}, {"probe", probe.kind}, {"target", target_of(probe)}, {"status", check.outcome.status}, {"summary", summary_of(report)},
        {"evidence", evidence_json(check)}, {"remedy", or_null(probe.remedy.in(check.language))}, {"ms", report.ms}, {"finding", report.finding},
        {"article", or_null(probe.article)}, {"ignored", ignored}};
}

std::size_t count_of(const std::vector<Check>& checks, std::string_view status)
{
    return static_cast<std::size_t>(std::count_if(checks.begin(), checks.end(), [&](const Check& check) { return check.outcome.status == status; }));
}

void print_check(const Check& check)
{
    const Probe& probe = *check.planned.probe;
    const std::string& status = check.outcome.status;
    const std::string line = result_line(probe, status, check.outcome.report, check.language);
    print_line(check.id == title_of(probe, check.language) ? line : fmt::format("{}  {}", check.id, line));
    if (check.ignored) {
        print_line(faint(filled(_("    ignored: {} {}"), {check.ignored->reason, check.ignored->until})));
    } else if (status == "warn" || status == "fail") {
        if (!probe.remedy.empty()) {
            print_markdown(probe.remedy.in(check.language), 4);
        }
        if (!probe.article.empty()) {
            print_line(fmt::format("    unknot show {}", probe.article));
        }
    }
}

ExitStatus nagios_status(ExitStatus status, const std::vector<Check>& checks)
{
    constexpr int critical = 2;
    constexpr int unknown = 3;
    if (status == ExitStatus::no) {
        return static_cast<ExitStatus>(critical);
    }
    if (status == ExitStatus::trouble) {
        return static_cast<ExitStatus>(unknown);
    }
    const bool warned = std::any_of(checks.begin(), checks.end(), [](const Check& check) { return check.outcome.status == "warn" && !check.ignored; });
    return warned ? ExitStatus::no : ExitStatus::yes;
}

} // namespace

void print_checks(const std::vector<Check>& checks)
{
    for (const auto& check : checks) {
        print_check(check);
    }
    std::string sum;
    for (const char* status : {"ok", "warn", "fail", "error", "skipped"}) {
        if (const std::size_t count = count_of(checks, status); count > 0) {
            sum += fmt::format("{}{} {}", sum.empty() ? "" : ", ", count, status_word(status));
        }
    }
    if (checks.size() > 1) {
        print_line(strong(sum));
    }
}

Json check_document(const std::vector<Check>& checks)
{
    Json results = Json::array();
    for (const auto& check : checks) {
        results.push_back(result_json(check));
    }
    return {{"schema", "unknot.check/1"}, {"results", results}};
}

ExitStatus report_checks(const std::vector<Check>& checks, CheckFormat format, CheckStrictness strictness)
{
    const ExitStatus status = status_of(checks, strictness);
    switch (format) {
    case CheckFormat::text: print_checks(checks); return status;
    case CheckFormat::json: print_json(check_document(checks)); return status;
    case CheckFormat::junit: print_junit(checks); return status;
    case CheckFormat::prometheus: print_prometheus(checks); return status;
    case CheckFormat::nagios: break;
    }
    print_nagios(checks);
    return nagios_status(status, checks);
}

} // namespace unknot
