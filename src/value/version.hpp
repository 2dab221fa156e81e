// SPDX-License-Identifier: GPL-3.0-or-later
// Versions as semver orders them, with any number of parts and perhaps a 'v' before them.
#pragma once

#include <compare>
#include <string_view>

namespace unknot {

bool is_version(std::string_view text);

// Of two texts that are versions.
std::weak_ordering compare_versions(std::string_view a, std::string_view b);

}   // namespace unknot
