// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/probe_verdict.hpp"

#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

using Facts = std::map<std::string, Value, std::less<>>;

// The fields of a report in front of the facts of the walk.
class Measured : public FactView {
public:
    Measured(const Probe& probe, const ProbeReport& report, const Facts& facts, const Value& today) : facts_(facts), today_(today)
    {
        const ProbeKind* kind = probe_kind(probe.kind);
        for (const auto& field : kind->fields) {
            const auto told = report.fields.find(field.name);
            auto value = told == report.fields.end() ? std::nullopt : read_field(field.type, told->second);
            fields_.emplace(std::string(field.name), std::move(value));
        }
    }

    const Value* find(std::string_view fact) const override
    {
        if (const auto field = fields_.find(fact); field != fields_.end()) {
            return field->second ? &*field->second : nullptr;
        }
        const auto known = facts_.find(fact);
        return known == facts_.end() ? nullptr : &known->second;
    }
    bool knows(std::string_view fact) const override { return find(fact) != nullptr; }
    Value today() const override { return today_; }

private:
    std::map<std::string, std::optional<Value>, std::less<>> fields_;
    const Facts& facts_;
    Value today_;
};

bool was_measured(const ProbeReport& report)
{
    return !report.conclusive && (report.status == "ok" || report.status == "warn" || report.status == "fail");
}

} // namespace

ProbeRequest request_of(const Probe& probe)
{
    ProbeRequest request;
    request.kind = probe.kind;
    request.arguments = probe.argument;
    request.timeout_ms = default_timeout_ms;
    for (const auto& parameter : probe.parameters) {
        if (parameter.first != "timeout") {
            request.parameters[parameter.first] = parameter.second;
        } else if (const auto wanted = read_value(FactType::duration, parameter.second)) {
            constexpr double ms_in_s = 1000;
            request.timeout_ms = static_cast<std::int64_t>(std::clamp(wanted->number * ms_in_s, 1.0, static_cast<double>(longest_timeout_ms)));
        }
    }
    return request;
}

std::string target_of(const Probe& probe)
{
    return fmt::format("{}", fmt::join(probe.argument, " "));
}

std::string verdict(const Probe& probe, const ProbeReport& report, const Facts& facts, const Value& today)
{
    if ((!probe.warn && !probe.fail) || !was_measured(report)) {
        return report.status;
    }
    const Measured measured(probe, report, facts, today);
    if (probe.fail && evaluate(*probe.fail, measured) == Truth::yes) {
        return "fail";
    }
    return probe.warn && evaluate(*probe.warn, measured) == Truth::yes ? "warn" : "ok";
}

} // namespace unknot
