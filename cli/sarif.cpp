// SPDX-License-Identifier: GPL-3.0-or-later
#include "sarif.hpp"

#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

namespace unknot {

namespace {

namespace fs = std::filesystem;

// What is no unreserved character or slash is percent-encoded.
std::string encoded(const std::string& path)
{
    std::string result;
    for (const char c : path) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
        result += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

// SARIF 2.1.0, 3.4.3 and 3.10: no `.` and no empty segments; a path from the root is a file URI, as otherwise `//a` would name a machine; one with
// `..` is resolved first, links and all, because a reader has to refuse it. Folders that it gets by that may be named by a secret as well.
std::string uri(const fs::path& path)
{
    fs::path relative;
    for (const fs::path& part : path.relative_path()) {
        if (part == "..") {
            std::error_code failed;
            const fs::path resolved = fs::weakly_canonical(path, failed);
            return failed ? encoded(path.string()) : "file://" + encoded(Redactor().redact(resolved.string()).text);
        }
        relative /= part == "." ? fs::path() : part;
    }
    return (path.is_absolute() ? "file:///" : "") + encoded(relative.string());
}

Json result_json(const ScanFinding& finding)
{
    const Json region = {{"startLine", finding.line}, {"startColumn", finding.column}};
    const Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", uri(finding.file)}}}, {"region", region}}}};
    return {{"ruleId", finding.rule}, {"level", finding.checked ? "error" : "warning"},
        {"message", {{"text", fmt::format("exposed {}: {}", finding.kind, finding.preview)}}}, {"locations", Json::array({location})}};
}

Json rules_json(const ScanResult& result)
{
    std::map<std::string, std::string> kinds;
    for (const ScanFinding& finding : result.findings) {
        kinds.emplace(finding.rule, finding.kind);
    }
    Json rules = Json::array();
    for (const auto& [rule, kind] : kinds) {
        rules.push_back({{"id", rule}, {"shortDescription", {{"text", fmt::format("exposed {}", kind)}}}});
    }
    return rules;
}

// A file that could not be read is no file without findings.
Json invocation_json(const ScanResult& result)
{
    Json notes = Json::array();
    for (const Problem& problem : result.problems) {
        notes.push_back({{"level", "error"}, {"message", {{"text", problem.message}}}});
    }
    return {{"executionSuccessful", result.problems.empty()}, {"toolExecutionNotifications", notes}};
}

} // namespace

Json sarif_document(const ScanResult& result)
{
    Json results = Json::array();
    for (const ScanFinding& finding : result.findings) {
        results.push_back(result_json(finding));
    }
    const Json driver = {{"name", "unknot"}, {"version", UNKNOT_VERSION}, {"rules", rules_json(result)}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", driver}}}, {"invocations", Json::array({invocation_json(result)})},
                     {"columnKind", "unicodeCodePoints"}, {"results", results}}})}};
}

} // namespace unknot
