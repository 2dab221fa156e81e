// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/fields.hpp"

#include "unknot/spelling.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t shown_points = 40;
constexpr std::size_t most_faults = 50;   // of one map or list: a hostile file could have 50,000, each with its line
constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower_and_digits = "abcdefghijklmnopqrstuvwxyz0123456789";

std::string shown(const YamlNode& node)
{
    return fmt::format("'{}'", shortened(node.text, shown_points));
}

// Where only a plain scalar will do, the quotes are what is wrong.
std::string shown_plain(const YamlNode& node)
{
    return node.plain ? shown(node) : "a text in quotes";
}

// A map where a text was expected is most often a text that YAML took apart.
std::string_view wrong_type_hint(const YamlNode& found, YamlNode::Kind expected)
{
    return expected == YamlNode::Kind::scalar && found.kind == YamlNode::Kind::map ? "put a text that holds ': ' or begins with '{' in quotes" : "";
}

Problem wrong_type(const Source& source, const YamlNode& node, YamlNode::Kind kind, std::string_view expected)
{
    return problem_at(source, node.place, "wrong-type", fmt::format("expected {}, found {}", expected, kind_name(node)),
                      std::string(wrong_type_hint(node, kind)));
}

bool has_only(std::string_view text, std::string_view alphabet, char more)
{
    return std::all_of(text.begin(), text.end(), [=](char byte) { return byte == more || alphabet.find(byte) != std::string_view::npos; });
}

bool is_decimal(std::string_view text)
{
    const std::string_view number = text.starts_with('+') || text.starts_with('-') ? text.substr(1) : text;
    return !number.empty() && number.find_first_not_of(digits) == std::string_view::npos;
}

// What is_decimal() allows; nothing when it is too large for a long.
std::optional<long> decimal(std::string_view text)
{
    const std::string_view number = text.starts_with('+') ? text.substr(1) : text;
    long value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates)
{
    const auto near = nearest(word, candidates);
    return near ? fmt::format("did you mean '{}'?", *near) : fmt::format("use one of {}", fmt::join(candidates, ", "));
}

} // namespace

MapReader::MapReader(const Source& source, const YamlNode& node, std::string what, Problems& problems)
    : source_(&source), node_(&node), what_(std::move(what)), problems_(&problems)
{
    is_map_ = expect_kind(source, node, YamlNode::Kind::map, fmt::format("a map for {}", what_), problems);
}

const YamlNode* MapReader::scalar(std::string_view key, Need need)
{
    return value_of_kind(key, need, YamlNode::Kind::scalar, "a text");
}

const YamlNode* MapReader::list(std::string_view key, Need need)
{
    return value_of_kind(key, need, YamlNode::Kind::sequence, "a list");
}

const YamlNode* MapReader::map(std::string_view key, Need need)
{
    return value_of_kind(key, need, YamlNode::Kind::map, "a map");
}

std::optional<std::string> MapReader::text(std::string_view key, Need need)
{
    const YamlNode* found = scalar(key, need);
    return found == nullptr ? std::nullopt : std::optional(found->text);
}

std::optional<std::string> MapReader::one_of(std::string_view key, std::initializer_list<std::string_view> allowed, Need need)
{
    const YamlNode* found = scalar(key, need);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (std::find(allowed.begin(), allowed.end(), found->text) != allowed.end()) {
        return found->text;
    }
    const std::vector<std::string> candidates(allowed.begin(), allowed.end());
    fault(found->text_place, "unknown-value", fmt::format("expected a known value for '{}', found {}", key, shown(*found)),
          did_you_mean(found->text, candidates));
    return std::nullopt;
}

std::optional<bool> MapReader::boolean(std::string_view key, Need need)
{
    const YamlNode* found = value_of_kind(key, need, YamlNode::Kind::scalar, "true or false");
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->plain && (found->text == "true" || found->text == "false")) {
        return found->text == "true";
    }
    fault(found->place, "wrong-type", fmt::format("expected true or false for '{}', found {}", key, shown_plain(*found)));
    return std::nullopt;
}

std::optional<long> MapReader::integer(std::string_view key, long min, long max, Need need)
{
    const YamlNode* found = value_of_kind(key, need, YamlNode::Kind::scalar, "a whole number");
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->plain || !is_decimal(found->text)) {
        fault(found->place, "wrong-type", fmt::format("expected a whole number for '{}', found {}", key, shown_plain(*found)));
        return std::nullopt;
    }
    const auto value = decimal(found->text);
    if (!value || *value < min || *value > max) {
        fault(found->place, "out-of-range", fmt::format("expected {} to {} for '{}', found {}", min, max, key, shown(*found)));
        return std::nullopt;
    }
    return value;
}

