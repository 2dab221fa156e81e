// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot run` takes.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"

#include <memory>

namespace unknot {

namespace {

constexpr int most_steps_back = 1000;

using Chosen = std::shared_ptr<RunCommand>;

std::vector<OptionSpec> given_options(const Chosen& chosen)
{
    return {
        {"--answer", "NODE=VALUE", _("the answer to a node; the same node again is its next answer"),
            [chosen](const std::string& text) { chosen->answers.push_back(assignment("--answer", "NODE=VALUE", text)); }},
        {"--answers", "FILE", _("answers as a YAML or JSON map; '-' is standard input"),
            [chosen](const std::string& text) { chosen->answers_file = text; }},
        {"--probe", "NODE=STATUS", _("a probe's result instead of running it; fields follow behind commas"),
            [chosen](const std::string& text) { chosen->probes.push_back(assignment("--probe", "NODE=STATUS", text)); }},
        {"--no-probes", "", _("skip every probe that was not supplied"), [chosen](const std::string&) { chosen->no_probes = true; }},
        {"--allow", "WHAT", _("let probes use network or command=NAME without asking"),
            [chosen](const std::string& text) { chosen->allow.push_back(text); }},
        {"--fact", "NAME=VALUE", _("a fact known beforehand; its question is passed over"),
            [chosen](const std::string& text) { chosen->facts.push_back(assignment("--fact", "NAME=VALUE", text)); }},
    };
}

std::vector<OptionSpec> case_options(const Chosen& chosen)
{
    return {
        {"--case", "NUMBER", _("go on with a saved case; a new answer corrects the old one"),
            [chosen](const std::string& text) { chosen->case_id = case_number(text); }},
        {"--back", "N", _("first take back the last N answers"),
            [chosen](const std::string& text) { chosen->back = static_cast<int>(decimal("--back", text, 1, most_steps_back)); }},
        {"--no-record", "", _("write nothing to disk"), [chosen](const std::string&) { chosen->no_record = true; }},
        {"--receipt", "LINE", _("replay a receipt"), [chosen](const std::string& text) { chosen->receipt = text; }},
        {"--strict", "", _("an answer that was never asked for is an error"), [chosen](const std::string&) { chosen->strict = true; }},
    };
}

Command finished(RunCommand command, const std::string& tree)
{
    command.tree = tree;
    if (command.case_id && !command.receipt.empty()) {
        throw Failure("expected one of '--case' and '--receipt', found both");
    }
    if (tree.empty() && !command.case_id && command.receipt.empty()) {
        throw Failure("expected TREE after 'run', found nothing", "'unknot list trees' shows all");
    }
    return command;
}

} // namespace

CommandSpec run_spec()
{
    const Chosen chosen = std::make_shared<RunCommand>();
    auto options = given_options(chosen);
    for (auto& option : case_options(chosen)) {
        options.push_back(std::move(option));
    }
    return {"run", Operands::optional, "TREE", _("Walks a tree: by prompts on a terminal, by options in a script, by one answer a line in a pipe."),
        "unknot run payment-failure --json --answer where=card",
        _("0 resolved or worked round, 1 not resolved, handed over or stopped, 2 trouble, 3 more input is needed, 130 interrupted"),
        std::move(options), [chosen](const std::string& tree) { return finished(*chosen, tree); }};
}

} // namespace unknot
