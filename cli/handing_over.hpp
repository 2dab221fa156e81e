// SPDX-License-Identifier: GPL-3.0-or-later
// Handing a walk to a human: whose support, by which channel, what is still missing; shown before anything leaves; a copy into the case.
#pragma once

#include "exit_status.hpp"
#include "options.hpp"
#include "walking.hpp"

namespace unknot {

// Where a person sits at a terminal, they are asked for what is missing and shown what would leave. Elsewhere the payload goes to
// standard output. Throws Failure for a provider, channel or fact that isn't there.
ExitStatus hand_over(Walking& walking, const WalkState& state, const HandoffCommand& command, const Session& session);

} // namespace unknot
