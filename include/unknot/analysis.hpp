// SPDX-License-Identifier: GPL-3.0-or-later
// What can be proved about a tree without walking it.
#pragma once

#include "unknot/graph.hpp"
#include "unknot/tree.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace unknot {

// Nodes that no path from the start leads to.
std::vector<const Node*> unreachable_nodes(const Tree& tree);

// Nodes from which no end can be reached, jumps to other trees counted as ends.
std::vector<const Node*> nodes_without_end(const Tree& tree);

// (node, edge name) pairs that can never be taken: those of unreachable nodes, and branches that earlier branches always take
// before them, as far as the values of the facts can be tried out (options, and numbers around the constants compared with).
std::set<std::pair<std::string, std::string>> impossible_edges(const Tree& tree);

// What trying out the values of a decide's or next's facts shows.
struct BranchFindings {
    std::vector<std::size_t> never_taken;                      // branches shadowed by earlier ones, or never true
    std::vector<std::pair<std::size_t, std::size_t>> overlaps; // two ranges over one ordered fact that share values while neither holds the other
    bool gap = false;                                          // known values between the ranges of one ordered fact fall through to `else`
    std::string gap_at;                                        // such a value, as it would be written
};
BranchFindings try_branches(const Tree& tree, const Node& node);

// All of it for a whole tree at the price of one.
struct Proofs {
    std::set<std::pair<std::string, std::string>> impossible_edges;
    std::set<std::string, std::less<>> impossible_nodes;         // that only such edges lead to, and unreachable ones
    std::map<std::string, BranchFindings, std::less<>> branches; // by node, of those that have branches
};
Proofs prove(const Tree& tree);

} // namespace unknot
