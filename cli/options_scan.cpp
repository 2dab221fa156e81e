// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <memory>

namespace unknot {

namespace {

ScanCommand::Format scan_format(const std::string& text)
{
    if (text == "text" || text == "json" || text == "sarif") {
        return text == "text" ? ScanCommand::Format::text : text == "json" ? ScanCommand::Format::json : ScanCommand::Format::sarif;
    }
    throw Failure(fmt::format("expected text, json or sarif after '--format', found '{}'", text), "unknot scan --format sarif PATH");
}

} // namespace

CommandSpec scan_spec()
{
    const auto chosen = std::make_shared<ScanCommand>();
    return {"scan", Operands::several, "PATH", _("Finds exposed recovery phrases, private keys, card numbers and passwords in files and folders."),
        "unknot scan .", _("0 nothing found, 1 something found, 2 something could not be read"),
        {{"--format", "text|json|sarif", _("the format: text, json or sarif"), [chosen](const std::string& text) { chosen->format = scan_format(text); }},
            {"--gitignore", "", _("leave out what git would"), [chosen](const std::string&) { chosen->gitignore = true; }}},
        [chosen](const std::string& paths) {
            chosen->paths = operand_list(paths);
            return Command(*chosen);
        }};
}

} // namespace unknot
