// SPDX-License-Identifier: GPL-3.0-or-later
// A case may have been saved before some of the edits and gone on after them, and nothing tells which of its events are how old.
// So a name is looked up only when the tree has it no more. Since a node and its options may be renamed in different edits, a value
// is looked up under every name that its node has had on the way.
#include "unknot/renaming.hpp"

#include "unknot/answer.hpp"
#include "unknot/script.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace unknot {

namespace {

using Names = std::vector<std::string>;

// The node's names from the one in the event to today's.
Names names_of_node(const Tree& tree, std::string name)
{
    Names names{std::move(name)};
    while (tree.find(names.back()) == nullptr && names.size() <= tree.renamed_nodes.size()) {
        const auto next = tree.renamed_nodes.find(names.back());
        if (next == tree.renamed_nodes.end()) {
            break;
        }
        names.push_back(next->second);
    }
    return names;
}

std::string next_value(const Tree& tree, const Names& names, const std::string& value)
{
    for (const auto& name : names) {
        const auto next = tree.renamed_options.find(name + '.' + value);
        if (next != tree.renamed_options.end()) {
            return next->second;
        }
    }
    return value;
}

std::string value_today(const Tree& tree, const Node& node, const Names& names, std::string value)
{
    for (std::size_t left = tree.renamed_options.size(); left > 0 && node.option(value) == nullptr && value != unknown_answer; --left) {
        value = next_value(tree, names, value);
    }
    return value;
}

std::string list_today(const Tree& tree, const Node& node, const Names& names, const std::string& text)
{
    const auto list = read_value(FactType::list, text);
    const bool all_there =
        !list || std::all_of(list->items.begin(), list->items.end(), [&](const std::string& item) { return node.option(item) != nullptr; });
    if (all_there) {
        return text;
    }
    std::string joined;
    for (const auto& item : list->items) {
        joined += (joined.empty() ? "" : ",") + value_today(tree, node, names, item);
    }
    return joined;
}

void rename_value(const Tree& tree, const Names& names, Event& event)
{
    const Node* node = tree.find(names.back());
    if (node == nullptr || event.masked) {
        return;
    }
    if (node->kind == NodeKind::choice) {
        event.value = value_today(tree, *node, names, event.value);
    } else if (node->kind == NodeKind::several) {
        event.value = list_today(tree, *node, names, event.value);
    }
}

void rename_at_node(const Forest& forest, Event& event)
{
    const Tree* tree = find_tree(forest, event.node);
    if (tree == nullptr) {
        return;
    }
    const auto slash = event.node.find('/');
    const Names names = names_of_node(*tree, slash == std::string::npos ? event.node : event.node.substr(slash + 1));
    if (names.size() > 1) {
        event.node = forest.key(tree->id, names.back());
    }
    if (event.kind == EventKind::answer) {
        rename_value(*tree, names, event);
    }
}

// A fact known beforehand goes by the name of the node that would have asked for it.
void rename_fact(const Forest& forest, Event& event)
{
    for (const auto& entry : forest.trees) {
        const Tree& tree = entry.second;
        const bool there = tree.facts.find(event.node) != tree.facts.end();
        const Names names = there ? Names{event.node} : names_of_node(tree, event.node);
        const Node* node = tree.find(names.back());
        if (node != nullptr && (node->fact == event.node || names.size() > 1)) {
            event.node = node->fact;
            rename_value(tree, names, event);
            return;
        }
    }
}

} // namespace

std::vector<Event> renamed(const Forest& forest, std::vector<Event> events)
{
    for (auto& event : events) {
        if (event.kind == EventKind::note || event.kind == EventKind::handoff) {
            continue;
        }
        if (event.kind == EventKind::fact) {
            rename_fact(forest, event);
        } else {
            rename_at_node(forest, event);
        }
    }
    return events;
}

} // namespace unknot
