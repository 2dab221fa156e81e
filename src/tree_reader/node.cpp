// SPDX-License-Identifier: GPL-3.0-or-later
// One node: its one deciding key, then what that kind may hold. Every kind has a function of its own.
#include "tree_reader/node_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

constexpr std::string_view kind_keys[] = {"ask", "probe", "decide", "say", "fix", "call", "end"};

// `say` beside `end` is the end's text, not a kind.
bool decides(const YamlNode& node, std::string_view key)
{
    return node.find(key) != nullptr && !(key == "say" && node.find("end") != nullptr);
}

NodeKind question_kind(const YamlNode& node)
{
    if (node.find("options") != nullptr) {
        const YamlNode* many = node.find("many");
        return many != nullptr && many->text == "true" ? NodeKind::several : NodeKind::choice;
    }
    return node.find("input") != nullptr ? NodeKind::input : NodeKind::yesno;
}

Option read_option(const YamlEntry& entry, const NodeContext& context, NodeKind kind)
{
    Option option;
    option.value = entry.key.text;
    option.place = entry.key.place;
    MapReader reader(context.source, entry.value, fmt::format("option '{}'", option.value), context.problems);
    if (!is_option_value(option.value)) {
        reader.fault(
            option.place, "bad-option", fmt::format("expected lower-case letters, digits and _ as an option's value, found '{}'", option.value));
    } else if (option.value == "unknown") {
        reader.fault(option.place, "reserved-word", "'unknown' is reserved for \"I don't know\"", "use the node's 'unknown: NODE'");
    }
    option.label = read_text(reader, "label", Need::required);
    option.set = read_assignments(reader, context);
    if (kind == NodeKind::several) {
        option.only = reader.boolean("only").value_or(false);
    } else {
        option.to = read_target(reader, "to");
    }
    reader.finish();
    return option;
}

void read_ways_on(MapReader& reader, Node& node, const NodeContext& context)
{
    node.to = read_target(reader, "to");
    node.branches = read_branches(reader, "next", context);
    if (node.to && !node.branches.empty()) {
        reader.fault(node.place, "two-ways-on", fmt::format("node '{}' has both 'to' and 'next'", node.id), "keep one of them");
    }
}

// A target that is there but can't be read was told already.
void check_ways_on(MapReader& reader, const Node& node, const YamlNode& options)
{
    if (reader.has("to") || reader.has("next")) {
        return;
    }
    for (const auto& entry : options.entries) {
        const bool leads_on = node.kind == NodeKind::choice && entry.value.find("to") != nullptr;
        if (!leads_on) {
            reader.fault(entry.key.place, "no-target", fmt::format("option '{}' of node '{}' leads nowhere", entry.key.text, node.id),
                node.kind == NodeKind::choice ? "add 'to: NODE' to the option or to the node" : "add 'to: NODE' to the node");
        }
    }
}

void read_options(MapReader& reader, Node& node, const NodeContext& context)
{
    reader.boolean("many");
    read_ways_on(reader, node, context);
    const YamlNode* options = reader.map("options", Need::required);
    if (options == nullptr) {
        return;
    }
    for (const auto& entry : options->entries) {
        node.options.push_back(read_option(entry, context, node.kind));
    }
    if (options->entries.empty()) {
        reader.fault(options->place, "no-options", fmt::format("node '{}' has no options", node.id));
    }
    check_ways_on(reader, node, *options);
}

void read_yes_no(MapReader& reader, Node& node)
{
    for (const std::string_view key : {"yes", "no"}) {
        if (auto target = read_target(reader, key, Need::required)) {
            Option option;
            option.value = key;
            option.to = std::move(target);
            option.place = option.to->place;
            node.options.push_back(std::move(option));
        }
    }
}

void read_input(MapReader& reader, Node& node, const NodeContext& context)
{
    Input input;
    const YamlNode* type = reader.scalar("input", Need::required);
    const auto known = type == nullptr ? std::nullopt : fact_type(type->text);
    if (type != nullptr && (!known || *known == FactType::choice || *known == FactType::list || *known == FactType::yesno)) {
        reader.fault(type->place, "unknown-type", fmt::format("expected a type of input, found '{}'", type->text),
            "types are text, number, amount, date, duration, size, version, email, url");
    }
    input.type = known.value_or(FactType::text);
    input.limits = read_limits(reader, input.type);
    input.example = read_text(reader, "example");
    input.error = read_text(reader, "error");
    node.input = std::move(input);
    read_ways_on(reader, node, context);
    if (!reader.has("to") && !reader.has("next")) {
        reader.fault(node.place, "no-target", fmt::format("node '{}' leads nowhere", node.id), "add 'to: NODE'");
    }
}

void read_question(MapReader& reader, Node& node, const NodeContext& context)
{
    node.kind = question_kind(reader.node());
    node.text = read_text(reader, "ask", Need::required);
    node.why = read_text(reader, "why");
    node.confirm = reader.boolean("confirm").value_or(false);
    node.unknown = read_target(reader, "unknown");
    if (node.kind == NodeKind::input) {
        read_input(reader, node, context);
    } else if (node.kind == NodeKind::yesno) {
        read_yes_no(reader, node);
    } else {
        read_options(reader, node, context);
    }
}

void read_fix(MapReader& reader, Node& node)
{
    const YamlNode* fix = reader.required("fix");
    if (fix != nullptr && fix->kind == YamlNode::Kind::sequence) {
        for (const YamlNode* step : reader.scalars("fix")) {
            node.steps.emplace_back(step->text, step->place);
        }
        if (fix->items.empty()) {
            reader.fault(fix->place, "no-steps", fmt::format("node '{}' has no steps", node.id));
        }
    } else {
        node.text = read_text(reader, "fix");
    }
    node.why = read_text(reader, "why");
    node.verify = reader.text("verify").value_or("");
    node.tries = static_cast<int>(reader.integer("tries", 1, 100).value_or(1));
    if (auto solved = read_target(reader, "solved", Need::required)) {
        node.results.emplace_back("solved", *solved);
    }
    node.otherwise = read_target(reader, "else", Need::required);
}

