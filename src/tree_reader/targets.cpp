// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts that nodes are made of: texts, targets, conditions, branches, assignments, limits.
#include "tree_reader/node_reader.hpp"

#include <fmt/format.h>

namespace unknot {

Text read_text(MapReader& reader, std::string_view key, Need need)
{
    const YamlNode* scalar = reader.scalar(key, need);
    return scalar == nullptr ? Text() : Text(scalar->text, scalar->place);
}

std::optional<Target> target_of(const YamlNode& scalar)
{
    const bool leaves = !scalar.text.empty() && scalar.text.front() == '@';
    const std::string id = leaves ? scalar.text.substr(1) : scalar.text;
    if (leaves ? !is_pack_id(id) : !is_node_id(id)) {
        return std::nullopt;
    }
    return leaves ? Target{id, {}, scalar.place} : Target{{}, id, scalar.place};
}

std::optional<Target> read_target(MapReader& reader, std::string_view key, Need need)
{
    const YamlNode* scalar = reader.scalar(key, need);
    if (scalar == nullptr) {
        return std::nullopt;
    }
    auto target = target_of(*scalar);
    if (!target) {
        reader.fault(scalar->place, "bad-target", fmt::format("expected a node id or '@tree', found '{}'", scalar->text));
    }
    return target;
}

std::optional<Condition> read_condition_at(const YamlNode& scalar, const NodeContext& context)
{
    return read_condition(context.source, {scalar.text, scalar.text_place}, context.vocabulary, context.problems);
}

std::vector<Assignment> read_assignments(MapReader& reader, const NodeContext& context)
{
    std::vector<Assignment> assignments;
    const YamlNode* map = reader.map("set");
    if (map == nullptr) {
        return assignments;
    }
    for (const auto& entry : map->entries) {
        const auto declared = context.vocabulary.facts.find(entry.key.text);
        if (declared == context.vocabulary.facts.end()) {
            reader.fault(entry.key.place, "unknown-fact", fmt::format("no fact named '{}' is declared", entry.key.text),
                fmt::format("declare it under 'facts' with a 'start'"));
            continue;
        }
        if (!expect_kind(context.source, entry.value, YamlNode::Kind::scalar, "a value", context.problems)) {
            continue;
        }
        auto value =
            read_assignment(context.source, {entry.value.text, entry.value.text_place}, declared->second, context.vocabulary, context.problems);
        if (value) {
            assignments.push_back({entry.key.text, std::move(*value), entry.key.place});
        }
    }
    return assignments;
}

namespace {

void read_branch(const YamlNode& item, bool last, const NodeContext& context, std::vector<Branch>& branches)
{
    MapReader branch(context.source, item, "a branch", context.problems);
    Branch result;
    result.place = item.place;
    if (branch.has("else")) {
        if (auto target = read_target(branch, "else")) {
            result.to = *target;
        }
        if (!last) {
            branch.fault(item.place, "else-not-last", "expected 'else' as the last branch, found branches behind it");
        }
    } else {
        const YamlNode* when = branch.scalar("when", Need::required);
        const auto target = read_target(branch, "to", Need::required);
        if (when == nullptr || !target) {
            branch.finish();
            return;
        }
        result.when = read_condition_at(*when, context);
        result.to = *target;
        if (!result.when) {
            branch.finish();
            return;
        }
    }
    branch.finish();
    branches.push_back(std::move(result));
}

} // namespace

std::vector<Branch> read_branches(MapReader& reader, std::string_view key, const NodeContext& context)
{
    std::vector<Branch> branches;
    const YamlNode* list = reader.list(key);
    if (list == nullptr) {
        return branches;
    }
    for (const auto& item : list->items) {
        read_branch(item, &item == &list->items.back(), context, branches);
    }
    const bool closed = !list->items.empty() && list->items.back().find("else") != nullptr;
    if (!closed) {
        reader.fault(
            list->place, "missing-else", fmt::format("expected '{}' to end with 'else', found none", key), "add '- {else: NODE}' as the last branch");
    }
    return branches;
}

namespace {

std::optional<Value> read_limit(MapReader& reader, std::string_view key, FactType type)
{
    const YamlNode* scalar = reader.scalar(key);
    if (scalar == nullptr) {
        return std::nullopt;
    }
    auto value = is_ordered(type) ? read_value(type, scalar->text) : std::nullopt;
    if (!value) {
        reader.fault(scalar->place, "wrong-value",
            is_ordered(type) ? fmt::format("expected {}, found '{}'", expectation(type), scalar->text)
                            : fmt::format("'{}' has no meaning for the type {}", key, name(type)));
    }
    return value;
}

} // namespace

Limits read_limits(MapReader& reader, FactType type)
{
    Limits limits;
    limits.min = read_limit(reader, "min", type);
    limits.max = read_limit(reader, "max", type);
    if (const YamlNode* pattern = reader.scalar("pattern")) {
        try {
            limits.pattern.emplace(pattern->text);
        } catch (const Failure& failure) {
            reader.fault(pattern->place, "bad-pattern", failure.problem().message, failure.problem().hint);
        }
    }
    return limits;
}

} // namespace unknot
