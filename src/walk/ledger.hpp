// SPDX-License-Identifier: GPL-3.0-or-later
// What the events of a walk leave standing: for each node its answers and probe results, by the time they were asked for.
// Private to the walk.
#pragma once

#include "unknot/event.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace unknot {

struct AnswerSlot {
    std::string value;
    Origin origin = Origin::person;
    bool withdrawn = false; // taken back: only a proposal
    bool masked = false;
    int taken_back = 0;     // when it was last; 0 for never
};

struct ProbeSlot {
    std::string status;
    std::map<std::string, std::string> fields;
    int measured = 0;       // when
    bool doubted = false;   // a person took the result back: that is no measurement, and does not grow old
};

// "When" is the number of an event, from 1.
class Ledger {
public:
    explicit Ledger(std::span<const Event> events);

    void take(const Event& event);
    const AnswerSlot* answer(const std::string& key, int occurrence) const; // null when there is none
    const ProbeSlot* probe(const std::string& key, int occurrence) const;
    const std::vector<Event>& facts() const { return facts_; }

private:
    using Time = std::pair<std::string, int>; // a node's key and which time it asked

    void withdraw(const Time& time);

    std::map<Time, AnswerSlot> answers_;
    std::map<Time, ProbeSlot> probes_;
    std::vector<Event> facts_;
    int now_ = 0;
};

} // namespace unknot
