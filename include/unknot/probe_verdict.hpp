// SPDX-License-Identifier: GPL-3.0-or-later
// A tree's probe and what running it gave: the request that asks for it, and the status that follows. Nothing is run here.
#pragma once

#include "unknot/probe_run.hpp"
#include "unknot/tree.hpp"
#include "unknot/value.hpp"

#include <map>
#include <string>

namespace unknot {

inline constexpr std::int64_t default_timeout_ms = 5000;
inline constexpr std::int64_t longest_timeout_ms = 600'000;

// Kind, arguments, parameters and time-out; no environment and no deadline yet.
ProbeRequest request_of(const Probe& probe);

// What people are told it looks at: `electrum.org:443`, the words of a command with blanks between; empty for kinds without an argument.
std::string target_of(const Probe& probe);

// `warn:` and `fail:` over the fields by their bare names, and over the walk's facts, in place of the kind's own rule; that rule where there is neither, or
// where nothing was measured.
std::string verdict(const Probe& probe, const ProbeReport& report, const std::map<std::string, Value, std::less<>>& facts, const Value& today);

} // namespace unknot
