// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who walks through a forest event by event, and short ways to say where they are.
#pragma once

#include "forest_fixture.hpp"
#include "unknot/script.hpp"
#include "unknot/walk.hpp"

#include <map>
#include <string>
#include <vector>

namespace unknot {

inline WalkSettings sample_settings()
{
    return {"en", *read_value(FactType::date, "2026-11-21")};
}

// "asking first", "probing check for fix", "done good", "circling first", "masked amount at first"
inline std::string whereabouts(const WalkState& state)
{
    switch (state.standing) {
    case Standing::asking: return "asking " + state.key;
    case Standing::probing: return "probing " + state.probe_key + (state.key == state.probe_key ? "" : " for " + state.key);
    case Standing::done: return "done " + state.key;
    case Standing::circling: return "circling " + state.key;
    case Standing::masked: return "masked " + state.masked_fact + " at " + state.key;
    }
    return {};
}

// "first=card:person[card] > good=resolved:decision"
inline std::string trail(const WalkState& state)
{
    std::string text;
    for (const auto& step : state.path) {
        text += fmt::format("{}{}", text.empty() ? "" : " > ", step.key);
        text += step.answer ? "=" + *step.answer : "";
        text += fmt::format(":{}", name(step.from));
        text += step.edges.empty() ? "" : fmt::format("[{}]", fmt::join(step.edges, ","));
    }
    return text;
}

class Walker {
public:
    explicit Walker(Forest forest) : forest_(std::move(forest)) {}
    explicit Walker(const std::string& main) : forest_(forest_of({{"main", main}})) {}
    explicit Walker(const std::map<std::string, std::string>& trees) : forest_(forest_of(trees)) {}

    Walker& answer(const std::string& value, Origin origin = Origin::person) { return take(answer_event(state(), value, origin)); }
    Walker& probe(const std::string& status, const std::map<std::string, std::string>& fields = {})
    {
        return take(probe_event(state(), {status, fields}));
    }
    Walker& fact(const std::string& name, const std::string& value) { return take(fact_event(forest_, name, value)); }
    Walker& back(int count = 1) { return take(withdraw_event(state(), count)); }
    Walker& correct(const std::string& key, const std::string& value, int occurrence = 0)
    {
        return take({EventKind::answer, key, occurrence, value, {}, Origin::person, false, {}});
    }
    Walker& masked(const std::string& key, const std::string& stand_in = "[email]")
    {
        return take({EventKind::answer, key, 0, stand_in, {}, Origin::person, true, {}});
    }
    Walker& take(Event event)
    {
        events.push_back(std::move(event));
        return *this;
    }

    WalkState state() const { return fold(forest_, events, sample_settings()); }
    std::string where() const { return whereabouts(state()); }
    std::string way() const { return trail(state()); }
    std::string known(const std::string& fact) const
    {
        const auto facts = state().facts;
        const auto found = facts.find(fact);
        return found == facts.end() ? "?" : found->second.text;
    }
    const Forest& forest() const { return forest_; }

    std::vector<Event> events;

private:
    Forest forest_;
};

} // namespace unknot
