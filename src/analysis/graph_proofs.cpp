// SPDX-License-Identifier: GPL-3.0-or-later
// What the graph alone proves. Jumps to other trees leave it.
#include "unknot/analysis.hpp"

#include <deque>
#include <map>

namespace unknot {

namespace {

std::vector<std::string_view> successors(const Node& node)
{
    std::vector<std::string_view> ids;
    for (const Edge& edge : edges_of(node)) {
        if (edge.to != nullptr && !edge.to->leaves()) {
            ids.emplace_back(edge.to->node);
        }
    }
    return ids;
}

bool leaves_tree(const Node& node)
{
    for (const Edge& edge : edges_of(node)) {
        if (edge.to != nullptr && edge.to->leaves()) {
            return true;
        }
    }
    return false;
}

using Neighbours = std::map<std::string_view, std::vector<std::string_view>>;

std::set<std::string_view> reached(std::deque<std::string_view> waiting, const Neighbours& neighbours)
{
    std::set<std::string_view> seen(waiting.begin(), waiting.end());
    while (!waiting.empty()) {
        const auto found = neighbours.find(waiting.front());
        waiting.pop_front();
        if (found == neighbours.end()) {
            continue;
        }
        for (const auto& next : found->second) {
            if (seen.insert(next).second) {
                waiting.push_back(next);
            }
        }
    }
    return seen;
}

std::vector<const Node*> all_but(const Tree& tree, const std::set<std::string_view>& found)
{
    std::vector<const Node*> others;
    for (const auto& node : tree.nodes) {
        if (found.find(node.id) == found.end()) {
            others.push_back(&node);
        }
    }
    return others;
}

} // namespace

std::vector<const Node*> unreachable_nodes(const Tree& tree)
{
    Neighbours forward;
    for (const auto& node : tree.nodes) {
        forward[node.id] = successors(node);
    }
    return all_but(tree, reached({tree.start}, forward));
}

std::vector<const Node*> nodes_without_end(const Tree& tree)
{
    Neighbours backward;
    std::deque<std::string_view> ends;
    for (const auto& node : tree.nodes) {
        if (node.kind == NodeKind::end || leaves_tree(node)) {
            ends.emplace_back(node.id);
        }
        for (const auto& next : successors(node)) {
            backward[next].emplace_back(node.id);
        }
    }
    return all_but(tree, reached(std::move(ends), backward));
}

} // namespace unknot
