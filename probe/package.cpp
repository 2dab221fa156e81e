// SPDX-License-Identifier: GPL-3.0-or-later
// `package`: whether a package of the distribution is installed, and in which version, by dpkg, rpm or pacman.
#include "finding.hpp"
#include "kinds.hpp"
#include "program.hpp"
#include "settings.hpp"
#include "version_range.hpp"

#include <algorithm>

namespace unknot {

namespace {

struct Manager {
    std::string_view program;
    std::vector<std::string> arguments;   // in front of the package's name
    std::string_view installed;           // what an answer begins with when the package is there; the version follows
};

const std::vector<Manager>& managers()
{
    static const std::vector<Manager> all = {
        {"dpkg-query", {"--show", "--showformat=${db:Status-Status} ${Version}", "--"}, "installed "},
        {"rpm", {"--query", "--queryformat", "installed %{VERSION}", "--"}, "installed "},
        {"pacman", {"--query", "--"}, ""},
    };
    return all;
}

bool is_package_name(std::string_view name)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("+-._:@").find(c) != std::string_view::npos; };
    return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), fits);
}

ProbeReport judged(const ProbeRequest& request, const Manager& manager, const ProgramRun& run)
{
    std::string_view output = run.output;
    if (run.code != 0 || !output.starts_with(manager.installed)) {
        ProbeReport report = bad("not_installed");
        report.fields["installed"] = "no";
        return report;
    }
    output.remove_prefix(manager.installed.size());
    if (manager.installed.empty()) {
        output.remove_prefix(std::min(output.size(), request.argument().size() + 1));   // `name version`
    }
    const auto version = upstream_version(output);
    ProbeReport report = version ? judge_version(request, *version, "installed") : good("installed", std::string(output));
    report.fields["installed"] = "yes";
    return report;
}

} // namespace

ProbeReport probe_package(const ProbeRequest& request, const Deadline& deadline)
{
    if (!is_package_name(request.argument())) {
        refuse_argument("the name of a package");
    }
    if (const std::string* range = request.parameter("range")) {
        is_in_range(*read_value(FactType::version, "0.0.0"), *range);
    }
    for (const auto& manager : managers()) {
        const auto program = find_program(manager.program);
        if (!program) {
            continue;
        }
        std::vector<std::string> argv = {*program};
        argv.insert(argv.end(), manager.arguments.begin(), manager.arguments.end());
        argv.push_back(request.argument());
        const ProgramRun run = run_program(argv, deadline);
        if (run.end != ProgramRun::End::exited) {
            return failed_report(run.end == ProgramRun::End::out_of_time ? "timeout" : "no_packages");
        }
        return judged(request, manager, run);
    }
    return failed_report("no_packages");
}

} // namespace unknot
