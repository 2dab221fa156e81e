// SPDX-License-Identifier: GPL-3.0-or-later
// A hand-off ready to leave, in each of its forms. It is made anew from the walk whenever the person changes their mind, so that what is
// shown is, byte for byte, what leaves.
#pragma once

#include "handoff_party.hpp"
#include "json.hpp"
#include "unknot/address_template.hpp"
#include "unknot/handoff.hpp"
#include "walking.hpp"

#include <map>
#include <string>
#include <vector>

namespace unknot {

struct ParcelOrder {
    const Walking& walking;
    const WalkState& state;
    HandoffParty party;
    std::map<std::string, std::string> given;   // facts that the walk did not learn
    std::string problem;                        // in the person's own words
    std::vector<std::string> hidden;            // facts and texts that shall not leave
};

struct Parcel {
    Handover handover;
    std::string subject;
    std::string text;
    std::string markdown;
    FilledAddress address;   // empty where there is no channel
};

// In a language that the channel reads, where it says which; otherwise in that of the walk.
Parcel pack_parcel(const Session& session, const ParcelOrder& order);

Json parcel_document(const ParcelOrder& order, const Parcel& parcel);   // unknot.handoff/1

// Throws Failure for a URL where there is no channel.
std::string parcel_payload(const Session& session, const ParcelOrder& order, const Parcel& parcel, HandoffCommand::Form form);

} // namespace unknot
