// SPDX-License-Identifier: GPL-3.0-or-later
#include "recurrence.hpp"

#include "unknot/renaming.hpp"

namespace unknot {

namespace {

constexpr int cases_looked_at = 30;   // each is folded anew

bool same_facts(const WalkState& one, const WalkState& other)
{
    return one.facts == other.facts;
}

} // namespace

std::optional<CaseHead> same_end_before(const Walking& walking, const WalkState& state)
{
    const CaseStore* store = walking.recording.store();
    if (store == nullptr || state.standing != Standing::done) {
        return std::nullopt;
    }
    int looked_at = 0;
    for (const auto& head : store->list()) {
        const bool candidate = head.id != walking.recording.id() && head.pack == walking.pack->info().id && head.tree == walking.forest.root && head.end == state.key;
            if (!candidate || ++looked_at > cases_looked_at) {
            continue;
        }
        const auto record = store->find(head.id);
        if (record && same_facts(fold(walking.forest, renamed(walking.forest, record->events), walking.settings), state)) {
            return head;
        }
    }
    return std::nullopt;
}

} // namespace unknot
