// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in a walk. A case is its list of events; position, facts and path are folded from it (walk.hpp).
//
// An event speaks of the n-th time (`occurrence`, from 0) that a node asked for something, so that the list can be folded without
// running the tree: a later event for the same node and occurrence replaces the earlier one (a correction).
#pragma once

#include <map>
#include <string>

namespace unknot {

enum class EventKind {
    fact,       // `node` is a fact's name; known beforehand
    answer,     // a person or a script answered `node`
    withdraw,   // "back": the answer is kept as a proposal, and `node` asks again
    probe,      // a diagnostic of `node` gave a result
    note,       // the problem in the person's own words; `node` is "problem"
    handoff,    // what was handed over: `node` is the channel, `value` the payload; the walk passes over both
};

enum class Origin { person, file };

struct Event {
    EventKind kind = EventKind::answer;
    std::string node;                              // `node`, or `tree/node` outside the tree that the walk began in
    int occurrence = 0;
    std::string value;                             // the answer as a script would write it; a probe's status; empty for withdraw
    std::map<std::string, std::string> fields;     // of a probe
    Origin origin = Origin::person;
    bool masked = false;                           // `value` or a field has a stand-in: the secret in it was never stored
    std::string at;                                // when it was recorded, UTC, `2026-11-21T22:40:03Z`; empty before that

    bool operator==(const Event&) const = default;
};

} // namespace unknot
