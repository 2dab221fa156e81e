// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_words.hpp"

#include "label.hpp"
#include "language.hpp"
#include "probe_findings.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace unknot {

namespace {

std::string people_size(double bytes)
{
    constexpr double step = 1000;
    constexpr std::array<std::string_view, 5> units = {"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= step && unit + 1 < units.size()) {
        bytes /= step;
        ++unit;
    }
    return unit == 0 ? fmt::format("{:.0f} {}", bytes, units[unit]) : fmt::format("{:.1f} {}", bytes, units[unit]);
}

std::string people_value(const ProbeField& field, const std::string& text)
{
    const auto value = read_field(field.type, text);
    return value && field.type == FactType::size ? people_size(value->number) : text;
}

} // namespace

std::string summary_of(const ProbeReport& report)
{
    const char* text = finding_text(report.finding);
    const bool size = report.finding == "short" || report.finding == "enough";
    const auto bytes = size ? read_field(FactType::size, report.detail) : std::nullopt;
    const std::string detail = bytes ? people_size(bytes->number) : report.detail;
    std::string summary = text == nullptr ? report.finding : filled(text, {detail});
    summary.erase(summary.find_last_not_of(": ") + 1);   // where there was no detail
    return summary;
}

std::string evidence_of(std::string_view kind, const ProbeReport& report)
{
    const ProbeKind* known = probe_kind(kind);
    std::string evidence;
    for (const auto& field : known->fields) {
        const auto told = report.fields.find(field.name);
        if (told != report.fields.end() && !told->second.empty()) {
            const std::string value = people_value(field, told->second);
            evidence += evidence.empty() ? "" : ", ";
            evidence += field.name == "ms" ? value + " ms" : fmt::format("{} {}", field.name, value);
        }
    }
    return evidence;
}

std::string status_word(std::string_view status)
{
    if (status == "ok") {
        return _("ok");
    }
    if (status == "warn") {
        return _("warning");
    }
    if (status == "fail") {
        return _("failed");
    }
    return status == "error" ? _("not checked") : _("skipped");
}

std::string title_of(const Probe& probe, std::string_view language)
{
    if (!probe.label.empty()) {
        return probe.label.in(language);
    }
    const std::string target = target_of(probe);
    return target.empty() ? probe.kind : fmt::format("{} {}", probe.kind, target);
}

std::string result_line(const Probe& probe, std::string_view status, const ProbeReport& report, std::string_view language)
{
    const std::string evidence = evidence_of(probe.kind, report);
    const std::string told = labelled(title_of(probe, language), summary_of(report));
    return fmt::format("[{}] {}{}", status_word(status), told, evidence.empty() ? "" : " (" + evidence + ")");
}

} // namespace unknot
