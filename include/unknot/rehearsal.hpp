// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the scenarios of a tree and says which held, and what of the tree they went through.
#pragma once

#include "unknot/scenario.hpp"
#include "unknot/tree.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace unknot {

struct Verdict {
    std::string name;
    bool ok = false;
    std::string reason;   // one sentence, in the program's voice; empty when ok
    Place place;
};

// Nodes and edges by tree: what the walks of scenarios that held went through.
struct Footprint {
    std::map<std::string, std::set<std::string>> nodes;                                   // tree -> node ids
    std::map<std::string, std::set<std::pair<std::string, std::string>>> edges;            // tree -> (node, edge name)

    void add(const WalkState& walk);
};

// Runs one scenario; its steps are added to `footprint` when it holds. `today` stands in where the scenario names no day.
Verdict rehearse(const Forest& forest, const Scenario& scenario, const Value& today, Footprint& footprint);

struct Missing {
    std::string kind;   // "node" or "edge"
    std::string id;     // `tree/node` or `tree/node edge`
    Place place;
};

struct Coverage {
    int nodes_covered = 0;
    int nodes_total = 0;
    int edges_covered = 0;
    int edges_total = 0;
    std::vector<Missing> missing;   // in the order of the file

    void add(const Coverage& other);
};

// Counts a tree's own nodes and edges. What can be proved unreachable (analysis.hpp) is not in the total.
Coverage coverage_of(const Tree& tree, const Footprint& footprint);

} // namespace unknot
