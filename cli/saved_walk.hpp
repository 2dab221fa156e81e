// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded walk folded again with today's pack: to be looked at, or to go on with.
#pragma once

#include "unknot/case_store.hpp"
#include "walking.hpp"

#include <string>
#include <vector>

namespace unknot {

// What a change of the pack did to a record.
struct Remapping {
    int renamed = 0;                    // answers that go by new names
    std::vector<std::string> gone;      // nodes that were answered and are there no more
};

struct SavedWalk {
    CaseRecord record;
    Walking walking;     // its recording writes nothing
    WalkState state;
    Remapping remapping;
};

// The pack that a record names. Throws Failure when it isn't there.
const Pack& pack_named(const Session& session, const std::string& id);

// The forest, settings and events of a record in `walking`; says what a change of the pack did to it.
Remapping load_saved(Walking& walking, const Session& session, const CaseRecord& record);

SavedWalk open_saved(const Session& session, CaseRecord record);

// Tells the person what a change of the pack did: nothing, new names, or which question is asked again.
void tell_verdict(const CaseRecord& record, const Remapping& remapping, const Walking& walking);

} // namespace unknot
