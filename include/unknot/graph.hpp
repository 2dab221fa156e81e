// SPDX-License-Identifier: GPL-3.0-or-later
// The edges of a tree, named and placed: what coverage counts and what the checker follows. Format: unknot-format(5), "Coverage".
#pragma once

#include "unknot/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// How edges are named: an option `card`, `yes`, `no`, `unknown`, `to`, a branch `next 1` or `decide 2` (from 1) or `next else`,
// a probe's `ok`, `warn`, `fail`, a fix's `solved`, a call's `resolved` …, and `else`.
struct Edge {
    std::string name;
    const Target* to = nullptr;     // null where a choice leaves it to the node's `to` or `next`
    const Branch* branch = nullptr; // of a decide or next
    Place place;
};

std::string branch_name(const Node& node, std::size_t index);

// In the order of the file's keys, as far as the kind has one. Valid as long as the node.
std::vector<Edge> edges_of(const Node& node);

} // namespace unknot
