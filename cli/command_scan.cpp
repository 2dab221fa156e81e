// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot scan`: exposed secrets in files. It never prints one: only where it lies and what it is.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "progress.hpp"
#include "sarif.hpp"
#include "terminal.hpp"
#include "unknot/redactor.hpp"
#include "unknot/secret_scan.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace unknot {

namespace {

// A secret may be a file's name as well.
ScanResult without_secrets(ScanResult result)
{
    Redactor redactor;
    for (ScanFinding& finding : result.findings) {
        finding.file = redactor.redact(finding.file).text;
    }
    for (Problem& problem : result.problems) {
        problem.message = redactor.redact(problem.message).text;
    }
    return result;
}

ScanResult scanned(const ScanCommand& command)
{
    Progress progress(_("looking through files"));
    const std::vector<std::filesystem::path> paths(command.paths.begin(), command.paths.end());
    return scan(paths, command.gitignore ? IgnoreRules::gitignore : IgnoreRules::none,
        [&progress](std::size_t done, std::size_t all) { progress.tell(done, all); });
}

Json finding_json(const ScanFinding& finding)
{
    return {{"file", finding.file}, {"line", finding.line}, {"column", finding.column}, {"kind", finding.kind}, {"rule", finding.rule},
        {"checked", finding.checked}, {"preview", finding.preview}};
}

Json document(const ScanResult& result)
{
    Json findings = Json::array();
    for (const ScanFinding& finding : result.findings) {
        findings.push_back(finding_json(finding));
    }
    return {{"schema", "unknot.scan/1"}, {"files", result.files}, {"findings", findings}};
}

void tell(const ScanResult& result)
{
    for (const ScanFinding& finding : result.findings) {
        print_line(fmt::format("{}:{}:{}: {} {} {}", strong(finding.file), finding.line, finding.column, finding.rule,
            finding.checked ? _("(proved by its checksum)") : _("(by its shape or the words around)"), finding.preview));
    }
    note(filled(_("{} in {} files; not looked into: pictures, PDF, compressed or encrypted files"),
        {std::to_string(result.findings.size()), std::to_string(result.files)}));
    if (!result.findings.empty()) {
        print_line(_("Whoever has read these files can spend what they guard: move the money first, change passwords, then delete."));
    }
}

} // namespace

ExitStatus scan(const ScanCommand& command, const Session& session)
{
    const ScanResult result = without_secrets(scanned(command));
    if (command.format == ScanCommand::Format::sarif) {
        print_json(sarif_document(result));
    } else if (command.format == ScanCommand::Format::json || session.options.json) {
        print_json(document(result));
    } else {
        tell(result);
    }
    report(result.problems);
    return !result.problems.empty() ? ExitStatus::trouble : result.findings.empty() ? ExitStatus::yes : ExitStatus::no;
}

} // namespace unknot
