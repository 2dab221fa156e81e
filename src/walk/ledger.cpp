// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk/ledger.hpp"

namespace unknot {

Ledger::Ledger(std::span<const Event> events)
{
    for (const auto& event : events) {
        take(event);
    }
}

void Ledger::take(const Event& event)
{
    const Time time{event.node, event.occurrence};
    ++now_;
    switch (event.kind) {
    case EventKind::fact: facts_.push_back(event); break;
    case EventKind::answer: answers_[time] = {event.value, event.origin, false, event.masked, answers_[time].taken_back}; break;
    case EventKind::withdraw: withdraw(time); break;
    case EventKind::probe: probes_[time] = {event.value, event.fields, now_, event.origin == Origin::person}; break;
    case EventKind::note:
    case EventKind::handoff: break; // of the case, not of the way
    }
}

// Going back further gives the answers behind it their force again: they are used where they still fit.
void Ledger::withdraw(const Time& time)
{
    for (auto& entry : answers_) {
        entry.second.withdrawn = entry.first == time;
        entry.second.taken_back = entry.second.withdrawn ? now_ : entry.second.taken_back;
    }
}

const AnswerSlot* Ledger::answer(const std::string& key, int occurrence) const
{
    const auto found = answers_.find({key, occurrence});
    return found == answers_.end() ? nullptr : &found->second;
}

const ProbeSlot* Ledger::probe(const std::string& key, int occurrence) const
{
    const auto found = probes_.find({key, occurrence});
    return found == probes_.end() ? nullptr : &found->second;
}

} // namespace unknot
