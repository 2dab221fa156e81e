// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the grammar of conditions; says nothing about types.
#pragma once

#include "condition/faults.hpp"
#include "condition/syntax.hpp"

#include <optional>

namespace unknot {

// The condition that `faults` is about. On the first fault adds a Problem and returns nothing.
std::optional<Syntax> parse(Faults& faults);

}   // namespace unknot
