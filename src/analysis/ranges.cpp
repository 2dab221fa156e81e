// SPDX-License-Identifier: GPL-3.0-or-later
// Each condition is run on its own with every value that the conditions can tell apart, in ascending order: a row of yes and no per
// branch. A branch that holds for a whole stretch of values is a range; `== 3` is none. A value that no branch takes, between two
// ranges, is a gap; two ranges that share a value while each has one of its own overlap. A value that the fact's limits forbid, and
// one between two neighbouring whole numbers, is no reason to complain.
#include "analysis/ranges.hpp"

#include "analysis/trial.hpp"

#include <algorithm>

namespace unknot {

namespace {

struct Row {
    std::size_t branch = 0;
    std::vector<bool> holds; // by candidate
};

// The one fact that all conditions look at; empty when there are several.
std::string only_fact(const std::vector<Branch>& branches)
{
    std::string fact;
    for (const auto& branch : branches) {
        if (!branch.when) {
            continue;
        }
        const auto mentions = branch.when->mentions();
        if (mentions.size() != 1 || !branch.when->compares_with_constants_only() || (!fact.empty() && mentions.front() != fact)) {
            return {};
        }
        fact = mentions.front();
    }
    return fact;
}

bool allowed(const Limits& limits, const Value& value)
{
    const bool high_enough = !limits.min || !(compare(value, *limits.min) < 0);
    const bool low_enough = !limits.max || !(compare(value, *limits.max) > 0);
    return high_enough && low_enough;
}

// A question's limits count as much as the fact's own, where every question for the fact has them.
bool can_be_typed(const Tree& tree, const std::string& fact, const Value& value)
{
    bool asked = false;
    for (const auto& node : tree.nodes) {
        if (node.input && node.fact == fact) {
            asked = true;
            if (allowed(node.input->limits, value)) {
                return true;
            }
        }
    }
    return !asked;
}

bool counts(const Tree& tree, const std::string& fact, const Candidate& candidate)
{
    return candidate.value && candidate.spot != Spot::aside && allowed(tree.facts.find(fact)->second.limits, *candidate.value)
           && can_be_typed(tree, fact, *candidate.value);
}

Row row_of(std::size_t branch, const Condition& when, const std::string& fact, const std::vector<Candidate>& list)
{
    Row row;
    row.branch = branch;
    TrialFacts facts;
    for (const auto& candidate : list) {
        facts.set(fact, &*candidate.value);
        row.holds.push_back(evaluate(when, facts) == Truth::yes);
    }
    return row;
}

bool is_range(const Row& row, const std::vector<Candidate>& list)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (row.holds[i] && list[i].spot == Spot::interval) {
            return true;
        }
    }
    return false;
}

bool overlap(const Row& a, const Row& b)
{
    bool shared = false;
    bool only_a = false;
    bool only_b = false;
    for (std::size_t i = 0; i < a.holds.size(); ++i) {
        shared = shared || (a.holds[i] && b.holds[i]);
        only_a = only_a || (a.holds[i] && !b.holds[i]);
        only_b = only_b || (!a.holds[i] && b.holds[i]);
    }
    return shared && only_a && only_b;
}

void find_gap(const std::vector<Row>& rows, const std::vector<Candidate>& list, BranchFindings& findings)
{
    std::vector<bool> taken(list.size());
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            taken[i] = taken[i] || row.holds[i];
        }
    }
    const auto first = std::find(taken.begin(), taken.end(), true);
    const auto gap = std::find(first, taken.end(), false);
    if (std::find(gap, taken.end(), true) != taken.end()) {
        findings.gap = true;
        findings.gap_at = list[static_cast<std::size_t>(gap - taken.begin())].value->text;
    }
}

} // namespace

BranchFindings compare_ranges(const Tree& tree, const Node& node)
{
    BranchFindings findings;
    const std::string fact = only_fact(node.branches);
    const auto declared = tree.facts.find(fact);
    auto list = declared != tree.facts.end() && is_ordered(declared->second.type) ? candidates(tree, fact, node.branches) : std::nullopt;
    if (!list) {
        return findings;
    }
    list->erase(std::remove_if(list->begin(), list->end(), [&](const Candidate& candidate) { return !counts(tree, fact, candidate); }), list->end());
    std::vector<Row> rows;
    std::size_t ranges = 0;
    for (std::size_t i = 0; i < node.branches.size(); ++i) {
        if (node.branches[i].when) {
            rows.push_back(row_of(i, *node.branches[i].when, fact, *list));
            ranges += is_range(rows.back(), *list) ? 1 : 0;
        }
    }
    for (auto a = rows.begin(); a != rows.end(); ++a) {
        for (auto b = std::next(a); b != rows.end(); ++b) {
            if (is_range(*a, *list) && is_range(*b, *list) && overlap(*a, *b)) {
                findings.overlaps.emplace_back(a->branch, b->branch);
            }
        }
    }
    if (ranges > 1) {
        find_gap(rows, *list, findings);
    }
    return findings;
}

} // namespace unknot
