// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that texts speak of and that nobody knows, and facts that are declared for nothing. (Conditions and hand-offs are the reader's business.)
#include "lint/material.hpp"

#include "lint/texts.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <set>

namespace unknot {

namespace {

using Names = std::set<std::string, std::less<>>;

Names facts_of(const Forest& forest)
{
    Names names;
    for (const auto& tree : forest.trees) {
        for (const auto& fact : tree.second.facts) {
            names.insert(fact.first);
        }
    }
    return names;
}

std::string nearest_fact(const std::string& name, const Names& facts)
{
    const std::vector<std::string> known(facts.begin(), facts.end());
    const auto near = nearest(name, known);
    return near ? fmt::format("did you mean '{}'?", *near) : std::string("declare it under 'facts'; a brace that is meant as such is '{{'");
}

struct Placeholders {
    std::vector<std::string> names;
    bool closed = true;
};

// The same reading as when the text is shown.
Placeholders placeholders(const std::string& text)
{
    Placeholders found;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        if (text.compare(at, 2, "{{") == 0) {
            ++at;
            continue;
        }
        const auto end = text.find('}', at);
        if (end == std::string::npos) {
            found.closed = false;
            return found;
        }
        found.names.push_back(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return found;
}

void check_placeholders(const Wording& wording, const Names& facts, Report& report)
{
    const Placeholders found = placeholders(*wording.text);
    for (const auto& name : found.names) {
        if (facts.find(name) == facts.end()) {
            report.error(*wording.place, "unknown-fact", fmt::format("this text shows '{{{}}}', which is no fact", name), nearest_fact(name, facts));
        }
    }
    if (!found.closed) {
        report.error(*wording.place, "unknown-fact", "expected '}' after '{', found the end of the text", "a brace that is meant as such is '{{'");
    }
}

void use_condition(const std::optional<Condition>& condition, Names& used)
{
    const auto mentions = condition ? condition->mentions() : std::vector<std::string>();
    used.insert(mentions.begin(), mentions.end());
}

void use_assignments(const std::vector<Assignment>& assignments, Names& used)
{
    for (const auto& assignment : assignments) {
        used.insert(assignment.fact);
        use_condition(assignment.value, used);
    }
}

void use_node(const Node& node, Names& used)
{
    used.insert(node.fact);
    used.insert(node.forget.begin(), node.forget.end());
    use_assignments(node.set, used);
    for (const auto& option : node.options) {
        use_assignments(option.set, used);
    }
    for (const auto& branch : node.branches) {
        use_condition(branch.when, used);
    }
    if (node.probe) {
        use_condition(node.probe->warn, used);
        use_condition(node.probe->fail, used);
    }
    if (node.handoff) {
        used.insert(node.handoff->include.begin(), node.handoff->include.end());
        used.insert(node.handoff->require.begin(), node.handoff->require.end());
    }
}

void use_tree(const Tree& tree, Names& used)
{
    for (const auto& condition : tree.lets) {
        use_condition(condition.second, used);
    }
    for (const auto& node : tree.nodes) {
        use_node(node, used);
    }
    for (const auto& use : texts_of(tree)) {
        for (const auto& wording : wordings(*use.text, tree.source_language)) {
            const auto found = placeholders(*wording.text);
            used.insert(found.names.begin(), found.names.end());
        }
    }
}

// What a tree declares may be used by any tree that shares a walk with it.
std::map<std::string, Names, std::less<>> uses_by_tree(const Material& material)
{
    std::map<std::string, Names, std::less<>> uses;
    for (const auto& forest : material.forests) {
        Names used;
        for (const auto& tree : forest.trees) {
            use_tree(tree.second, used);
        }
        for (const auto& tree : forest.trees) {
            uses[tree.first].insert(used.begin(), used.end());
        }
    }
    return uses;
}

Names needed_by_channels(const Material& material)
{
    Names needed;
    for (const auto& provider : material.providers) {
        for (const auto& channel : provider.channels) {
            needed.insert(channel.needed.begin(), channel.needed.end());
        }
    }
    return needed;
}

void check_unused(const Material& material, Report& report)
{
    const auto uses = uses_by_tree(material);
    const auto needed = needed_by_channels(material);
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        const Names& used = uses.find(tree.id)->second;
        for (const auto& entry : tree.facts) {
            const Fact& fact = entry.second;
            const bool is_used = fact.share || used.find(fact.name) != used.end() || needed.find(fact.name) != needed.end();
            if (fact.declared && !is_used) {
                report.warning(fact.place, "unused-fact", fmt::format("the fact '{}' is declared, but nothing sets, reads or shares it", fact.name),
                    "take it out");
            }
        }
    }
}

} // namespace

void check_facts(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        const Names facts = facts_of(forest);
        for (const auto& use : texts_of(tree)) {
            for (const auto& wording : use.role == TextRole::example ? std::vector<Wording>() : wordings(*use.text, tree.source_language)) {
                check_placeholders(wording, facts, report);
            }
        }
    }
    if (material.all_trees) {
        check_unused(material, report);
    }
}

} // namespace unknot
