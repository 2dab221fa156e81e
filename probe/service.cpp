// SPDX-License-Identifier: GPL-3.0-or-later
// `service`: whether systemd has a unit running.
#include "finding.hpp"
#include "kinds.hpp"
#include "program.hpp"
#include "settings.hpp"

#include <algorithm>

#include <unistd.h>

namespace unknot {

namespace {

bool is_unit(std::string_view name)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view(":-_.\\@").find(c) != std::string_view::npos; };
    return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), fits);
}

} // namespace

ProbeReport probe_service(const ProbeRequest& request, const Deadline& deadline)
{
    if (!is_unit(request.argument())) {
        refuse_argument("the name of a unit");
    }
    const auto program = find_program("systemctl");
    if (!program || ::access("/run/systemd/system", F_OK) != 0) {
        return failed_report("no_systemd");
    }
    const ProgramRun run = run_program({*program, "show", "--property=ActiveState", "--value", "--", request.argument()}, deadline);
    if (run.end == ProgramRun::End::out_of_time) {
        return failed_report("timeout");
    }
    if (run.end != ProgramRun::End::exited || run.code != 0) {
        return failed_report("no_systemd");
    }
    const std::string state = run.output.substr(0, run.output.find('\n'));
    const bool running = state == "active" || state == "reloading";
    ProbeReport report = running ? good("running", state) : bad("not_running", state);
    report.fields["running"] = running ? "yes" : "no";
    return report;
}

} // namespace unknot
