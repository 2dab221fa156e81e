// SPDX-License-Identifier: GPL-3.0-or-later
// A walk by prompts: on a terminal, or in a pipe with one answer a line as a person would type them.
#pragma once

#include "probing.hpp"
#include "walking.hpp"

namespace unknot {

// Talks until an end is reached, the person leaves, or the input ends. Every answer is recorded before the next question is printed.
ExitStatus converse(Walking& walking, const Session& session, const Script& script, Prober& prober);

// How an end is printed: its text, what to read, who takes over.
void print_outcome(const Walking& walking, const WalkState& state);

// "saved as case 12": where to go on, on standard output.
void print_saved(const Walking& walking);

} // namespace unknot
