// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.hpp"

#include <nlohmann/json.hpp>

namespace unknot {

using Json = nlohmann::json;

std::optional<ProbeRequest> read_request(const std::string& text)
{
    try {
        const Json document = Json::parse(text);
        ProbeRequest request;
        document.at("kind").get_to(request.kind);
        document.at("arguments").get_to(request.arguments);
        for (const auto& entry : document.at("parameters").items()) {
            request.parameters[entry.key()] = entry.value().get<std::string>();
        }
        for (const auto& entry : document.at("environment").items()) {
            request.environment[entry.key()] = entry.value().get<std::string>();
        }
        document.at("timeout_ms").get_to(request.timeout_ms);
        document.at("deadline_ns").get_to(request.deadline_ns);
        document.at("parent").get_to(request.parent);
        return request;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::string write_report(const ProbeReport& report)
{
    const Json document = {{"status", report.status}, {"finding", report.finding}, {"detail", report.detail}, {"conclusive", report.conclusive},
        {"fields", report.fields}, {"ms", report.ms}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace unknot