void read_call(MapReader& reader, Node& node)
{
    const YamlNode* tree = reader.scalar("call", Need::required);
    node.call = tree == nullptr ? "" : tree->text;
    if (tree != nullptr && !is_pack_id(node.call)) {
        reader.fault(tree->place, "bad-target", fmt::format("expected a tree's id, found '{}'", node.call));
    }
    constexpr int classes = 5;
    for (int i = 0; i < classes; ++i) {
        const auto outcome = name(static_cast<OutcomeClass>(i));
        if (auto target = read_target(reader, outcome)) {
            node.results.emplace_back(outcome, *target);
        }
    }
    node.otherwise = read_target(reader, "else");
    if (!node.otherwise && node.results.size() < classes) {
        reader.fault(
            node.place, "missing-else", fmt::format("expected 'else' in node '{}': not every outcome has a target", node.id), "add 'else: NODE'");
    }
}

// PROVIDER/CHANNEL
bool names_channel(std::string_view text)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && is_pack_id(text.substr(0, slash)) && is_pack_id(text.substr(slash + 1));
}

void read_handoff(MapReader& reader, Node& node)
{
    const YamlNode* map = reader.map("handoff");
    if (map == nullptr) {
        return;
    }
    MapReader inner(reader.source(), *map, "a hand-off", reader.problems());
    HandOff handoff;
    handoff.place = map->place;
    constexpr std::string_view kinds[] = {"email", "chat", "phone", "form", "web", "community", "other"};
    if (const YamlNode* channel = inner.scalar("channel", Need::required)) {
        handoff.channel = channel->text;
        const bool kind = std::find(std::begin(kinds), std::end(kinds), handoff.channel) != std::end(kinds);
        if (!kind && !names_channel(handoff.channel)) {
            inner.fault(channel->place, "unknown-channel", fmt::format("expected a kind of channel or PROVIDER/CHANNEL, found '{}'", handoff.channel),
                "kinds are email, chat, phone, form, web, community, other");
        }
    }
    handoff.include = inner.words("include");
    handoff.require = inner.words("require");
    inner.finish();
    node.handoff = std::move(handoff);
}

void read_end(MapReader& reader, Node& node)
{
    if (const auto text = reader.one_of("end", {"resolved", "workaround", "unresolved", "escalate", "danger"}, Need::required)) {
        node.outcome = outcome_class(*text).value_or(OutcomeClass::unresolved);
    }
    node.text = read_text(reader, "say");
    for (const YamlNode* article : reader.scalars("articles")) {
        node.articles.push_back({article->text, article->place});
    }
    read_handoff(reader, node);
}

void read_by_kind(MapReader& reader, std::string_view key, Node& node, const NodeContext& context)
{
    if (key == "ask") {
        read_question(reader, node, context);
    } else if (key == "probe") {
        node.kind = NodeKind::probe;
        read_probe(reader, node, context);
    } else if (key == "decide") {
        node.kind = NodeKind::decide;
        node.branches = read_branches(reader, "decide", context);
    } else if (key == "say") {
        node.kind = NodeKind::say;
        node.text = read_text(reader, "say");
        node.to = read_target(reader, "to", Need::required);
    } else if (key == "fix") {
        node.kind = NodeKind::fix;
        read_fix(reader, node);
    } else if (key == "call") {
        node.kind = NodeKind::call;
        read_call(reader, node);
    } else {
        node.kind = NodeKind::end;
        read_end(reader, node);
    }
}

std::string read_saved_fact(MapReader& reader, const std::string& id)
{
    const YamlNode* save = reader.scalar("save");
    if (save != nullptr && !is_node_id(save->text)) {
        reader.fault(save->place, "bad-id", fmt::format("expected a fact's name like 'order_id', found '{}'", save->text));
    }
    return save == nullptr ? id : save->text;
}

bool sets_fact(NodeKind kind)
{
    return kind != NodeKind::decide && kind != NodeKind::say && kind != NodeKind::end;
}

} // namespace

std::string_view kind_key(const YamlNode& node)
{
    const auto* found = std::find_if(std::begin(kind_keys), std::end(kind_keys), [&](std::string_view key) { return decides(node, key); });
    return found == std::end(kind_keys) ? std::string_view() : *found;
}

Node read_node(const YamlEntry& entry, const NodeContext& context)
{
    Node node;
    node.id = entry.key.text;
    node.place = entry.key.place;
    MapReader reader(context.source, entry.value, fmt::format("node '{}'", node.id), context.problems);
    const auto deciding = std::count_if(std::begin(kind_keys), std::end(kind_keys), [&](std::string_view key) { return decides(entry.value, key); });
    if (deciding != 1) {
        if (entry.value.kind == YamlNode::Kind::map) {
            reader.fault(node.place, deciding == 0 ? "no-kind" : "two-kinds",
                fmt::format(
                    "expected one of ask, probe, decide, say, fix, call, end in node '{}', found {}", node.id, deciding == 0 ? "none" : "several"));
        }
        return node;
    }
    read_by_kind(reader, kind_key(entry.value), node, context);
    node.set = read_assignments(reader, context);
    node.forget = reader.words("forget");
    if (sets_fact(node.kind)) {
        node.fact = read_saved_fact(reader, node.id);
    }
    reader.finish();
    return node;
}

} // namespace unknot
