// SPDX-License-Identifier: GPL-3.0-or-later
#include "kinds.hpp"

#include "finding.hpp"
#include "settings.hpp"

#include <algorithm>
#include <exception>

namespace unknot {

namespace {

// What waits for the report kills this process at its deadline: whoever wants to say how far he came must be done a little before.
Deadline inner_deadline(const ProbeRequest& request)
{
    constexpr std::int64_t ns_in_ms = 1'000'000;
    constexpr std::int64_t most_ms = 40;
    return Deadline(request.deadline_ns - std::min(most_ms, request.timeout_ms / 10) * ns_in_ms);
}

ProbeReport run_guarded(const ServedKind& served, const ProbeRequest& request)
{
    try {
        return served.run(request, inner_deadline(request));
    } catch (const Misunderstood& fault) {
        return failed_report(fault.finding(), clean(fault.what()));
    } catch (const std::exception& error) {
        return failed_report("internal", clean(error.what()));
    }
}

} // namespace

ProbeReport run_probe(const ProbeRequest& request, std::span<const ServedKind> kinds)
{
    const auto served = std::find_if(kinds.begin(), kinds.end(), [&](const ServedKind& candidate) { return candidate.kind == request.kind; });
    if (served == kinds.end()) {
        return failed_report("bad_target", "a kind of probe");
    }
    const std::int64_t start = monotonic_ns();
    ProbeReport report = run_guarded(*served, request);
    report.ms = milliseconds_since(start);
    return report;
}

} // namespace unknot
