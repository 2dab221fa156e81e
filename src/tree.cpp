// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/tree.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 10> kind_names = {"choice", "several", "yesno", "input", "probe", "decide", "say", "fix", "call", "end"};
constexpr std::array<std::string_view, 5> outcome_names = {"resolved", "workaround", "unresolved", "escalate", "danger"};

} // namespace

std::string_view name(NodeKind kind)
{
    return kind_names[static_cast<std::size_t>(kind)];
}

bool asks_a_person(NodeKind kind)
{
    return kind == NodeKind::choice || kind == NodeKind::several || kind == NodeKind::yesno || kind == NodeKind::input;
}

std::string_view name(OutcomeClass outcome)
{
    return outcome_names[static_cast<std::size_t>(outcome)];
}

std::optional<OutcomeClass> outcome_class(std::string_view name)
{
    const auto found = std::find(outcome_names.begin(), outcome_names.end(), name);
    if (found == outcome_names.end()) {
        return std::nullopt;
    }
    return static_cast<OutcomeClass>(found - outcome_names.begin());
}

const Target* Node::result(std::string_view name) const
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const auto& entry) { return entry.first == name; });
    return found == results.end() ? nullptr : &found->second;
}

const Option* Node::option(std::string_view value) const
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& entry) { return entry.value == value; });
    return found == options.end() ? nullptr : &*found;
}

const Node* Tree::find(std::string_view node) const
{
    const auto found = index.find(node);
    return found == index.end() ? nullptr : &nodes[found->second];
}

const Node& Tree::at(std::string_view node) const
{
    const Node* found = find(node);
    assert(found != nullptr);
    return *found;
}

const Tree& Forest::tree(std::string_view id) const
{
    const auto found = trees.find(id);
    assert(found != trees.end());
    return found->second;
}

std::string Forest::key(std::string_view tree, std::string_view node) const
{
    return tree == root ? std::string(node) : std::string(tree) + '/' + std::string(node);
}

} // namespace unknot
