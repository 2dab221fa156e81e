// SPDX-License-Identifier: GPL-3.0-or-later
// What a walk leaves on the screen when it ends or is left.
#pragma once

#include "walking.hpp"

namespace unknot {

// How an end is printed: its text, what to read, who takes over.
void print_outcome(const Walking& walking, const WalkState& state);

// "saved as case 12": where to go on, on standard output.
void print_saved(const Walking& walking);

} // namespace unknot
