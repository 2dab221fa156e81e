// SPDX-License-Identifier: GPL-3.0-or-later
// Values of `run` options: nodes, facts and probe results of the tree that the command line names.
#pragma once

#include "completion.hpp"

#include <string>
#include <vector>

namespace unknot {

enum class AssignmentKind { answer, probe, fact }; // NODE=VALUE, NODE=STATUS, NAME=VALUE

// Up to the `=` the names; behind it the values of that one, after the last comma where there may be several. Nothing where the line names no tree.
std::vector<Suggestion> assignment_candidates(const CompletionPlace& place, const Session& session, AssignmentKind kind);

} // namespace unknot
