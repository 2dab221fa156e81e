// SPDX-License-Identifier: GPL-3.0-or-later
// What the flow and the ranges say of branches and edges.
#include "unknot/analysis.hpp"

#include "analysis/flow.hpp"
#include "analysis/ranges.hpp"

namespace unknot {

namespace {

BranchFindings findings_at(const Tree& tree, const Node& node, const Flow& flow)
{
    BranchFindings findings = compare_ranges(tree, node);
    if (flow.before_branches.find(node.id) == flow.before_branches.end()) {
        return findings;
    }
    for (std::size_t i = 0; i < node.branches.size(); ++i) {
        if (node.branches[i].when && flow.taken.find({node.id, branch_name(node, i)}) == flow.taken.end()) {
            findings.never_taken.push_back(i);
        }
    }
    return findings;
}

} // namespace

Proofs prove(const Tree& tree)
{
    const Flow flow = flow_through(tree);
    Proofs proofs;
    for (const auto& node : tree.nodes) {
        if (flow.visited.find(node.id) == flow.visited.end()) {
            proofs.impossible_nodes.insert(node.id);
        }
        for (const Edge& edge : edges_of(node)) {
            if (flow.taken.find({node.id, edge.name}) == flow.taken.end()) {
                proofs.impossible_edges.emplace(node.id, edge.name);
            }
        }
        if (!node.branches.empty()) {
            proofs.branches.emplace(node.id, findings_at(tree, node, flow));
        }
    }
    return proofs;
}

std::set<std::pair<std::string, std::string>> impossible_edges(const Tree& tree)
{
    return prove(tree).impossible_edges;
}

BranchFindings try_branches(const Tree& tree, const Node& node)
{
    return findings_at(tree, node, flow_through(tree));
}

} // namespace unknot
