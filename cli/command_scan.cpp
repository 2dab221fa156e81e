// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot scan`: exposed secrets in files. It never prints one: only where it lies and what it is.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "progress.hpp"
#include "sarif.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "unknot/redactor.hpp"
#include "unknot/secret_scan.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

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
    Progress progress([] { return std::string(_("looking through files")); });
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

std::string kind_words(const ScanFinding& finding)
{
    if (finding.words > 0) {
        return filled(finding.known_to_all ? _("recovery phrase of {} words, a public one: anybody can spend what it guards")
                                           : _("recovery phrase of {} words"),
            {std::to_string(finding.words)});
    }
    const std::string_view kind = finding.kind;
    return kind == "phrase"     ? _("recovery phrase")
           : kind == "key"      ? _("private key")
           : kind == "card"     ? _("card number")
           : kind == "token"    ? _("access token")
           : kind == "password" ? _("password")
           : kind == "code"     ? _("PIN or code")
           : kind == "wallet"   ? _("wallet file")
           : kind == "iban"     ? "IBAN"
                                : finding.kind;
}

// A line break in a file's name would begin a line that looks like a finding.
std::string on_one_line(std::string name)
{
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, '?');
    return name;
}

// One line for other programs; on a terminal the words go below where they would be broken.
void tell(const ScanFinding& finding)
{
    const std::string file = on_one_line(finding.file);
    const std::string place = fmt::format(":{}:{}:", finding.line, finding.column);
    const std::string proof = finding.checked ? _("proved by its checksum") : _("by its shape or the words around");
    const std::string words = filled(_("{} ({}; {})"), {kind_words(finding), finding.rule, proof});
    if (terminal().output_is_terminal && display_width(file + place + ' ' + words) > terminal().width) {
        print_line(strong(file) + place);
        print_paragraph(words, 4);
    } else {
        print_line(strong(file) + place + ' ' + words);
    }
}

void tell(const ScanResult& result)
{
    for (const ScanFinding& finding : result.findings) {
        tell(finding);
    }
    const std::string found = filled(plural("{} finding", "{} findings", result.findings.size()), {std::to_string(result.findings.size())});
    const std::string files = filled(plural("in {} file", "in {} files", result.files), {std::to_string(result.files)});
    note(filled(_("{} {}"), {found, files}));
    note(_("not looked into: pictures, PDF, compressed or encrypted files"));
    if (!result.findings.empty()) {
        print_paragraph(_("Whoever has read these files can spend what they guard: move the money first, change passwords, then delete."));
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