std::vector<const YamlNode*> MapReader::scalars(std::string_view key, Need need)
{
    std::vector<const YamlNode*> found;
    const YamlNode* items = value_of_kind(key, need, YamlNode::Kind::sequence, "a list of texts");
    if (items == nullptr) {
        return found;
    }
    const std::size_t before = problems_->size();
    for (const YamlNode& item : items->items) {
        if (problems_->size() - before >= most_faults) {
            break;
        }
        if (expect_kind(*source_, item, YamlNode::Kind::scalar, fmt::format("a text in the list '{}'", key), *problems_)) {
            found.push_back(&item);
        }
    }
    return found;
}

std::vector<std::string> MapReader::words(std::string_view key, Need need)
{
    std::vector<std::string> texts;
    for (const YamlNode* item : scalars(key, need)) {
        texts.push_back(item->text);
    }
    return texts;
}

bool MapReader::has(std::string_view key)
{
    known_.emplace(key);
    return is_map_ && node_->find(key) != nullptr;
}

void MapReader::allow(std::initializer_list<std::string_view> keys)
{
    known_.insert(keys.begin(), keys.end());
}

void MapReader::finish()
{
    const std::vector<std::string> candidates(known_.begin(), known_.end());
    std::size_t faults = 0;
    for (const YamlEntry& entry : node_->entries) {
        if (faults < most_faults && known_.find(entry.key.text) == known_.end()) {
            ++faults;
            fault(entry.key.place, "unknown-key", fmt::format("expected a key of {}, found {}", what_, shown(entry.key)),
                  did_you_mean(entry.key.text, candidates));
        }
    }
}

void MapReader::fault(const Place& place, std::string code, std::string message, std::string hint)
{
    problems_->push_back(problem_at(*source_, place, std::move(code), std::move(message), std::move(hint)));
}

const YamlNode* MapReader::value(std::string_view key, Need need)
{
    known_.emplace(key);
    const YamlNode* found = is_map_ ? node_->find(key) : nullptr;
    if (found == nullptr) {
        if (is_map_ && need == Need::required) {
            fault(node_->place, "missing-key", fmt::format("expected '{}' in {}, found none", key, what_));
        }
        return nullptr;
    }
    if (found->kind == YamlNode::Kind::null) {
        fault(found->place, "null-value", fmt::format("expected a value for '{}', found nothing", key));
        return nullptr;
    }
    return found;
}

const YamlNode* MapReader::value_of_kind(std::string_view key, Need need, YamlNode::Kind kind, std::string_view expected)
{
    const YamlNode* found = value(key, need);
    const bool fits = found != nullptr && expect_kind(*source_, *found, kind, fmt::format("{} for '{}'", expected, key), *problems_);
    return fits ? found : nullptr;
}

std::string_view kind_name(const YamlNode& node)
{
    switch (node.kind) {
    case YamlNode::Kind::null:
        return "nothing";
    case YamlNode::Kind::scalar:
        return "a text";
    case YamlNode::Kind::sequence:
        return "a list";
    case YamlNode::Kind::map:
        return "a map";
    }
    return "nothing";
}

bool expect_kind(const Source& source, const YamlNode& node, YamlNode::Kind kind, std::string_view expected, Problems& problems)
{
    if (node.kind == kind) {
        return true;
    }
    if (node.kind == YamlNode::Kind::null) {
        problems.push_back(problem_at(source, node.place, "null-value", fmt::format("expected {}, found nothing", expected)));
    } else {
        problems.push_back(wrong_type(source, node, kind, expected));
    }
    return false;
}

bool is_pack_id(std::string_view text)
{
    return !text.empty() && text.front() != '-' && has_only(text, lower_and_digits, '-');
}

bool is_node_id(std::string_view text)
{
    return is_option_value(text) && digits.find(text.front()) == std::string_view::npos;
}

bool is_option_value(std::string_view text)
{
    return !text.empty() && text.front() != '_' && has_only(text, lower_and_digits, '_');
}

bool format_version(MapReader& reader)
{
    const YamlNode* found = reader.scalar("unknot", Need::required);
    if (found == nullptr) {
        return false;
    }
    if (found->plain && found->text == "1") {
        return true;
    }
    const std::string_view manner = found->plain ? "" : " in quotes";
    const std::string message = fmt::format("expected format version 1 for 'unknot', found {}{}", shown(*found), manner);
    reader.fault(found->place, "format-version", message, "write 'unknot: 1'");
    return false;
}

} // namespace unknot
