// SPDX-License-Identifier: GPL-3.0-or-later
// Branches and options that no walk takes, and ranges that leave values out or claim them twice.
#include "lint/material.hpp"

#include "unknot/analysis.hpp"

#include <fmt/format.h>

#include <set>

namespace unknot {

namespace {

void report_never_taken(const Node& node, const BranchFindings& findings, Report& report)
{
    for (const auto branch : findings.never_taken) {
        const Branch& never = node.branches[branch];
        report.warning(never.place, "never-taken", fmt::format("the branch '{}' of the node '{}' is never taken", never.when->text(), node.id),
            "the branches before it take all that it could: change their order or take it out");
    }
}

void report_ranges(const Node& node, const BranchFindings& findings, Report& report)
{
    for (const auto& pair : findings.overlaps) {
        const Branch& first = node.branches[pair.first];
        const Branch& second = node.branches[pair.second];
        report.warning(second.place, "range-overlap",
            fmt::format(
                "the ranges '{}' and '{}' of the node '{}' share values; the first one takes them", first.when->text(), second.when->text(), node.id),
            "let one range begin where the other ends");
    }
    if (findings.gap) {
        report.warning(node.branches.front().place, "range-gap",
            fmt::format("the ranges of the node '{}' leave out values like {}, which fall to 'else'", node.id, findings.gap_at),
            "close the gap, or write it as a branch of its own");
    }
}

// Of a question that is reached; `else` and "I don't know" are duties, not mistakes.
void report_dead_options(const Node& node, const std::set<std::pair<std::string, std::string>>& impossible, Report& report)
{
    for (const auto& option : node.options) {
        if (impossible.count({node.id, option.value}) != 0) {
            report.warning(option.place, "dead-option",
                fmt::format("the option '{}' of the node '{}' can never be chosen: its fact is known by then", option.value, node.id),
                "add 'confirm: true' to ask again, or take the question out");
        }
    }
    if (node.to && impossible.count({node.id, "to"}) != 0) {
        report.warning(
            node.to->place, "never-taken", fmt::format("'to' of the node '{}' is never taken: every option has its own", node.id), "take it out");
    }
}

} // namespace

void check_branches(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        const Proofs proofs = prove(tree);
        for (const auto& node : tree.nodes) {
            if (proofs.impossible_nodes.find(node.id) != proofs.impossible_nodes.end()) {
                continue;
            }
            if (const auto found = proofs.branches.find(node.id); found != proofs.branches.end()) {
                report_never_taken(node, found->second, report);
                report_ranges(node, found->second, report);
            }
            report_dead_options(node, proofs.impossible_edges, report);
        }
    }
}

} // namespace unknot
