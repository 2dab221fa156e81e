// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/graph.hpp"

#include <fmt/format.h>

namespace unknot {

std::string branch_name(const Node& node, std::size_t index)
{
    const std::string_view key = node.kind == NodeKind::decide ? "decide" : "next";
    return node.branches[index].when ? fmt::format("{} {}", key, index + 1) : fmt::format("{} else", key);
}

std::vector<Edge> edges_of(const Node& node)
{
    std::vector<Edge> edges;
    for (const auto& option : node.options) {
        edges.push_back({option.value, option.to ? &*option.to : nullptr, nullptr, option.place});
    }
    for (const auto& result : node.results) {
        edges.push_back({result.first, &result.second, nullptr, result.second.place});
    }
    if (node.to) {
        edges.push_back({"to", &*node.to, nullptr, node.to->place});
    }
    for (std::size_t i = 0; i < node.branches.size(); ++i) {
        edges.push_back({branch_name(node, i), &node.branches[i].to, &node.branches[i], node.branches[i].place});
    }
    if (node.unknown) {
        edges.push_back({std::string("unknown"), &*node.unknown, nullptr, node.unknown->place});
    }
    if (node.otherwise) {
        edges.push_back({"else", &*node.otherwise, nullptr, node.otherwise->place});
    }
    return edges;
}

} // namespace unknot
