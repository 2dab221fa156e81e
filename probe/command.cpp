// SPDX-License-Identifier: GPL-3.0-or-later
// `command`: a program of this machine, by its argv, judged by its exit status and its output.
#include "finding.hpp"
#include "kinds.hpp"
#include "program.hpp"
#include "settings.hpp"

#include <fmt/format.h>

#include <cstring>

namespace unknot {

namespace {

constexpr std::size_t told_output = 1000;   // bytes

std::vector<std::string> argv_of(const ProbeRequest& request)
{
    std::vector<std::string> argv = request.arguments;
    if (argv.empty() || argv.front().empty()) {
        refuse_argument("a program");
    }
    if (!argv.front().starts_with('/')) {
        const auto found = find_program(argv.front());
        if (!found) {
            throw Misunderstood("not_started", "no such program");
        }
        argv.front() = *found;
    }
    return argv;
}

ProbeReport judged(const ProbeRequest& request, const ProgramRun& run, const std::optional<Pattern>& pattern)
{
    const auto expected = setting(request, "exit", FactType::number);
    if (run.code != (expected ? static_cast<int>(expected->number) : 0)) {
        return bad("exit_status", std::to_string(run.code));
    }
    return pattern && !pattern->found_in(run.output) ? bad("no_match") : good("done");
}

// As `$(…)` of a shell has it.
void drop_last_breaks(std::string& output)
{
    output.erase(output.find_last_not_of("\r\n") + 1);
}

} // namespace

ProbeReport probe_command(const ProbeRequest& request, const Deadline& deadline)
{
    const auto pattern = pattern_setting(request, "output");
    setting(request, "exit", FactType::number);
    ProgramRun run = run_program(argv_of(request), deadline);
    switch (run.end) {
    case ProgramRun::End::not_started: return failed_report("not_started", std::strerror(run.code));
    case ProgramRun::End::out_of_time: return failed_report("timeout");
    case ProgramRun::End::killed: return failed_report("killed", fmt::format("signal {}", run.code));
    case ProgramRun::End::exited: break;
    }
    drop_last_breaks(run.output);
    ProbeReport report = judged(request, run, pattern);
    report.fields["exit"] = std::to_string(run.code);
    report.fields["output"] = clean(std::string_view(run.output).substr(0, told_output));
    return report;
}

} // namespace unknot
