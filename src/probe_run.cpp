// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/probe_run.hpp"

#include "unknot/probe_kinds.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t longest_finding = 40;

template <typename Map>
const std::string* find_in(const Map& map, std::string_view name)
{
    const auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second;
}

bool is_clean(std::string_view text)
{
    return !first_invalid(text) && !first_forbidden(text);
}

bool is_word(std::string_view text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return !text.empty() && text.size() <= longest_finding && std::all_of(text.begin(), text.end(), fits);
}

// What is wrong with a field; empty when nothing is.
std::string field_fault(const ProbeKind& kind, const std::string& name, const std::string& value)
{
    const auto declared = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const ProbeField& field) { return field.name == name; });
    if (declared == kind.fields.end()) {
        return "a field that the kind has not";
    }
    if (!is_clean(value)) {
        return fmt::format("characters that no text may hold, in the field '{}'", name);
    }
    return read_field(declared->type, value) ? std::string() : fmt::format("the field '{}' is not {}", name, expectation(declared->type));
}

std::string fault_of(const ProbeKind& kind, const ProbeReport& report)
{
    if (std::find(std::begin(probe_statuses), std::end(probe_statuses), report.status) == std::end(probe_statuses) || !is_word(report.finding)) {
        return "a status or finding that there is none";
    }
    if (!is_clean(report.detail)) {
        return "characters that no text may hold";
    }
    for (const auto& field : report.fields) {
        if (auto fault = field_fault(kind, field.first, field.second); !fault.empty()) {
            return fault;
        }
    }
    return {};
}

} // namespace

const std::string& ProbeRequest::argument() const
{
    static const std::string none;
    return arguments.empty() ? none : arguments.front();
}

const std::string* ProbeRequest::parameter(std::string_view name) const
{
    return find_in(parameters, name);
}

const std::string* ProbeRequest::variable(std::string_view name) const
{
    return find_in(environment, name);
}

ProbeReport failed_report(std::string finding, std::string detail)
{
    ProbeReport report;
    report.status = "error";
    report.finding = std::move(finding);
    report.detail = std::move(detail);
    report.conclusive = true;
    return report;
}

ProbeReport checked_report(std::string_view kind, ProbeReport report)
{
    const ProbeKind* known = probe_kind(kind);
    const std::string fault = known == nullptr ? "a kind that there is none" : fault_of(*known, report);
    return fault.empty() ? std::move(report) : failed_report("bad_report", fault);
}

} // namespace unknot
