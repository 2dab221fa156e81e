// SPDX-License-Identifier: GPL-3.0-or-later
#include "kinds.hpp"

#include "finding.hpp"
#include "settings.hpp"

#include <algorithm>
#include <exception>
#include <iterator>

namespace unknot {

namespace {

using Function = ProbeReport (*)(const ProbeRequest&, const Deadline&);

struct Entry {
    std::string_view kind;
    Function function;
};

constexpr Entry entries[] = {
    {"clock", probe_clock},
    {"command", probe_command},
    {"disk", probe_disk},
    {"dns", probe_dns},
    {"env", probe_env},
    {"file", probe_file},
    {"http", probe_http},
    {"memory", probe_memory},
    {"os", probe_os},
    {"package", probe_package},
    {"port", probe_port},
    {"process", probe_process},
    {"proxy", probe_proxy},
    {"route", probe_route},
    {"service", probe_service},
    {"tcp", probe_tcp},
    {"tls", probe_tls},
    {"version", probe_version},
};

// What waits for the report kills this process at its deadline: whoever wants to say how far he came must be done a little before.
Deadline inner_deadline(const ProbeRequest& request)
{
    constexpr std::int64_t ns_in_ms = 1'000'000;
    constexpr std::int64_t most_ms = 40;
    return Deadline(request.deadline_ns - std::min(most_ms, request.timeout_ms / 10) * ns_in_ms);
}

ProbeReport run_guarded(const Entry& entry, const ProbeRequest& request)
{
    try {
        return entry.function(request, inner_deadline(request));
    } catch (const Misunderstood& fault) {
        return failed_report(fault.finding(), clean(fault.what()));
    } catch (const std::exception& error) {
        return failed_report("internal", clean(error.what()));
    }
}

} // namespace

ProbeReport run_probe(const ProbeRequest& request)
{
    const auto* entry = std::find_if(std::begin(entries), std::end(entries), [&](const Entry& candidate) { return candidate.kind == request.kind; });
    if (entry == std::end(entries)) {
        return failed_report("bad_target", "a kind of probe");
    }
    const std::int64_t start = monotonic_ns();
    ProbeReport report = run_guarded(*entry, request);
    report.ms = milliseconds_since(start);
    return report;
}

} // namespace unknot
