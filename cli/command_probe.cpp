// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot probe`: one diagnostic from the command line. Who types a target has agreed to its being looked at; only --offline says otherwise.
#include "check_report.hpp"
#include "commands.hpp"
#include "probe_runner.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

Condition condition_over(const ProbeKind& kind, const std::string& option, const std::string& text)
{
    Vocabulary vocabulary;
    for (const auto& field : kind.fields) {
        vocabulary.facts[std::string(field.name)] = {field.type, {}};
    }
    Problems problems;
    const Source source{option, text, 0};
    auto condition = read_condition(source, {text, {option, 1, 1}}, vocabulary, problems);
    if (!condition) {
        throw Failure(problems.front());
    }
    return std::move(*condition);
}

Probe described(const ProbeCommand& command)
{
    const ProbeKind& kind = *probe_kind(command.kind);
    Probe probe;
    probe.kind = command.kind;
    probe.argument = command.arguments;
    for (const auto& parameter : command.parameters) {
        if (parameter.first == "warn") {
            probe.warn = condition_over(kind, "--warn", parameter.second);
        } else if (parameter.first == "fail") {
            probe.fail = condition_over(kind, "--fail", parameter.second);
        } else {
            probe.parameters.push_back(parameter);
        }
    }
    return probe;
}

void require_allowed_command(const ProbeCommand& command, const Session& session)
{
    const bool allowed = command.kind != "command" || allowance_of(session, command.allow).names_command(command.arguments);
    if (!allowed) {
        throw Failure(fmt::format("'{}' was not allowed to run", command.arguments.front()), fmt::format("--allow command={}", command.arguments.front()));
    }
}

} // namespace

ExitStatus probe(const ProbeCommand& command, const Session& session)
{
    require_allowed_command(command, session);
    const Probe probe = described(command);
    const std::string target = target_of(probe);
    std::vector<Check> checks = {{target.empty() ? probe.kind : fmt::format("{} {}", probe.kind, target), {nullptr, &probe, {}}, session.language, {}, std::nullopt}};
    Prober prober = Prober::of_the_person(session);
    run_checks(checks, prober, command.wait_seconds);
    const CheckFormat format = session.options.json ? CheckFormat::json : command.format;
    return report_checks(checks, format, command.strict ? CheckStrictness::strict : CheckStrictness::lenient);
}

} // namespace unknot
