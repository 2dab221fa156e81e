// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/analysis.hpp"
#include "unknot/rehearsal.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

template <class Key, class Item>
bool holds(const std::map<std::string, std::set<Item>>& by_tree, const std::string& tree, const Key& item)
{
    const auto found = by_tree.find(tree);
    return found != by_tree.end() && found->second.find(item) != found->second.end();
}

void count_edges(const Tree& tree, const Node& node, const Proofs& proofs, const Footprint& footprint, Coverage& coverage)
{
    for (const Edge& edge : edges_of(node)) {
        const std::pair<std::string, std::string> name{node.id, edge.name};
        if (proofs.impossible_edges.find(name) != proofs.impossible_edges.end()) {
            continue;
        }
        ++coverage.edges_total;
        if (holds(footprint.edges, tree.id, name)) {
            ++coverage.edges_covered;
        } else {
            coverage.missing.push_back({"edge", fmt::format("{}/{} {}", tree.id, node.id, edge.name), edge.place});
        }
    }
}

} // namespace

void Coverage::add(const Coverage& other)
{
    nodes_covered += other.nodes_covered;
    nodes_total += other.nodes_total;
    edges_covered += other.edges_covered;
    edges_total += other.edges_total;
    missing.insert(missing.end(), other.missing.begin(), other.missing.end());
}

Coverage coverage_of(const Tree& tree, const Footprint& footprint)
{
    Coverage coverage;
    const Proofs proofs = prove(tree);
    for (const auto& node : tree.nodes) {
        if (proofs.impossible_nodes.find(node.id) != proofs.impossible_nodes.end()) {
            continue;
        }
        ++coverage.nodes_total;
        if (holds(footprint.nodes, tree.id, node.id)) {
            ++coverage.nodes_covered;
        } else {
            coverage.missing.push_back({"node", fmt::format("{}/{}", tree.id, node.id), node.place});
        }
        count_edges(tree, node, proofs, footprint, coverage);
    }
    return coverage;
}

} // namespace unknot
