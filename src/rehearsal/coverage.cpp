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
    const auto no_nodes = impossible_nodes(tree);
    const auto no_edges = impossible_edges(tree);
    for (const auto& node : tree.nodes) {
        if (no_nodes.find(node.id) != no_nodes.end()) {
            continue;
        }
        ++coverage.nodes_total;
        const bool visited = holds(footprint.nodes, tree.id, node.id);
        coverage.nodes_covered += visited ? 1 : 0;
        if (!visited) {
            coverage.missing.push_back({"node", fmt::format("{}/{}", tree.id, node.id), node.place});
        }
        for (const Edge& edge : edges_of(node)) {
            const std::pair<std::string, std::string> name{node.id, edge.name};
            if (no_edges.find(name) != no_edges.end()) {
                continue;
            }
            ++coverage.edges_total;
            const bool taken = holds(footprint.edges, tree.id, name);
            coverage.edges_covered += taken ? 1 : 0;
            if (!taken) {
                coverage.missing.push_back({"edge", fmt::format("{}/{} {}", tree.id, node.id, edge.name), edge.place});
            }
        }
    }
    return coverage;
}

} // namespace unknot
