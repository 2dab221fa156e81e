// SPDX-License-Identifier: GPL-3.0-or-later
// Checks: probes with an id, run together, and what became of them.
#pragma once

#include "exit_status.hpp"
#include "probing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Check {
    std::string id;            // `node`, or `tree/node`
    PlannedProbe planned;
    std::string language;      // of its pack
    ProbeOutcome outcome;
    std::optional<IgnoredCheck> ignored;   // it does not count
};

// Runs all; with `wait_seconds`, again and again those that do not hold, until they do or the time is over. Secrets in what was found are masked.
void run_checks(std::vector<Check>& checks, Prober& prober, double wait_seconds);

enum class CheckStrictness { lenient, strict };   // strict: warnings count as failures

// 1 when one failed, else 2 when one could not be checked, or none was, else 0.
ExitStatus status_of(const std::vector<Check>& checks, CheckStrictness strictness);

} // namespace unknot
