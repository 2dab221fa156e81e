// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot feedback` and `unknot stats` take. Reason codes are looked at by the command, which knows them.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <memory>

namespace unknot {

namespace {

constexpr int most_stars = 5;

using Chosen = std::shared_ptr<FeedbackCommand>;
using Action = FeedbackCommand::Action;

Chosen chosen_for(Action action)
{
    const auto chosen = std::make_shared<FeedbackCommand>();
    chosen->action = action;
    return chosen;
}

std::vector<OptionSpec> rating_options(const Chosen& chosen)
{
    return {
        {"--stars", "N", _("how helpful it was, from 1 (not at all) to 5 (very)"),
            [chosen](const std::string& text) { chosen->stars = static_cast<int>(decimal("--stars", text, 1, most_stars)); }},
        {"--reason", "CODE",
            _("why: solved, unclear, wrong, outdated, incomplete, too_long, not_my_case, hard_to_find, slow_support, no_answer, settled, other"),
            [chosen](const std::string& text) { chosen->reason = text; }},
        {"--text", "TEXT", _("in your own words; '-' is standard input; secrets are masked"),
            [chosen](const std::string& text) { chosen->text = text; }},
    };
}

OptionSpec here_option(const std::function<void()>& take)
{
    return {"--here", "", _("this machine's records too, besides the files"), [take](const std::string&) { take(); }};
}

FeedbackCommand::Format export_format(const std::string& text)
{
    if (text != "jsonl" && text != "csv") {
        throw Failure(fmt::format("expected jsonl or csv after '--format', found '{}'", text));
    }
    return text == "csv" ? FeedbackCommand::Format::csv : FeedbackCommand::Format::json_lines;
}

CommandSpec give_spec()
{
    const Chosen chosen = chosen_for(Action::give);
    return {"feedback give", Operands::one, "TARGET",
        _("Rates a tree, an article, the end of a case or a provider's support; on a terminal it asks what is missing."),
        "unknot feedback give case:12 --stars 4 --reason solved", _("0 saved, 2 trouble, 3 you left"), rating_options(chosen),
        [chosen](const std::string& target) {
            chosen->target = target;
            return Command(*chosen);
        }};
}

CommandSpec list_spec()
{
    const Chosen chosen = chosen_for(Action::list);
    return {"feedback list", Operands::optional, "TARGET", _("Lists the feedback on this machine with its history."),
        "unknot feedback list tree:payment-failure", _("0 found, 1 nothing found, 2 trouble"), {}, [chosen](const std::string& target) {
            chosen->target = target;
            return Command(*chosen);
        }};
}

std::int64_t feedback_number(const std::string& text)
{
    const bool decimal_only = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text.size() < 10 && text != "0";
    if (!decimal_only) {
        throw Failure(fmt::format("expected the number of a feedback, found '{}'", text), "'unknot feedback list' shows all");
    }
    return decimal("feedback revise", text, 1, 999'999'999);
}

Command revision(FeedbackCommand command, const std::string& number)
{
    command.id = feedback_number(number);
    return command;
}

CommandSpec revise_spec()
{
    const Chosen chosen = chosen_for(Action::revise);
    auto options = rating_options(chosen);
    options.push_back(
        {"--because", "TEXT", _("why it is revised; kept in its history"), [chosen](const std::string& text) { chosen->because = text; }});
    return {"feedback revise", Operands::one, "NUMBER", _("Changes a rating; what was said before stays in its history."),
        "unknot feedback revise 3 --stars 5 --reason settled", _("0 saved, 2 trouble, 3 you left"), std::move(options),
        [chosen](const std::string& number) { return revision(*chosen, number); }};
}

CommandSpec export_spec()
{
    const Chosen chosen = chosen_for(Action::make_export);
    return {"feedback export", Operands::none, "", _("Writes the feedback on this machine to standard output, for whoever collects it."),
        "unknot feedback export --format csv", _("0 written, 1 nothing found, 2 trouble"),
        {{"--format", "FORMAT", _("the format: jsonl (one JSON document a line) or csv"),
            [chosen](const std::string& text) { chosen->format = export_format(text); }}},
        [chosen](const std::string&) { return Command(*chosen); }};
}

CommandSpec report_spec()
{
    const Chosen chosen = chosen_for(Action::report);
    return {"feedback report", Operands::any, "FILE",
        _("Counts feedback: this machine's, or that of the exports which are named; '-' is standard input."),
        "unknot feedback report shop1.jsonl shop2.jsonl --html report.html", _("0 found, 1 nothing found, 2 trouble"),
        {here_option([chosen] { chosen->here = true; }),
            {"--html", "FILE", _("also write the report as a page with plots"), [chosen](const std::string& text) { chosen->page = text; }}},
        [chosen](const std::string& files) {
            chosen->files = operand_list(files);
            return Command(*chosen);
        }};
}

} // namespace

std::vector<CommandSpec> feedback_specs()
{
    return {give_spec(), list_spec(), revise_spec(), export_spec(), report_spec()};
}

CommandSpec stats_spec()
{
    const auto chosen = std::make_shared<StatsCommand>();
    return {"stats", Operands::any, "FILE",
        _("Counts how cases end and where people leave: this machine's, or those of the exports which are named; '-' is standard input."),
        "unknot stats --tree payment-failure --since 2026-11-01", _("0 found, 1 nothing found, 2 trouble"),
        {here_option([chosen] { chosen->here = true; }),
            {"--since", "DATE", _("only cases that began on that day or later"),
                [chosen](const std::string& text) { chosen->since = date_word("--since", text); }},
            {"--tree", "ID", _("only cases of this tree"), [chosen](const std::string& text) { chosen->tree = text; }}},
        [chosen](const std::string& files) {
            chosen->files = operand_list(files);
            return Command(*chosen);
        }};
}

} // namespace unknot
