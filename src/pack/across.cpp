// SPDX-License-Identifier: GPL-3.0-or-later
// A call waits for the end of the tree that it called, wherever that tree jumps on the way. So a call is part of a circle when its
// tree can be reached again from the called one, by calls or by jumps: each round would leave one more call waiting. A jump that
// nobody waits for may lead back as often as it likes; the walk's loop guard watches that.
#include "pack/across.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace unknot {

namespace {

class Across {
public:
    Across(const Drafts& drafts, const Forest& forest, Problems& problems) : drafts_(drafts), forest_(forest), problems_(problems) {}

    void check_types()
    {
        std::map<std::string_view, const Fact*> seen;
        for (const auto& entry : drafts_) {
            for (const auto& named : entry.second.facts) {
                const Fact& fact = named.second;
                const Fact& first = *seen.emplace(fact.name, &fact).first->second;
                if (first.type != fact.type) {
                    fault(entry.first, fact.place, "type-clash",
                        fmt::format(
                            "expected fact '{}' to be {}, as in {}, found {}", fact.name, name(first.type), first.place.file, name(fact.type)),
                        "trees that share a walk share their facts: rename one of the two");
                }
            }
        }
    }

    void check_node(const Tree& tree, const Node& node)
    {
        check_sets(tree, node.set);
        for (const auto& option : node.options) {
            check_sets(tree, option.set);
        }
        const Fact* started = asks_a_person(node.kind) ? started_elsewhere(tree, node.fact) : nullptr;
        if (started != nullptr) {
            fault(tree.id, node.place, "start-and-question",
                fmt::format("fact '{}' has a question here and a 'start' in {}, line {}", node.fact, started->place.file, started->place.line),
                "a fact that is set is never asked for");
        }
        if (!node.call.empty() && leads_back(node.call, tree.id)) {
            fault(tree.id, node.place, "call-cycle", fmt::format("calling '{}' leads back to '{}' before it returns", node.call, tree.id),
                fmt::format("go on there without return: to: '@{}'", node.call));
        }
    }

private:
    // Of facts that only other trees declare; a tree's reader looks after its own.
    void check_sets(const Tree& tree, const std::vector<Assignment>& assignments)
    {
        for (const auto& assignment : assignments) {
            if (tree.facts.find(assignment.fact) == tree.facts.end() && started_elsewhere(tree, assignment.fact) == nullptr) {
                fault(tree.id, assignment.place, "set-without-start", fmt::format("fact '{}' is set, but has no 'start'", assignment.fact),
                    "give it a 'start' under 'facts', and no question");
            }
        }
    }

    // The fact with its start, when another tree gives it one and this tree does not.
    const Fact* started_elsewhere(const Tree& tree, const std::string& fact) const
    {
        const auto own = tree.facts.find(fact);
        if (own != tree.facts.end() && own->second.start) {
            return nullptr;
        }
        for (const auto& entry : forest_.trees) {
            const auto found = entry.second.facts.find(fact);
            if (found != entry.second.facts.end() && found->second.start) {
                return &found->second;
            }
        }
        return nullptr;
    }

    bool leads_back(const std::string& from, const std::string& wanted) const
    {
        std::set<std::string> seen{from};
        std::vector<std::string> waiting{from};
        while (!waiting.empty() && seen.find(wanted) == seen.end()) {
            const auto draft = drafts_.find(waiting.back());
            waiting.pop_back();
            if (draft == drafts_.end()) {
                continue;
            }
            for (const auto& next : draft->second.reaches) {
                if (seen.insert(next.tree).second) {
                    waiting.push_back(next.tree);
                }
            }
        }
        return seen.find(wanted) != seen.end();
    }

    void fault(const std::string& tree, const Place& place, std::string code, std::string message, std::string hint)
    {
        problems_.push_back(problem_at(drafts_.find(tree)->second.source, place, std::move(code), std::move(message), std::move(hint)));
    }

    const Drafts& drafts_;
    const Forest& forest_;
    Problems& problems_;
};

} // namespace

void check_across(const Drafts& drafts, const Forest& forest, Problems& problems)
{
    Across across(drafts, forest, problems);
    across.check_types();
    for (const auto& entry : forest.trees) {
        for (const auto& node : entry.second.nodes) {
            across.check_node(entry.second, node);
        }
    }
}

} // namespace unknot
