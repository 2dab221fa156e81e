// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/expectation.hpp"

#include "unknot/answer.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/script.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

class FactsOfWalk : public FactView {
public:
    FactsOfWalk(const WalkState& walk, const Value& today) : walk_(walk), today_(today) {}

    const Value* find(std::string_view fact) const override
    {
        const auto found = walk_.facts.find(fact);
        return found == walk_.facts.end() ? nullptr : &found->second;
    }

    bool knows(std::string_view fact) const override { return find(fact) != nullptr; }
    Value today() const override { return today_; }

private:
    const WalkState& walk_;
    const Value& today_;
};

const Fact* declared_fact(const Forest& forest, const std::string& name)
{
    for (const auto& tree : forest.trees) {
        const auto found = tree.second.facts.find(name);
        if (found != tree.second.facts.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

// The root's own conditions come before those of trees that it reaches.
const Condition* let_condition(const Forest& forest, const std::string& name)
{
    const auto& own = forest.tree(forest.root).lets;
    if (const auto found = own.find(name); found != own.end()) {
        return &found->second;
    }
    for (const auto& tree : forest.trees) {
        const auto found = tree.second.lets.find(name);
        if (found != tree.second.lets.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

bool same_items(std::vector<std::string> a, std::vector<std::string> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

bool is_as_expected(const Fact& fact, const std::string& expected, const Value& found)
{
    if (found.text == expected) {
        return true;
    }
    const auto value = read_field(fact.type, expected);
    if (!value) {
        return false;
    }
    return fact.type == FactType::list ? same_items(value->items, found.items) : compare(*value, found) == 0;
}

std::string unmet_fact(const Fact& fact, const std::string& expected, const WalkState& walk)
{
    const auto found = walk.facts.find(fact.name);
    if (found == walk.facts.end()) {
        return expected == unknown_answer ? std::string() : fmt::format("expected the fact '{}' to be '{}', it is not known", fact.name, expected);
    }
    if (is_as_expected(fact, expected, found->second)) {
        return {};
    }
    return fmt::format("expected the fact '{}' to be '{}', found '{}'", fact.name, expected, found->second.text);
}

std::string unmet_condition(
    const std::string& name, const Condition& condition, const std::string& expected, const WalkState& walk, const Value& today)
{
    const Truth truth = evaluate(condition, FactsOfWalk(walk, today));
    const std::string_view found = truth == Truth::yes ? "true" : truth == Truth::no ? "false" : "unknown";
    const std::string_view wanted = expected == "yes" ? "true" : expected == "no" ? "false" : std::string_view(expected);
    return wanted == found ? std::string() : fmt::format("expected '{}' to be '{}', found '{}'", name, expected, found);
}

std::string unmet_facts(const Forest& forest, const Expectation& expect, const WalkState& walk, const Value& today)
{
    for (const auto& fact : expect.facts) {
        std::string unmet;
        if (const Fact* declared = declared_fact(forest, fact.first)) {
            unmet = unmet_fact(*declared, fact.second, walk);
        } else if (const Condition* condition = let_condition(forest, fact.first)) {
            unmet = unmet_condition(fact.first, *condition, fact.second, walk, today);
        } else {
            unmet = fmt::format("no fact or condition is named '{}'", fact.first);
        }
        if (!unmet.empty()) {
            return unmet;
        }
    }
    return {};
}

bool was_visited(const WalkState& walk, const std::string& key)
{
    return std::any_of(walk.path.begin(), walk.path.end(), [&](const Step& step) { return step.key == key; });
}

std::string unmet_way(const Forest& forest, const Expectation& expect, const WalkState& walk)
{
    for (const auto& node : expect.through) {
        if (!was_visited(walk, node_key(forest, node))) {
            return fmt::format("expected to come through '{}', it was not visited", node);
        }
    }
    for (const auto& node : expect.not_through) {
        if (was_visited(walk, node_key(forest, node))) {
            return fmt::format("expected not to come through '{}', it was visited", node);
        }
    }
    return {};
}

bool is_listed(const std::vector<std::string>& list, const std::string& name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

// What every hand-off takes along.
bool is_shared(const Forest& forest, const std::string& fact)
{
    return std::any_of(forest.trees.begin(), forest.trees.end(), [&](const auto& tree) {
        const auto found = tree.second.facts.find(fact);
        return found != tree.second.facts.end() && found->second.share;
    });
}

std::string unmet_handoff(const Forest& forest, const Expectation& expect, const Node& end, const std::string& key)
{
    if (!expect.handoff.empty() && !end.handoff) {
        return fmt::format("expected a hand-off with '{}', the end '{}' has none", expect.handoff.front(), key);
    }
    for (const auto& fact : expect.handoff) {
        if (!is_listed(end.handoff->include, fact) && !is_listed(end.handoff->require, fact) && !is_shared(forest, fact)) {
            return fmt::format("expected the hand-off of '{}' to include '{}', it does not", key, fact);
        }
    }
    return {};
}

std::string unmet_end(const Forest& forest, const Expectation& expect, const Step& last)
{
    if (!expect.end.empty() && node_key(forest, expect.end) != last.key) {
        return fmt::format("expected the end '{}', came to '{}'", expect.end, last.key);
    }
    const auto outcome = name(last.node->outcome);
    if (!expect.outcome.empty() && expect.outcome != outcome) {
        return fmt::format("expected the outcome '{}', found '{}' at '{}'", expect.outcome, outcome, last.key);
    }
    return unmet_handoff(forest, expect, *last.node, last.key);
}

} // namespace

std::string unmet_expectation(const Forest& forest, const Expectation& expect, const WalkState& walk, const Value& today)
{
    std::string unmet = unmet_end(forest, expect, walk.path.back());
    unmet = unmet.empty() ? unmet_way(forest, expect, walk) : unmet;
    return unmet.empty() ? unmet_facts(forest, expect, walk, today) : unmet;
}

} // namespace unknot
