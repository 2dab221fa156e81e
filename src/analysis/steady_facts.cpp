// SPDX-License-Identifier: GPL-3.0-or-later
// A fact with a `start` begins known, but only once in a walk: a tree that calls or jumps may be come back to after another tree forgot
// the fact, so in such a tree nothing is steady. A `set` can leave a fact unknown too, by arithmetic with something unknown or a
// division by zero; what is set to constants and to sums of steady numbers stays known.
#include "analysis/steady_facts.hpp"

#include "unknot/graph.hpp"

#include <algorithm>

namespace unknot {

namespace {

bool is_left(const Tree& tree)
{
    for (const auto& node : tree.nodes) {
        for (const Edge& edge : edges_of(node)) {
            if (node.kind == NodeKind::call || (edge.to != nullptr && edge.to->leaves())) {
                return true;
            }
        }
    }
    return false;
}

using Names = std::set<std::string, std::less<>>;

bool is_starting_number(const Tree& tree, const std::string& fact)
{
    const auto found = tree.facts.find(fact);
    return found != tree.facts.end() && found->second.start && found->second.type == FactType::number;
}

bool stays_known(const Tree& tree, const Assignment& assignment)
{
    const auto mentions = assignment.value.mentions();
    const bool divides = assignment.value.text().find('/') != std::string::npos;
    return !divides && std::all_of(mentions.begin(), mentions.end(), [&](const auto& fact) { return is_starting_number(tree, fact); });
}

void drop_unsteady(const Tree& tree, const std::vector<Assignment>& assignments, Names& steady)
{
    for (const auto& assignment : assignments) {
        if (!stays_known(tree, assignment)) {
            steady.erase(assignment.fact);
        }
    }
}

} // namespace

Names steady_facts(const Tree& tree)
{
    Names steady;
    if (is_left(tree)) {
        return steady;
    }
    for (const auto& fact : tree.facts) {
        if (fact.second.start) {
            steady.insert(fact.first);
        }
    }
    for (const auto& node : tree.nodes) {
        drop_unsteady(tree, node.set, steady);
        for (const auto& option : node.options) {
            drop_unsteady(tree, option.set, steady);
        }
        for (const auto& fact : node.forget) {
            steady.erase(fact);
        }
    }
    // A number that leans on one that isn't steady isn't either; one such fact is reason enough to trust none.
    const bool one_fell = std::any_of(tree.facts.begin(), tree.facts.end(),
        [&](const auto& fact) { return is_starting_number(tree, fact.first) && steady.find(fact.first) == steady.end(); });
    return one_fell ? Names() : steady;
}

} // namespace unknot
