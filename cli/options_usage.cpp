// SPDX-License-Identifier: GPL-3.0-or-later
#include "options_usage.hpp"

#include "language.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr int width = 80;
constexpr int widest_name = 26; // what is wider has its description on the next line

using Row = std::pair<std::string, std::string>;

int name_width(const std::vector<Row>& rows)
{
    int widest = 0;
    for (const auto& row : rows) {
        const int columns = display_width(row.first);
        widest = columns > widest_name ? widest : std::max(widest, columns);
    }
    return widest;
}

std::string lines_of(const Row& row, int column)
{
    std::string text = "  " + row.first;
    int at = display_width(text);
    if (at > column - 2) {
        text += '\n';
        at = 0;
    }
    for (const auto& line : wrapped(row.second, width - column)) {
        text += std::string(static_cast<std::size_t>(column - at), ' ') + line + '\n';
        at = 0;
    }
    return text;
}

std::string table(const std::vector<Row>& rows, int names)
{
    std::string text;
    for (const auto& row : rows) {
        text += lines_of(row, names + 4);
    }
    return text;
}

std::string paragraph(const std::string& text)
{
    return fmt::format("{}\n", fmt::join(wrapped(text, width), "\n"));
}

// "-q, --quiet", "    --lang LANG": long names stand under one another.
std::vector<Row> option_rows(const std::vector<OptionSpec>& options)
{
    std::vector<Row> rows;
    for (const auto& option : options) {
        const auto comma = option.names.find(',');
        const bool letter_alone = comma == std::string::npos && !option.names.starts_with("--");
        std::string name = comma == std::string::npos ? (letter_alone ? "" : "    ") + option.names
                                                      : option.names.substr(0, comma) + ", " + option.names.substr(comma + 1);
        rows.emplace_back(name + (option.value.empty() ? "" : ' ' + option.value), option.description);
    }
    return rows;
}

std::string operand_form(const CommandSpec& command)
{
    switch (command.operands) {
    case Operands::none: return {};
    case Operands::optional: return fmt::format(" [{}]", command.operand);
    case Operands::one: return ' ' + command.operand;
    case Operands::any: return fmt::format(" [{}]...", command.operand);
    case Operands::several:
    case Operands::text: return fmt::format(" {}...", command.operand);
    }
    return {};
}

std::vector<Row> command_rows(const std::vector<CommandSpec>& commands, std::string_view prefix)
{
    std::vector<Row> rows;
    for (const auto& command : commands) {
        if (command.name.starts_with(prefix)) {
            rows.emplace_back(fmt::format("{}{}", command.name, operand_form(command)), command.summary);
        }
    }
    return rows;
}

} // namespace

std::string command_usage(const CommandSpec& command, const std::vector<OptionSpec>& common)
{
    const auto own_rows = option_rows(command.options);
    const auto common_rows = option_rows(common);
    const int names = std::max(name_width(own_rows), name_width(common_rows));
    std::string text = fmt::format("{} unknot {} [{}]...{}\n", _("usage:"), command.name, _("OPTION"), operand_form(command));
    text += paragraph(command.summary);
    if (!own_rows.empty()) {
        text += fmt::format("\n{}\n{}", _("options:"), table(own_rows, names));
    }
    text += fmt::format("\n{}\n{}\n", _("options of every command:"), table(common_rows, names));
    text += fmt::format("{} {}\n", _("example:"), command.example);
    return text + paragraph(fmt::format("{} {}", _("exit status:"), command.exit_status));
}

std::string commands_usage(const std::vector<CommandSpec>& commands, std::string_view prefix, const std::vector<OptionSpec>& common)
{
    const auto rows = command_rows(commands, prefix);
    const auto common_rows = option_rows(common);
    const int names = std::max(name_width(rows), name_width(common_rows));
    std::string text = fmt::format("{} unknot {}[{}]...\n", _("usage:"),
        prefix.empty() ? std::string(_("COMMAND")) + ' ' : std::string(prefix) + _("COMMAND") + ' ', _("OPTION"));
    if (prefix.empty()) {
        text += paragraph(
            _("Finds out what is wrong and walks you to the end of it. Without a command it asks what is wrong."));
    }
    text += fmt::format("\n{}\n{}", _("commands:"), table(rows, names));
    text += fmt::format("\n{}\n{}\n", _("options of every command:"), table(common_rows, names));
    text += paragraph(_("'unknot COMMAND --help' tells more about a command, 'unknot help' about the environment, exit statuses, JSON, queries, the "
                        "knowledge format and privacy."));
    return text + paragraph(fmt::format("{} {}", _("exit status:"), _("0 yes, 1 no, 2 trouble, 3 more input is needed, 130 interrupted")));
}

} // namespace unknot
