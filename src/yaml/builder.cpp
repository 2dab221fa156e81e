// SPDX-License-Identifier: GPL-3.0-or-later
// One level for each open list or map, so that nothing here recurses. A map's level holds the key that waits for its value, and the
// line of each key it has seen in a sorted map: comparing every key with every other would be quadratic.
//
// The parser tells a null by the mark of the token after it, so its place comes from what is known: its key, or the dash of its item.
// A text without tag and one with the tag `!` look the same in the events; the byte at the mark tells them apart.
#include "yaml/builder.hpp"

#include "unknot/utf8.hpp"
#include "yaml/nulls.hpp"
#include "yaml/quoted.hpp"

#include <fmt/format.h>
#include <utility>

namespace unknot::yaml {

namespace {

constexpr std::size_t most_faults = 50;
constexpr std::size_t shown_points = 40;

char byte_at(std::string_view text, std::size_t offset)
{
    return offset < text.size() ? text[offset] : '\0';
}

bool is_quote(char byte)
{
    return byte == '"' || byte == '\'';
}

YamlNode node_at(const Place& place, YamlNode::Kind kind)
{
    YamlNode node;
    node.kind = kind;
    node.place = place;
    node.text_place = place;
    return node;
}

} // namespace

Builder::Builder(const Source& source, const Places& places, Problems& problems) : source_(source), places_(places), problems_(problems) {}

void Builder::null(std::size_t offset)
{
    count(offset);
    if (open_.empty() && byte_at(source_.text, offset) == '!') {
        check_tag(offset, "!");
    }
    const Place place = place_of_null(offset);
    if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().key) {
        fault(place, "yaml-syntax", "expected a text as key, found nothing", is_null_word(source_.text, offset) ? "put the text in quotes" : "");
    }
    add(node_at(place, YamlNode::Kind::null));
}

void Builder::scalar(std::size_t offset, std::string_view tag, const std::string& text)
{
    count(offset);
    check_tag(offset, tag);
    YamlNode node = node_at(places_.at(offset), YamlNode::Kind::scalar);
    node.text = text;
    node.plain = tag == "?";
    if (is_quote(byte_at(source_.text, offset))) {
        ++node.text_place.column;
        check_quoted(offset);
    }
    check_characters(node.place, text);
    add(std::move(node));
}

void Builder::open(YamlNode::Kind kind, std::size_t offset, std::string_view tag)
{
    count(offset);
    check_tag(offset, tag);
    Level level{node_at(places_.at(offset), kind), offset};
    if (open_.size() >= static_cast<std::size_t>(yaml_max_depth)) {
        stop(level.node.place, "too-deep", fmt::format("expected at most {} lists and maps inside one another, found more", yaml_max_depth));
    }
    open_.push_back(std::move(level));
}

void Builder::close()
{
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
}

void Builder::anchor(std::size_t offset)
{
    fault(places_.at(source_.text.find('&', offset)), "yaml-anchor", "expected a value, found an anchor ('&')",
          "write the value out, or put the text in quotes");
}

void Builder::alias(std::size_t offset)
{
    fault(places_.at(offset), "yaml-alias", "expected a value, found an alias ('*')", "write the value out, or put the text in quotes");
    count(offset);
    YamlNode node = node_at(places_.at(offset), YamlNode::Kind::scalar);
    node.text = fmt::format("*{}", offset);
    add(std::move(node));
}

std::optional<YamlNode> Builder::take()
{
    return std::exchange(root_, std::nullopt);
}

void Builder::count(std::size_t offset)
{
    if (++nodes_ > yaml_max_nodes) {
        stop(places_.at(offset), "too-many-nodes", fmt::format("expected at most {} keys and values, found more", yaml_max_nodes), "split the file");
    }
}

void Builder::check_tag(std::size_t offset, std::string_view tag)
{
    const bool is_written = byte_at(source_.text, offset) == '!' || (tag != "?" && tag != "!");
    if (is_written && tag_told_ != offset) {
        tag_told_ = offset;
        fault(places_.at(source_.text.find('!', offset)), "yaml-tag", "expected a value, found a tag ('!')",
              "remove the tag, or put the text in quotes");
    }
}

void Builder::check_quoted(std::size_t offset)
{
    const Quoted quoted = inspect_quoted(source_.text, offset);
    if (!quoted.closed) {
        stop(places_.at(offset), "yaml-unterminated", "expected a closing quote, found the end of the file", "close the text that begins here");
    }
    last_quoted_ = Stretch{offset, *quoted.closed};
    if (quoted.bad_escape) {
        const std::size_t begin = *quoted.bad_escape;
        const std::string escape = source_.text.substr(begin, decode_at(source_.text, begin + 1).length + 1);
        fault(places_.at(begin), "yaml-character", fmt::format("expected visible characters, found the escape '{}'", escape), "remove the escape");
    }
}

// The net under the two checks of the raw text: nothing that is handed out may hold a forbidden character.
void Builder::check_characters(const Place& place, const std::string& text)
{
    if (faults_ == 0 && (first_invalid(text) || first_forbidden(text))) {
        fault(place, "yaml-character", "expected visible characters, found others in this text");
    }
}

void Builder::add(YamlNode node)
{
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    Level& level = open_.back();
    if (level.node.kind == YamlNode::Kind::sequence) {
        level.node.items.push_back(std::move(node));
    } else if (!level.key) {
        add_key(level, std::move(node));
    } else {
        level.node.entries.push_back({std::move(*level.key), std::move(node)});
        level.key.reset();
    }
}

void Builder::add_key(Level& level, YamlNode key)
{
    if (key.kind == YamlNode::Kind::map || key.kind == YamlNode::Kind::sequence) {
        const std::string_view found = key.kind == YamlNode::Kind::map ? "map" : "list";
        fault(key.place, "yaml-syntax", fmt::format("expected a text as key, found a {}", found), "put the text in quotes");
    } else if (key.plain && key.text == "<<") {
        fault(key.place, "yaml-merge", "expected a key, found the merge key '<<'", "write the keys out");
    } else if (key.kind == YamlNode::Kind::scalar) {
        check_first(level, key);
    }
    level.key = std::move(key);
}

void Builder::check_first(Level& level, const YamlNode& key)
{
    const auto [first, is_new] = level.first_lines.emplace(key.text, key.place.line);
    if (!is_new) {
        fault(key.place, "duplicate-key",
              fmt::format("expected each key once, found '{}' again (first in line {})", shortened(key.text, shown_points), first->second),
              "remove one of the two");
    }
}

Place Builder::place_of_null(std::size_t offset) const
{
    if (open_.empty()) {
        return places_.at(offset);
    }
    const Level& level = open_.back();
    if (level.node.kind == YamlNode::Kind::sequence) {
        return places_.at(byte_at(source_.text, level.offset) == '[' ? offset : item_begin(source_.text, offset));
    }
    return level.key ? level.key->place : places_.at(offset);
}

void Builder::fault(const Place& place, std::string code, std::string message, std::string hint)
{
    if (++faults_ > most_faults) {
        return;
    }
    problems_.push_back(problem_at(source_, place, std::move(code), std::move(message), std::move(hint)));
}

void Builder::stop(const Place& place, std::string code, std::string message, std::string hint) const
{
    throw Failure(problem_at(source_, place, std::move(code), std::move(message), std::move(hint)));
}

} // namespace unknot::yaml
