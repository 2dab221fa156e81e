// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot case` takes.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"

#include <memory>

namespace unknot {

namespace {

using Chosen = std::shared_ptr<CaseCommand>;

Chosen chosen_for(CaseCommand::Action action)
{
    auto chosen = std::make_shared<CaseCommand>();
    chosen->action = action;
    return chosen;
}

Command finished(const Chosen& chosen, const std::string& number)
{
    if (!number.empty()) {
        chosen->id = case_number(number);
    }
    return *chosen;
}

std::vector<OptionSpec> filter_options(const Chosen& chosen)
{
    return {
        {"--tree", "TREE", _("only walks of this tree"), [chosen](const std::string& text) { chosen->filter.tree = text; }},
        {"--state", "STATE", _("only those that are open, or that ended so: resolved, workaround, unresolved, escalate, danger"),
            [chosen](const std::string& text) { chosen->filter.state = case_state("--state", text); }},
        {"--since", "DATE", _("only those touched on this day or later"),
            [chosen](const std::string& text) { chosen->filter.since = day("--since", text); }},
        {"--until", "DATE", _("only those touched on this day or earlier"),
            [chosen](const std::string& text) { chosen->filter.until = day("--until", text); }},
        {"--match", "WORDS", _("only those with all these words in their answers"),
            [chosen](const std::string& text) { chosen->filter.words = text; }},
    };
}

CommandSpec list_spec()
{
    const Chosen chosen = chosen_for(CaseCommand::Action::list);
    return {"case list", Operands::none, "", _("Lists the recorded walks, the one last touched first."), "unknot case list --state open",
        _("0 found, 1 nothing found, 2 trouble"), filter_options(chosen), [chosen](const std::string&) { return finished(chosen, {}); }};
}

CommandSpec show_spec()
{
    const Chosen chosen = chosen_for(CaseCommand::Action::show);
    return {"case show", Operands::one, "NUMBER", _("Shows what was answered in a recorded walk."), "unknot case show 12", _("0 shown, 2 trouble"),
        {}, [chosen](const std::string& number) { return finished(chosen, number); }};
}

CommandSpec resume_spec()
{
    const Chosen chosen = chosen_for(CaseCommand::Action::resume);
    return {"case resume", Operands::one, "NUMBER", _("Goes on with a recorded walk."), "unknot case resume 12",
        _("0 resolved or worked round, 1 not resolved, handed over or stopped, 2 trouble, 3 more input is needed, 130 interrupted"), {},
        [chosen](const std::string& number) { return finished(chosen, number); }};
}

CommandSpec export_spec()
{
    const Chosen chosen = chosen_for(CaseCommand::Action::export_lines);
    return {"case export", Operands::optional, "NUMBER", _("Prints recorded walks as JSON Lines, the oldest first."),
        "unknot case export --since 2026-11-01 > cases.jsonl", _("0 found, 1 nothing found, 2 trouble"), filter_options(chosen),
        [chosen](const std::string& number) { return finished(chosen, number); }};
}

CommandSpec delete_spec()
{
    const Chosen chosen = chosen_for(CaseCommand::Action::remove);
    return {"case delete", Operands::one, "NUMBER", _("Removes a recorded walk for good."), "unknot case delete 12",
        _("0 deleted, 2 trouble, 3 you said no"), {{"--yes", "", _("do not ask first"), [chosen](const std::string&) { chosen->yes = true; }}},
        [chosen](const std::string& number) { return finished(chosen, number); }};
}

} // namespace

std::vector<CommandSpec> case_specs()
{
    return {list_spec(), show_spec(), resume_spec(), export_spec(), delete_spec()};
}

} // namespace unknot
