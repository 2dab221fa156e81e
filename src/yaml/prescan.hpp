// SPDX-License-Identifier: GPL-3.0-or-later
// What can be refused before any YAML is read: size, encoding, forbidden characters, tabs, directives. yaml-cpp accepts all of them
// silently, some with a loss of text.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"

namespace unknot::yaml {

// Adds a Problem for the first fault of each kind in each line, for so many lines as a person can look through. True when clean.
bool prescan(const Source& source, Problems& problems);

} // namespace unknot::yaml
