// SPDX-License-Identifier: GPL-3.0-or-later
#include "sarif.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

namespace unknot {

namespace {

// A path as a URI reference: what is no unreserved character or slash is percent-encoded.
std::string uri(const std::string& path)
{
    std::string encoded;
    for (const char c : path) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
        encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

Json result_json(const ScanFinding& finding)
{
    const Json region = {{"startLine", finding.line}, {"startColumn", finding.column}};
    const Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", uri(finding.file)}}}, {"region", region}}}};
    return {{"ruleId", finding.rule}, {"level", finding.checked ? "error" : "warning"},
        {"message", {{"text", fmt::format("exposed {}: {}", finding.kind, finding.preview)}}}, {"locations", Json::array({location})}};
}

} // namespace

Json sarif_document(const ScanResult& result)
{
    std::set<std::string> rules;
    Json results = Json::array();
    for (const ScanFinding& finding : result.findings) {
        rules.insert(finding.rule);
        results.push_back(result_json(finding));
    }
    Json described = Json::array();
    for (const std::string& rule : rules) {
        described.push_back({{"id", rule}});
    }
    const Json driver = {{"name", "unknot"}, {"rules", described}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}}})}};
}

} // namespace unknot
