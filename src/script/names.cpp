// SPDX-License-Identifier: GPL-3.0-or-later
// From the names that scripts use to the nodes and facts of a forest.
#include "unknot/probe_kinds.hpp"
#include "unknot/script.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

std::vector<std::string> all_keys(const Forest& forest)
{
    std::vector<std::string> keys;
    for (const auto& entry : forest.trees) {
        for (const auto& node : entry.second.nodes) {
            keys.push_back(forest.key(entry.first, node.id));
        }
    }
    return keys;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates)
{
    const auto near = nearest(name, candidates);
    return near ? fmt::format("did you mean '{}'?", *near) : std::string();
}

std::pair<std::string_view, std::string_view> split_key(const Forest& forest, std::string_view key)
{
    const auto slash = key.find('/');
    return slash == std::string_view::npos ? std::pair<std::string_view, std::string_view>{forest.root, key}
                                           : std::pair<std::string_view, std::string_view>{key.substr(0, slash), key.substr(slash + 1)};
}

// Trees that share a fact may each offer values of their own.
Fact shared_fact(const Forest& forest, const std::string& name)
{
    Fact shared;
    std::vector<std::string> known;
    for (const auto& entry : forest.trees) {
        for (const auto& fact : entry.second.facts) {
            known.push_back(fact.first);
        }
        const auto fact = entry.second.facts.find(name);
        if (fact == entry.second.facts.end()) {
            continue;
        }
        if (shared.name.empty()) {
            shared = fact->second;
        }
        std::copy_if(fact->second.values.begin(), fact->second.values.end(), std::back_inserter(shared.values),
            [&](const std::string& value) { return std::find(shared.values.begin(), shared.values.end(), value) == shared.values.end(); });
    }
    if (shared.name.empty()) {
        throw Failure(fmt::format("no fact named '{}' in the tree '{}' or in those that it reaches", name, forest.root), did_you_mean(name, known));
    }
    return shared;
}

[[noreturn]] void refuse_fact(const std::string& name, const std::string& value, const std::string& expected)
{
    throw Failure(fmt::format("expected {} for the fact '{}', found '{}'", expected, name, value));
}

} // namespace

const Tree* find_tree(const Forest& forest, std::string_view key)
{
    const auto found = forest.trees.find(split_key(forest, key).first);
    return found == forest.trees.end() ? nullptr : &found->second;
}

const Node* find_node(const Forest& forest, std::string_view key)
{
    const Tree* tree = find_tree(forest, key);
    return tree == nullptr ? nullptr : tree->find(split_key(forest, key).second);
}

std::string node_key(const Forest& forest, std::string_view name)
{
    if (find_node(forest, name) != nullptr) {
        const auto parts = split_key(forest, name);
        return forest.key(parts.first, parts.second);
    }
    std::vector<std::string> found;
    for (const auto& entry : forest.trees) {
        if (entry.second.find(name) != nullptr) {
            found.push_back(forest.key(entry.first, name));
        }
    }
    if (found.empty()) {
        auto hint = did_you_mean(name, all_keys(forest));
        throw Failure(fmt::format("no node named '{}' in the tree '{}' or in those that it reaches", name, forest.root), std::move(hint));
    }
    if (found.size() > 1) {
        throw Failure(fmt::format("several trees have a node named '{}'", name), fmt::format("write '{}' or '{}'", found[0], found[1]));
    }
    return found.front();
}

Event fact_event(const Forest& forest, const std::string& name, const std::string& value)
{
    const Fact fact = shared_fact(forest, name);
    const auto read = read_field(fact.type, value);
    if (!read) {
        refuse_fact(name, value, std::string(expectation(fact.type)));
    }
    const std::vector<std::string> items = fact.type == FactType::choice ? std::vector<std::string>{read->text} : read->items;
    for (const auto& item : items) {
        const bool offered = fact.values.empty() || std::find(fact.values.begin(), fact.values.end(), item) != fact.values.end();
        if (!offered) {
            refuse_fact(name, item, fmt::format("one of {}", fmt::join(fact.values, ", ")));
        }
    }
    return {EventKind::fact, name, 0, read->text, {}, Origin::file, false, {}};
}

void add_answers(Script& script, const Forest& forest, const std::string& key, const std::vector<std::string>& values)
{
    auto& answers = script.answers[key];
    const Node* node = find_node(forest, key);
    if (node != nullptr && node->kind == NodeKind::several && !values.empty()) {
        answers.push_back(fmt::format("{}", fmt::join(values, ",")));
    } else {
        answers.insert(answers.end(), values.begin(), values.end());
    }
}

ProbeResult probe_result(const Forest& forest, const std::string& key, std::string_view text)
{
    const Node* node = find_node(forest, key);
    if (node == nullptr || node->kind != NodeKind::probe) {
        throw Failure(fmt::format("expected a probe, found the node '{}'", key));
    }
    ProbeResult result;
    auto comma = text.find(',');
    result.status = text.substr(0, comma);
    if (std::find(std::begin(probe_statuses), std::end(probe_statuses), result.status) == std::end(probe_statuses)) {
        throw Failure(fmt::format("expected one of ok, warn, fail, error, skipped for the probe '{}', found '{}'", key, result.status));
    }
    while (comma != std::string_view::npos) {
        text = text.substr(comma + 1);
        comma = text.find(',');
        const auto field = text.substr(0, comma);
        const auto equals = std::min(field.find('='), field.size());
        const std::string name(field.substr(0, equals));
        const auto& facts = find_tree(forest, key)->facts;
        const auto declared = facts.find(node->fact + '.' + name);
        if (equals == field.size() || declared == facts.end()) {
            throw Failure(fmt::format("the probe '{}' has no field '{}'", key, name));
        }
        const std::string value(field.substr(equals + 1));
        if (!read_field(declared->second.type, value)) {
            throw Failure(fmt::format("expected {} for the field '{}', found '{}'", expectation(declared->second.type), name, value));
        }
        result.fields[name] = value;
    }
    return result;
}

} // namespace unknot
