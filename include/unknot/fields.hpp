// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of one YAML map: each key is asked for by name, whatever nobody asked for is a Problem. It collects faults and
// goes on; it knows no trees, articles or providers, and looks at no value beyond its kind.
//
//     MapReader provider(source, *node, "a provider", problems);
//     format_version(provider);
//     const auto id = provider.text("provider", Need::required);
//     const auto domains = provider.words("domains");
//     if (const YamlNode* channels = provider.list("channels")) { … }
//     provider.finish();
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"
#include "unknot/yaml.hpp"

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class Need { optional, required };

// Every method that takes a key makes that key known. Where the value is missing it answers with nothing, and adds 'missing-key'
// if it was required; a null is 'null-value' and another kind than asked for 'wrong-type', both answered with nothing too.
// All pointers live as long as the node. Source, node and problems must outlive the reader.
class MapReader {
public:
    // `what` names the map in messages, with its article: "a tree", "node 'where'". A node that is no map is one 'wrong-type'
    // Problem; after it nothing is found in this reader and nothing more is complained about.
    MapReader(const Source& source, const YamlNode& node, std::string what, Problems& problems);

    // A value of whatever kind.
    const YamlNode* required(std::string_view key) { return value(key, Need::required); }
    const YamlNode* optional(std::string_view key) { return value(key, Need::optional); }

    const YamlNode* scalar(std::string_view key, Need need = Need::optional);
    const YamlNode* list(std::string_view key, Need need = Need::optional);
    const YamlNode* map(std::string_view key, Need need = Need::optional);

    // A scalar as it was written: `404` and `true` are texts too.
    std::optional<std::string> text(std::string_view key, Need need = Need::optional);

    // A scalar that is one of `allowed`; another one is 'unknown-value', with the nearest as hint.
    std::optional<std::string> one_of(std::string_view key, std::initializer_list<std::string_view> allowed, Need need = Need::optional);

    // Plain `true` or `false`, nothing else.
    std::optional<bool> boolean(std::string_view key, Need need = Need::optional);

    // A plain decimal number without a fraction; outside of min…max it is 'out-of-range'.
    std::optional<long> integer(std::string_view key, long min, long max, Need need = Need::optional);

    // The scalars of a list, with their places; items that are none are Problems and left out.
    std::vector<const YamlNode*> scalars(std::string_view key, Need need = Need::optional);
    std::vector<std::string> words(std::string_view key, Need need = Need::optional);

    // Whether the key is there, even with a null. For keys that decide the kind of a map.
    bool has(std::string_view key);

    // Makes keys known that somebody else reads.
    void allow(std::initializer_list<std::string_view> keys);

    // Adds an 'unknown-key' Problem at every key that is not known by now (the first fifty). Call it last, once.
    void finish();

    // Adds a Problem of the caller's own.
    void fault(const Place& place, std::string code, std::string message, std::string hint = {});

    const Source& source() const { return *source_; }
    const YamlNode& node() const { return *node_; }
    const std::string& what() const { return what_; }
    Problems& problems() const { return *problems_; }

private:
    const YamlNode* value(std::string_view key, Need need);
    const YamlNode* value_of_kind(std::string_view key, Need need, YamlNode::Kind kind, std::string_view expected);

    const Source* source_;
    const YamlNode* node_;
    std::string what_;
    Problems* problems_;
    bool is_map_ = false;
    std::set<std::string, std::less<>> known_;
};

// How a node's kind is called in messages: "a text", "a list", "a map", "nothing".
std::string_view kind_name(const YamlNode& node);

// Adds "expected EXPECTED, found a map" ('wrong-type') or, of a null, 'null-value' at the node. For values that are not in a
// MapReader's reach, such as the items of a list; answers true when the kind is as asked for.
bool expect_kind(const Source& source, const YamlNode& node, YamlNode::Kind kind, std::string_view expected, Problems& problems);

// A pack's, tree's, article's or provider's id: [a-z0-9][a-z0-9-]*
bool is_pack_id(std::string_view text);

// A node's or fact's id: [a-z][a-z0-9_]*
bool is_node_id(std::string_view text);

// The value of an option: [a-z0-9][a-z0-9_]*
bool is_option_value(std::string_view text);

// Checks `unknot: 1`, which every YAML file of a pack must have; adds 'missing-key' or 'format-version'.
bool format_version(MapReader& reader);

} // namespace unknot
