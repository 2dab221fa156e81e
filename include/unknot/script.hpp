// SPDX-License-Identifier: GPL-3.0-or-later
// Answers and probe results given beforehand, and walking with them as far as they carry. Scripted runs, receipts and scenarios are
// all this. Nothing is written and nobody is asked here.
#pragma once

#include "unknot/redactor.hpp"
#include "unknot/walk.hpp"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct ProbeResult {
    std::string status;
    std::map<std::string, std::string> fields;
};

// By node key. Several answers to one node are for one time after the other; of several probe results the last one stays.
struct Script {
    std::map<std::string, std::deque<std::string>> answers;
    std::map<std::string, std::deque<ProbeResult>> probes;
};

// A bare node id is completed to `tree/node` where only one tree of the walk has it. Throws Failure for a node that no tree has
// (with the nearest id), or that several have. Facts by their names; throws for a name that no tree has or a wrong value.
std::string node_key(const Forest& forest, std::string_view name);
Event fact_event(const Forest& forest, const std::string& name, const std::string& value);

// Adds a list of answers as files give it: one after the other; to a question that takes several values the list is one answer.
void add_answers(Script& script, const Forest& forest, const std::string& key, const std::vector<std::string>& values);

// Parses `STATUS[,FIELD=VALUE…]` for a probe node of the forest; throws Failure.
ProbeResult probe_result(const Forest& forest, const std::string& key, std::string_view text);

// The node behind a key; null when there is none.
const Node* find_node(const Forest& forest, std::string_view key);
const Tree* find_tree(const Forest& forest, std::string_view key);

// Runs a probe that the script does not supply; with nothing the walk stops there. `skipped_probe` runs none.
using ProbeRunner = std::function<std::optional<ProbeResult>(const WalkState& state)>;
ProbeResult skipped_probe(const WalkState& state);

struct Conducted {
    WalkState state;
    std::vector<Event> events;       // all, those given at the start included
    std::size_t given = 0;           // how many of `events` were there at the start
    std::vector<std::string> unused; // answers that were never asked for, as `NODE=VALUE`, sorted
    Script left;                     // what of the script was not used
};

// Goes on from `events`. Answers to nodes that are answered already correct them, unless that node is the one being asked.
// Throws Failure for an answer that does not fit its node: the node, the value and what would fit. Secrets in answers are masked
// as soon as the answer was found to fit.
Conducted conduct(
    const Forest& forest, std::vector<Event> events, Script script, const WalkSettings& settings, const ProbeRunner& run_probe, Redactor& redactor);

// The same without corrections: for going on with what is left of a script.
Conducted proceed(
    const Forest& forest, std::vector<Event> events, Script script, const WalkSettings& settings, const ProbeRunner& run_probe, Redactor& redactor);

// The event that answers the node where `state` stands; throws Failure when the answer doesn't fit.
Event answer_event(const WalkState& state, const std::string& value, Origin origin);
Event probe_event(const WalkState& state, const ProbeResult& result);

// The event with the secrets in its value and fields replaced by their stand-ins.
Event redacted(Event event, Redactor& redactor);

// The event that takes back the last `count` answers of a person or a file; throws Failure past the start.
Event withdraw_event(const WalkState& state, int count);

} // namespace unknot
