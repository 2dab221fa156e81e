// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes and options that a person can't get to, or can't get away from.
#include "lint/material.hpp"

#include "lint/texts.hpp"
#include "unknot/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace unknot {

namespace {

constexpr std::size_t most_options = 7;

// A probe that only a fix runs needs no way to it.
bool verifies(const Tree& tree, const Node& probe)
{
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node& node) { return node.verify == probe.id; });
}

std::set<const Node*> check_reach(const Tree& tree, Report& report)
{
    std::set<const Node*> unreachable;
    for (const Node* node : unreachable_nodes(tree)) {
        unreachable.insert(node);
        if (!verifies(tree, *node)) {
            report.error(node->place, "unreachable-node", fmt::format("no way leads to the node '{}'", node->id),
                "lead an option or a branch to it, or take it out");
        }
    }
    return unreachable;
}

void check_ends(const Tree& tree, const std::set<const Node*>& unreachable, Report& report)
{
    for (const Node* node : nodes_without_end(tree)) {
        if (unreachable.count(node) == 0) {
            report.error(node->place, "no-way-to-end", fmt::format("no end can be reached from the node '{}'", node->id),
                "give the loop a way out to an 'end'");
        }
    }
}

void check_labels(const Tree& tree, const Node& node, Report& report)
{
    std::map<std::pair<std::string, std::string>, std::string> seen; // language and label -> option
    for (const auto& option : node.options) {
        for (const auto& wording : option.label.empty() ? std::vector<Wording>() : wordings(option.label, tree.source_language)) {
            const auto first = seen.emplace(std::pair(wording.language, *wording.text), option.value);
            if (!first.second) {
                report.warning(*wording.place, "dead-option",
                    fmt::format("the options '{}' and '{}' of the node '{}' have the same label '{}'", first.first->second, option.value, node.id,
                        *wording.text),
                    "say in the labels what tells them apart");
            }
        }
    }
}

void check_options(const Tree& tree, const Node& node, Report& report)
{
    if (node.kind != NodeKind::choice && node.kind != NodeKind::several) {
        return;
    }
    if (node.options.size() > most_options) {
        report.warning(node.place, "too-many-options",
            fmt::format("the node '{}' offers {} options, more than {} are hard to take in", node.id, node.options.size(), most_options),
            "split it into two questions");
    }
    check_labels(tree, node, report);
}

} // namespace

void check_structure(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        const auto unreachable = check_reach(tree, report);
        check_ends(tree, unreachable, report);
        for (const auto& node : tree.nodes) {
            check_options(tree, node, report);
        }
    }
}

} // namespace unknot
