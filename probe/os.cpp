// SPDX-License-Identifier: GPL-3.0-or-later
// `os`: what the system says it is: `id` and `version` from os-release(5), `arch` from the kernel.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "small_file.hpp"

#include <sys/utsname.h>

namespace unknot {

namespace {

std::string release_value(std::string_view key)
{
    std::string text = read_small_file("/etc/os-release").value_or("");
    text = text.empty() ? read_small_file("/usr/lib/os-release").value_or("") : text;
    for (auto line : lines_of(text)) {
        if (line.starts_with(key) && line.substr(key.size()).starts_with('=')) {
            line.remove_prefix(key.size() + 1);
            const bool quoted = line.size() >= 2 && (line.front() == '"' || line.front() == '\'') && line.back() == line.front();
            return std::string(quoted ? line.substr(1, line.size() - 2) : line);
        }
    }
    return {};
}

std::string value_of(const std::string& what)
{
    if (what == "arch") {
        utsname names = {};
        return ::uname(&names) == 0 ? names.machine : "";
    }
    if (what != "id" && what != "version") {
        refuse_argument("id, version or arch");
    }
    return release_value(what == "id" ? "ID" : "VERSION_ID");
}

} // namespace

ProbeReport probe_os(const ProbeRequest& request, const Deadline&)
{
    const auto pattern = pattern_setting(request, "matches");
    const std::string value = value_of(request.argument());
    if (value.empty()) {
        return failed_report("unreadable", "/etc/os-release");
    }
    ProbeReport report = pattern && !pattern->found_in(value) ? bad("mismatch") : good("told");
    report.fields["value"] = clean(value);
    return report;
}

} // namespace unknot
