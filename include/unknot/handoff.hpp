// SPDX-License-Identifier: GPL-3.0-or-later
// What a human needs to take over a walk: the facts, what was asked and answered, what was tried, what the machine measured. Gathered
// here, every text through the redactor; worded and sent elsewhere. Nothing is asked and nothing leaves here.
#pragma once

#include "unknot/event.hpp"
#include "unknot/provider.hpp"
#include "unknot/redactor.hpp"
#include "unknot/walk.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace unknot {

struct HandoverField {
    std::string name;
    std::string label;   // in the language of the hand-off, as handoff_label() has it
    std::string value;   // as a person reads it: an option's label, not its value
};

struct HandoverStep {
    std::string node;
    NodeKind kind = NodeKind::choice;   // a question, or a fix: what was tried
    std::string text;                   // plain, on one line
    std::string answer;                 // as a script would write it
    std::string label;                  // of the options chosen; empty where an answer has none
    std::string at;                     // UTC; empty when it is not on record
};

struct HandoverCheck {
    std::string node;
    std::string label;                            // what was measured
    std::string status;
    std::map<std::string, std::string> fields;
    std::string at;
};

struct MaskedCount {
    std::string kind;    // as the redactor names it, "recorded" for what the record had masked already, "chosen" for what the person hid
    std::string rule;
    int count = 0;
};

struct HandoverRequest {
    const Forest& forest;
    const WalkState& state;
    std::span<const Event> events;
    std::string language;
    const Channel* channel = nullptr;            // null: to nobody in particular
    std::map<std::string, std::string> given;    // facts that were not known in the walk
    std::string problem;                         // in the person's own words; empty: what a note of the case says
    std::vector<std::string> hidden;             // names of fields, and texts, that shall not leave
};

struct Handover {
    std::string problem;
    std::vector<HandoverField> fields;      // what is required first, then what the end includes, then what goes into every hand-off
    std::vector<HandoverStep> steps;
    std::vector<HandoverCheck> checks;
    std::vector<std::string> missing;      // facts that the end or the channel requires and nobody knows
    std::vector<MaskedCount> masked;
};

Handover gather_handoff(const HandoverRequest& request, Redactor& redactor);

// What a fact is called to a person: its label, the question that asks for it, or its name.
std::string handoff_label(const Forest& forest, const std::string& name, std::string_view language);

// The fact behind a name in whichever tree of the walk declares it; null when none does.
const Fact* handoff_fact(const Forest& forest, std::string_view name);

} // namespace unknot
