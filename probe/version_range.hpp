// SPDX-License-Identifier: GPL-3.0-or-later
// Versions in what programs and packages say, and ranges of them: `>=4.5 <5`, comparisons with blanks or commas between them; a version alone is itself.
#pragma once

#include "unknot/probe_run.hpp"
#include "unknot/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unknot {

// The first version in a text: `electrum 4.5.5 (…)`, `v2.30.1`. A text without one has none.
std::optional<Value> first_version(std::string_view text);

// Of a package, without the packagers' own counting: `1:7.88.1-10+deb12u5` is 7.88.1.
std::optional<Value> upstream_version(std::string_view text);

// Throws Misunderstood for a range that says nothing.
bool is_in_range(const Value& version, const std::string& range);

// Judges by the parameter `range`, where it was given, and tells the version.
ProbeReport judge_version(const ProbeRequest& request, const Value& version, std::string finding);

} // namespace unknot
