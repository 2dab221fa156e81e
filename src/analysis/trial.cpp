// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions of a list are run with every combination of the values that they can tell apart, as long as there are few enough, and
// the branch that a walk would take is noted with the values that led there. What is not among the values that may be known at this
// point is left out. So the result is exact for each combination; across facts it forgets which values came together.
#include "analysis/trial.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t most_combinations = 20'000;

struct Axis {
    std::string fact;
    std::vector<Candidate> candidates;
    std::size_t at = 0;
};

bool can_be_tried(const std::vector<Branch>& branches)
{
    return std::all_of(
        branches.begin(), branches.end(), [](const Branch& branch) { return !branch.when || branch.when->compares_with_constants_only(); });
}

std::set<std::string> mentioned(const std::vector<Branch>& branches)
{
    std::set<std::string> facts;
    for (const auto& branch : branches) {
        const auto some = branch.when ? branch.when->mentions() : std::vector<std::string>();
        facts.insert(some.begin(), some.end());
    }
    return facts;
}

bool is_possible(const Candidate& candidate, const Possible& possible)
{
    return possible.find(candidate.possible) != possible.end();
}

std::optional<std::vector<Axis>> axes(const Tree& tree, const std::vector<Branch>& branches, const Knowledge& before)
{
    std::vector<Axis> found;
    std::size_t combinations = 1;
    for (const auto& fact : mentioned(branches)) {
        auto list = candidates(tree, fact, branches);
        const auto possible = before.find(fact);
        if (!list || possible == before.end()) {
            return std::nullopt;
        }
        list->erase(std::remove_if(list->begin(), list->end(), [&](const Candidate& candidate) { return !is_possible(candidate, possible->second); }),
            list->end());
        combinations *= std::max<std::size_t>(list->size(), 1);
        if (combinations > most_combinations) {
            return std::nullopt;
        }
        found.push_back({fact, std::move(*list), 0});
    }
    return found;
}

std::size_t taken_branch(const std::vector<Branch>& branches, const FactView& facts)
{
    const auto taken = std::find_if(
        branches.begin(), branches.end(), [&](const Branch& branch) { return !branch.when || evaluate(*branch.when, facts) == Truth::yes; });
    return static_cast<std::size_t>(taken - branches.begin());
}

void note(const std::vector<Axis>& all, const Knowledge& before, std::optional<Knowledge>& taken)
{
    if (!taken) {
        taken = before;
        for (const auto& axis : all) {
            (*taken)[axis.fact].clear();
        }
    }
    for (const auto& axis : all) {
        (*taken)[axis.fact].insert(axis.candidates[axis.at].possible);
    }
}

// Turns to the next combination like the wheels of a counter; false after the last.
bool turn(std::vector<Axis>& all)
{
    for (auto& axis : all) {
        if (++axis.at < axis.candidates.size()) {
            return true;
        }
        axis.at = 0;
    }
    return false;
}

} // namespace

const Value* TrialFacts::find(std::string_view fact) const
{
    const auto found = values_.find(fact);
    return found == values_.end() ? nullptr : found->second;
}

std::vector<std::optional<Knowledge>> try_out(const Tree& tree, const std::vector<Branch>& branches, const Knowledge& before)
{
    auto all = can_be_tried(branches) ? axes(tree, branches, before) : std::nullopt;
    if (!all) {
        return std::vector<std::optional<Knowledge>>(branches.size(), before);
    }
    std::vector<std::optional<Knowledge>> taken(branches.size());
    if (std::any_of(all->begin(), all->end(), [](const Axis& axis) { return axis.candidates.empty(); })) {
        return taken;
    }
    TrialFacts facts;
    do {
        for (const auto& axis : *all) {
            const auto& value = axis.candidates[axis.at].value;
            facts.set(axis.fact, value ? &*value : nullptr);
        }
        const std::size_t branch = taken_branch(branches, facts);
        if (branch < branches.size()) {
            note(*all, before, taken[branch]);
        }
    } while (turn(*all));
    return taken;
}

} // namespace unknot
