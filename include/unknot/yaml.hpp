// SPDX-License-Identifier: GPL-3.0-or-later
// YAML 1.2 core schema, the strict part of it that packs use, as a tree of nodes that know their place. The fence around yaml-cpp.
//
// Refused, with file, line and column: invalid UTF-8, control and bidi characters (raw or escaped), raw tabs, directives, anchors,
// aliases, tags, merge keys, duplicate keys, keys that are not scalars, a second document, unterminated quotes, and more than the budgets below.
// A byte-order mark at the start is skipped.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t yaml_max_bytes = 1024 * 1024;
inline constexpr int yaml_max_depth = 32;
inline constexpr int yaml_max_nodes = 50'000;

struct YamlEntry;

struct YamlNode {
    enum class Kind { null, scalar, sequence, map };

    Kind kind = Kind::null;
    std::string text;                  // of a scalar
    bool plain = false;                // a scalar without quotes that is no block: only such a one can be a number or a boolean
    Place place;                       // where the node begins (of a null value: its key)
    Place text_place;                  // where the first character of `text` stands; equals `place` for block scalars
    std::vector<YamlNode> items;       // of a sequence
    std::vector<YamlEntry> entries;    // of a map, in the order of the file

    // The value of a key in a map; null when it isn't there. The pointer lives as long as this node.
    const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
    YamlNode key;
    YamlNode value;
};

// Reads one document. Adds Problems and returns nothing when the text is refused. An empty document is refused ("null body").
// JSON texts are YAML too.
std::optional<YamlNode> read_yaml(const Source& source, Problems& problems);

} // namespace unknot
