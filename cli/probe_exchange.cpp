// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_exchange.hpp"

#include "json.hpp"
#include "unknot/utf8.hpp"

namespace unknot {

std::string write_request(const ProbeRequest& request)
{
    const Json document = {{"kind", request.kind}, {"arguments", request.arguments}, {"parameters", request.parameters}, {"environment", request.environment},
        {"timeout_ms", request.timeout_ms}, {"deadline_ns", request.deadline_ns}, {"parent", request.parent}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ProbeReport read_report(const ProbeRequest& request, const std::string& printed)
{
    if (first_invalid(printed)) {
        return failed_report("bad_report", "not UTF-8");
    }
    try {
        const Json document = Json::parse(printed);
        ProbeReport report;
        document.at("status").get_to(report.status);
        document.at("finding").get_to(report.finding);
        document.at("detail").get_to(report.detail);
        document.at("conclusive").get_to(report.conclusive);
        document.at("ms").get_to(report.ms);
        for (const auto& field : document.at("fields").items()) {
            report.fields[field.key()] = field.value().get<std::string>();
        }
        return checked_report(request.kind, std::move(report));
    } catch (const Json::exception&) {
        return failed_report("bad_report", printed.empty() ? "nothing" : "not the JSON of a report");
    }
}

} // namespace unknot
