// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the tree of nodes from what the parser meets, and refuses what packs may not hold. It knows no yaml-cpp: offsets are bytes
// of the text, and the tag is what the parser made of it ("?" none on a plain text, "!" none on a quoted or block one).
#pragma once

#include "unknot/yaml.hpp"
#include "yaml/places.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::yaml {

// Where the quoted text met last begins and ends.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Faults that leave the tree whole are added to the Problems; those that do not, and budgets, are thrown as Failure.
class Builder {
public:
    Builder(const Source& source, const Places& places, Problems& problems);

    void null(std::size_t offset);
    void scalar(std::size_t offset, std::string_view tag, const std::string& text);
    void open(YamlNode::Kind kind, std::size_t offset, std::string_view tag);
    void close();
    void anchor(std::size_t offset);
    void alias(std::size_t offset);

    // The finished tree; nothing when there was no node.
    std::optional<YamlNode> take();

    const std::optional<Stretch>& last_quoted() const { return last_quoted_; }

    // Where the innermost list or map that is still open begins; null outside of all.
    const YamlNode* innermost() const { return open_.empty() ? nullptr : &open_.back().node; }

private:
    struct Level {
        YamlNode node;
        std::size_t offset = 0;
        std::optional<YamlNode> key = std::nullopt;                   // waits for its value
        std::map<std::string, int, std::less<>> first_lines = {};     // of the keys
    };

    void count(std::size_t offset);
    void check_tag(std::size_t offset, std::string_view tag);
    void check_quoted(std::size_t offset);
    void check_characters(const Place& place, const std::string& text);
    void add(YamlNode node);
    void add_key(Level& level, YamlNode key);
    void check_first(Level& level, const YamlNode& key);
    Place place_of_null(std::size_t offset) const;
    void fault(const Place& place, std::string code, std::string message, std::string hint = {});
    [[noreturn]] void stop(const Place& place, std::string code, std::string message, std::string hint = {}) const;

    const Source& source_;
    const Places& places_;
    Problems& problems_;
    std::vector<Level> open_;
    std::optional<YamlNode> root_;
    std::optional<Stretch> last_quoted_;
    std::optional<std::size_t> tag_told_;   // a tag of a map's first key is met twice
    int nodes_ = 0;
    std::size_t faults_ = 0;
};

} // namespace unknot::yaml
