// SPDX-License-Identifier: GPL-3.0-or-later
// What the program and its helper `unknot-probe` say to each other: one request, one report, both plain data. How they travel (JSON on pipes) is the
// business of either end. A report comes from another process that talked to strangers: nothing in it is believed before it was checked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// A report that is longer is none.
inline constexpr std::size_t longest_report = 64 * 1024;

struct ProbeRequest {
    std::string kind;
    std::vector<std::string> arguments;
    std::map<std::string, std::string, std::less<>> parameters;    // `min-days`, `resolver`, …, as the file says them; without `timeout`
    std::map<std::string, std::string, std::less<>> environment;   // what of the person's environment this kind may know
    std::int64_t timeout_ms = 0;
    std::int64_t deadline_ns = 0;   // by CLOCK_MONOTONIC, when the request is on its way
    std::int64_t parent = 0;        // the process that waits for the report: the helper ends with it

    const std::string& argument() const;                          // the first; empty when there is none
    const std::string* parameter(std::string_view name) const;    // null when it was not given
    const std::string* variable(std::string_view name) const;     // of the environment; null when it is not set
};

struct ProbeReport {
    std::string status;    // ok, warn, fail, error, skipped: by the kind's own rule
    std::string finding;   // a stable word: `refused`, `expired`, `timeout`, …
    std::string detail;    // what the finding speaks of, from outside; may be empty
    bool conclusive = false;   // nothing could be measured that a `warn:` or `fail:` could judge: the status stands
    std::map<std::string, std::string, std::less<>> fields;
    std::int64_t ms = 0;
};

// A report of the kind, or one with the status `error` and the finding `bad_report`, `detail` saying why: a status that there is none, a field that the
// kind has not or whose value is not of its type, characters that no text may hold.
ProbeReport checked_report(std::string_view kind, ProbeReport report);

// `error` with this finding.
ProbeReport failed_report(std::string finding, std::string detail = {});

} // namespace unknot
