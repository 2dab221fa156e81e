// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one node of a tree. Private to the tree reader.
#pragma once

#include "unknot/fields.hpp"
#include "unknot/tree.hpp"

#include <string_view>

namespace unknot {

// What reading a node may look at.
struct NodeContext {
    const Source& source;
    const Vocabulary& vocabulary;
    Problems& problems;
};

// The key that decides the kind of a node: "ask", "probe", …; empty when there is none.
std::string_view kind_key(const YamlNode& node);

Node read_node(const YamlEntry& entry, const NodeContext& context);

// What a question's form says of its fact; nothing for nodes that set no fact.
std::optional<Fact> fact_of_node(const YamlEntry& entry);

Text read_text(MapReader& reader, std::string_view key, Need need = Need::optional);
std::optional<Target> read_target(MapReader& reader, std::string_view key, Need need = Need::optional);
std::optional<Target> target_of(const YamlNode& scalar);
std::optional<Condition> read_condition_at(const YamlNode& scalar, const NodeContext& context);
std::vector<Assignment> read_assignments(MapReader& reader, const NodeContext& context);
std::vector<Branch> read_branches(MapReader& reader, std::string_view key, const NodeContext& context);
Limits read_limits(MapReader& reader, FactType type);
void read_probe(MapReader& node, Node& result, const NodeContext& context);

} // namespace unknot
