// SPDX-License-Identifier: GPL-3.0-or-later
// Why a walk is where it is: for each node of its path the answer or the probe's result, the condition that chose the way on, what that
// condition looked at, and where all of it stands in the tree's file.
#pragma once

#include "unknot/walk.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Reason {
    std::string node;                           // `node` or `tree/node`
    NodeKind kind = NodeKind::end;
    std::string text;                           // as it was shown, on one line; Markdown
    std::string answer;                         // as a script would write it; of a probe the status; empty where there is none
    StepOrigin from = StepOrigin::decision;
    std::string edge;                           // the way that was taken, as graph.hpp names it; empty at the end
    std::string condition;                      // of the branch taken; empty where no condition chose
    std::map<std::string, std::string> because; // facts that were looked at, as they were then; empty when unknown
    Place place;                                // of the node
    std::optional<Place> condition_place;
};

// In the order of the walk; the node being asked is not among them.
std::vector<Reason> reasons(const WalkState& state);

} // namespace unknot
