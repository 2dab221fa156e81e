// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot probe` takes: the keys of all kinds are options, and each kind takes its own.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/problem.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace unknot {

namespace {

using Chosen = std::shared_ptr<ProbeCommand>;

std::vector<std::string> kind_names()
{
    std::vector<std::string> names;
    for (const auto& kind : probe_kinds()) {
        names.emplace_back(kind.name);
    }
    return names;
}

std::string kinds_with(std::string_view parameter)
{
    std::vector<std::string_view> names;
    for (const auto& kind : probe_kinds()) {
        if (std::find(kind.parameters.begin(), kind.parameters.end(), parameter) != kind.parameters.end()) {
            names.push_back(kind.name);
        }
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<OptionSpec> parameter_options(const Chosen& chosen)
{
    std::vector<OptionSpec> options;
    std::set<std::string_view> listed;
    for (const auto& kind : probe_kinds()) {
        for (const auto parameter : kind.parameters) {
            if (listed.insert(parameter).second) {
                const std::string key(parameter);
                options.push_back({"--" + key, "VALUE", filled(_("as in a tree, for {}"), {kinds_with(parameter)}),
                    [chosen, key](const std::string& text) { chosen->parameters.emplace_back(key, text); }});
            }
        }
    }
    return options;
}

std::vector<OptionSpec> other_options(const Chosen& chosen)
{
    const auto parameter = [chosen](const char* key) { return [chosen, key](const std::string& text) { chosen->parameters.emplace_back(key, text); }; };
    return {
        {"--timeout", "DURATION", _("how long to wait for an answer; 5s unless said"),
            [chosen](const std::string& text) {
                seconds("--timeout", text);
                chosen->parameters.emplace_back("timeout", text);
            }},
        {"--warn", "CONDITION", _("a warning when this holds, over the probe's fields"), parameter("warn")},
        {"--fail", "CONDITION", _("a failure when this holds, over the probe's fields"), parameter("fail")},
        {"--allow", "WHAT", _("what may run: command=NAME, for the kind 'command'"), [chosen](const std::string& text) { chosen->allow.push_back(text); }},
        {"--wait", "DURATION", _("look again until all is well, at most so long"), [chosen](const std::string& text) { chosen->wait_seconds = seconds("--wait", text); }},
        {"--format", "text|json|junit|nagios|prometheus", _("the format: text, json, junit, nagios or prometheus"), [chosen](const std::string& text) { chosen->format = check_format("--format", text); }},
        {"--strict", "", _("warnings count as failures"), [chosen](const std::string&) { chosen->strict = true; }},
    };
}

void require_own_parameters(const ProbeKind& kind, const ProbeCommand& command)
{
    for (const auto& parameter : command.parameters) {
        const bool any = parameter.first == "timeout" || parameter.first == "warn" || parameter.first == "fail";
        if (!any && std::find(kind.parameters.begin(), kind.parameters.end(), parameter.first) == kind.parameters.end()) {
            throw Failure(fmt::format("expected an option of the kind '{}', found '--{}'", kind.name, parameter.first),
                kind.parameters.empty() ? fmt::format("'{}' has none of its own", kind.name) : fmt::format("its own are --{}", fmt::join(kind.parameters, ", --")));
        }
    }
}

void require_arguments(const ProbeKind& kind, const std::vector<std::string>& arguments)
{
    const bool any_number = kind.argument == ProbeArgument::list || kind.argument == ProbeArgument::one_or_list;
    if (kind.argument == ProbeArgument::none && !arguments.empty()) {
        throw Failure(fmt::format("expected nothing after the kind '{}', found '{}'", kind.name, arguments.front()));
    }
    if (kind.argument != ProbeArgument::none && (arguments.empty() || (!any_number && arguments.size() > 1))) {
        throw Failure(fmt::format("expected one ARGUMENT after the kind '{}', found {}", kind.name, arguments.empty() ? "none" : fmt::format("'{}'", arguments[1])),
            "unknot probe tls electrum.org:443");
    }
}

Command finished(ProbeCommand command, const std::string& operands)
{
    command.arguments = operand_list(operands);
    command.kind = command.arguments.front();
    command.arguments.erase(command.arguments.begin());
    const ProbeKind* kind = probe_kind(command.kind);
    if (kind == nullptr) {
        const auto near = nearest(command.kind, kind_names());
        throw Failure(fmt::format("no kind of probe named '{}'", command.kind),
            near ? fmt::format("did you mean '{}'?", *near) : fmt::format("kinds are {}", fmt::join(kind_names(), ", ")));
    }
    require_own_parameters(*kind, command);
    require_arguments(*kind, command.arguments);
    return command;
}

} // namespace

CommandSpec probe_spec()
{
    const Chosen chosen = std::make_shared<ProbeCommand>();
    auto options = parameter_options(chosen);
    for (auto& option : other_options(chosen)) {
        options.push_back(std::move(option));
    }
    return {"probe", Operands::several, "KIND ARGUMENT", _("Runs one diagnostic: dns, tcp, tls, http, clock, disk, memory, file, and more."),
        "unknot probe tls electrum.org:443 --min-days 14", _("0 all is well or a warning only, 1 it failed, 2 trouble, or it could not be checked, 130 interrupted"),
        std::move(options), [chosen](const std::string& operands) { return finished(*chosen, operands); }};
}

} // namespace unknot
