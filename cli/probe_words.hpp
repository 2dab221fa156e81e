// SPDX-License-Identifier: GPL-3.0-or-later
// What a probe found out, in the interface's language.
#pragma once

#include "unknot/probe_run.hpp"
#include "unknot/tree.hpp"

#include <string>
#include <string_view>

namespace unknot {

// One sentence without a full stop: "the connection was refused".
std::string summary_of(const ProbeReport& report);

// "address 127.0.0.1, 12 ms": fields by their names, sizes and durations for people; empty when there are none.
std::string evidence_of(std::string_view kind, const ProbeReport& report);

// "ok", "warning", "failed", "error", "skipped"
std::string status_word(std::string_view status);

// The label, or the kind and what it looks at.
std::string title_of(const Probe& probe, std::string_view language);

// `[failed] This computer's clock: the clock is 95 s off (skew 95)`
std::string result_line(const Probe& probe, std::string_view status, const ProbeReport& report, std::string_view language);

} // namespace unknot
