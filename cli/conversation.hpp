// SPDX-License-Identifier: GPL-3.0-or-later
// A walk by prompts: on a terminal, or in a pipe with one answer a line as a person would type them.
#pragma once

#include "probing.hpp"
#include "walking.hpp"

namespace unknot {

// Talks until an end is reached, the person leaves, or the input ends. Every answer is recorded before the next question is printed.
ExitStatus converse(Walking& walking, const Session& session, const Script& script, Prober& prober);

} // namespace unknot
