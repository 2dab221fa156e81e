// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot check` takes.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <memory>

namespace unknot {

namespace {

using Chosen = std::shared_ptr<CheckCommand>;

// `--until` and `--reason` speak of the `--ignore` in front of them.
IgnoredCheck& last_ignored(const Chosen& chosen, std::string_view option)
{
    if (chosen->ignored.empty()) {
        throw Failure(fmt::format("expected '--ignore ID' in front of '{}', found none", option));
    }
    return chosen->ignored.back();
}

std::vector<OptionSpec> input_options(const Chosen& chosen)
{
    return {
        {"--allow", "WHAT", _("let probes use network or command=NAME without asking"), [chosen](const std::string& text) { chosen->allow.push_back(text); }},
        {"--facts", "FILE", _("facts as a YAML or JSON map, for the conditions of probes; '-' is standard input"),
            [chosen](const std::string& text) { chosen->facts_file = text; }},
        {"--fact", "NAME=VALUE", _("a fact known beforehand"),
            [chosen](const std::string& text) { chosen->facts.push_back(assignment("--fact", "NAME=VALUE", text)); }},
        {"--no-probes", "", _("run none: list them"), [chosen](const std::string&) { chosen->no_probes = true; }},
    };
}

std::vector<OptionSpec> result_options(const Chosen& chosen)
{
    return {
        {"--ignore", "ID", _("a result that does not count, until a day and for a reason"), [chosen](const std::string& text) { chosen->ignored.push_back({text, {}, {}}); }},
        {"--until", "DATE", _("the last day of the --ignore in front"),
            [chosen](const std::string& text) { last_ignored(chosen, "--until").until = date_word("--until", text); }},
        {"--reason", "TEXT", _("why, for the --ignore in front"), [chosen](const std::string& text) { last_ignored(chosen, "--reason").reason = text; }},
        {"--wait", "DURATION", _("look again until all is well, at most so long"), [chosen](const std::string& text) { chosen->wait_seconds = seconds("--wait", text); }},
        {"--format", "text|json|junit|nagios|prometheus", _("the format: text, json, junit, nagios or prometheus"), [chosen](const std::string& text) { chosen->format = check_format("--format", text); }},
        {"--strict", "", _("warnings count as failures"), [chosen](const std::string&) { chosen->strict = true; }},
    };
}

} // namespace

CommandSpec check_spec()
{
    const Chosen chosen = std::make_shared<CheckCommand>();
    auto options = input_options(chosen);
    for (auto& option : result_options(chosen)) {
        options.push_back(std::move(option));
    }
    return {"check", Operands::optional, "TREE", _("Runs the diagnostics of a tree, or of all trees, and asks no question."),
        "unknot check network-connectivity --allow network", _("0 nothing wrong or warnings only, 1 something failed, 2 trouble, or something could not be checked, 130 interrupted"),
        std::move(options), [chosen](const std::string& tree) {
            chosen->tree = tree;
            return Command(*chosen);
        }};
}

} // namespace unknot
