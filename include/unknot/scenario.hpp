// SPDX-License-Identifier: GPL-3.0-or-later
// A support writer's test of a tree: answers, probe results, and what must come of them. Format: unknot-format(5), "Scenarios".
#pragma once

#include "unknot/problem.hpp"
#include "unknot/script.hpp"
#include "unknot/source.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Expectation {
    std::string end;                            // the end's node; `tree/node` after a jump; empty when not asked
    std::string outcome;
    std::vector<std::string> through;
    std::vector<std::string> not_through;
    std::vector<std::pair<std::string, std::string>> facts;   // a fact's value as answered; a `let` as `true` or `false`
    std::vector<std::string> handoff;           // facts that the end's hand-off must include or require
};

struct Scenario {
    std::string name;
    std::string language;                       // empty: the pack's source language
    std::string as_of;                          // ISO date; empty: the real day
    std::map<std::string, std::vector<std::string>> answers;   // by node as written
    std::map<std::string, std::vector<ProbeResult>> probes;
    Expectation expect;
    Place place;
};

struct ScenarioFile {
    std::string tree;
    std::string file;
    std::vector<Scenario> scenarios;
};

// `id` is what the file's name says: the tree. A scenario with nothing to expect is a Problem.
std::optional<ScenarioFile> read_scenarios(const Source& source, std::string_view id, Problems& problems);

} // namespace unknot
