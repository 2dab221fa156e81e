// SPDX-License-Identifier: GPL-3.0-or-later
// `process`: whether a program of that name runs. Its name is what the kernel calls it, or the last part of the first word it was started with: the
// kernel keeps fifteen letters only.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "small_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace unknot {

namespace {

namespace fs = std::filesystem;

bool is_number(const std::string& name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_called(const fs::path& process, const std::string& name)
{
    auto short_name = read_small_file(process / "comm");
    if (short_name && *short_name == name + '\n') {
        return true;
    }
    const auto line = read_small_file(process / "cmdline");
    return line && fs::path(line->substr(0, line->find('\0'))).filename() == name;
}

bool is_running(const std::string& name)
{
    std::error_code failed;
    for (fs::directory_iterator at("/proc", failed), end; !failed && at != end; at.increment(failed)) {
        if (is_number(at->path().filename().string()) && is_called(at->path(), name)) {
            return true;
        }
    }
    return false;
}

} // namespace

ProbeReport probe_process(const ProbeRequest& request, const Deadline&)
{
    if (request.argument().empty() || request.argument().find('/') != std::string::npos) {
        refuse_argument("the name of a program");
    }
    const bool running = is_running(request.argument());
    ProbeReport report = running ? good("running") : bad("not_running");
    report.fields["running"] = running ? "yes" : "no";
    return report;
}

} // namespace unknot
