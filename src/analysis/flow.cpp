// SPDX-License-Identifier: GPL-3.0-or-later
// A walk of all walks: it carries, from node to node, the set of values that each fact may have by then, and joins the sets where ways meet.
// A node whose sets grew is visited again, until nothing grows any more; sets only grow and are finite, so this ends. It never
// leaves out what a walk could do: facts may be given beforehand, trees that are called may change whatever they like, and where
// nothing is sure, everything is possible. So an edge that is not taken here is taken by no walk.
#include "analysis/flow.hpp"

#include "analysis/steady_facts.hpp"
#include "analysis/trial.hpp"
#include "unknot/graph.hpp"

#include <algorithm>
#include <deque>

namespace unknot {

namespace {

class FlowReader {
public:
    explicit FlowReader(const Tree& tree) : tree_(tree), steady_(steady_facts(tree)) {}

    Flow run()
    {
        if (tree_.find(tree_.start) != nullptr) {
            arrive(tree_.start, at_the_start());
        }
        while (!waiting_.empty()) {
            const Node& node = tree_.at(waiting_.front());
            waiting_.pop_front();
            queued_.erase(node.id);
            flow_.visited.insert(node.id);
            visit(node);
        }
        return std::move(flow_);
    }

private:
    Knowledge at_the_start() const
    {
        Knowledge knowledge = ignorance(tree_);
        for (const auto& fact : steady_) {
            knowledge[fact].erase(std::string(not_known));
        }
        return knowledge;
    }

    void arrive(const std::string& id, const Knowledge& knowledge)
    {
        const auto known = arrivals_.find(id);
        if (known == arrivals_.end()) {
            arrivals_.emplace(id, knowledge);
        } else if (!join(known->second, knowledge)) {
            return;
        }
        if (queued_.insert(id).second) {
            waiting_.push_back(id);
        }
    }

    void take(const Node& node, std::string edge, const Target& to, const Knowledge& knowledge)
    {
        flow_.taken.emplace(node.id, std::move(edge));
        if (!to.leaves() && tree_.find(to.node) != nullptr) {
            arrive(to.node, knowledge);
        }
    }

    void visit(const Node& node)
    {
        const Knowledge before = arrivals_.find(node.id)->second;
        const Knowledge inside = entered(node, before);
        switch (node.kind) {
        case NodeKind::choice:
        case NodeKind::yesno: choice(node, before, inside); break;
        case NodeKind::several:
        case NodeKind::input: open_question(node, before, inside); break;
        case NodeKind::probe: probe(node, inside); break;
        case NodeKind::decide: branches(node, inside); break;
        case NodeKind::say: go_on(node, inside); break;
        case NodeKind::fix: fix(node, inside); break;
        case NodeKind::call: call(node); break;
        case NodeKind::end: break;
        }
    }

    // After the node's own `set` and `forget`.
    Knowledge entered(const Node& node, Knowledge knowledge) const
    {
        assign(node.set, knowledge);
        for (const auto& fact : node.forget) {
            know(knowledge, fact, {std::string(not_known)});
        }
        return knowledge;
    }

    void assign(const std::vector<Assignment>& assignments, Knowledge& knowledge) const
    {
        for (const auto& assignment : assignments) {
            const auto fact = tree_.facts.find(assignment.fact);
            if (fact == tree_.facts.end()) {
                continue;
            }
            Possible possible = anything(fact->second);
            if (steady_.find(assignment.fact) != steady_.end()) {
                possible.erase(std::string(not_known));
            }
            const auto constant = assignment.value.mentions().empty() ? calculate(assignment.value, fact->second.type, TrialFacts()) : std::nullopt;
            if (constant && is_finite(fact->second)) {
                possible = {constant->text};
            }
            know(knowledge, assignment.fact, std::move(possible));
        }
    }

    static void know(Knowledge& knowledge, const std::string& fact, Possible possible) { knowledge[fact] = std::move(possible); }

    Possible possible(const Knowledge& knowledge, const std::string& fact) const
    {
        const auto found = knowledge.find(fact);
        return found == knowledge.end() ? Possible{std::string(not_known), std::string(some_value)} : found->second;
    }

    void choice(const Node& node, const Knowledge& before, const Knowledge& inside)
    {
        const Possible known = possible(before, node.fact);
        const bool forgets_itself = std::find(node.forget.begin(), node.forget.end(), node.fact) != node.forget.end();
        const bool never_passed_over = node.confirm || forgets_itself;
        const bool is_asked =
            never_passed_over || std::any_of(known.begin(), known.end(), [&](const auto& value) { return node.option(value) == nullptr; });
        std::optional<Knowledge> undirected;
        for (const auto& option : node.options) {
            const bool passed_over = !never_passed_over && known.find(option.value) != known.end();
            if (!is_asked && !passed_over) {
                continue;
            }
            // Nothing is set twice when a question is passed over, so both must be thought of.
            Knowledge after = is_asked ? inside : before;
            if (passed_over) {
                join(after, before);
            }
            Knowledge set = after;
            assign(option.set, set);
            join(after, set);
            know(after, node.fact, {option.value});
            chosen(node, option, after, undirected);
        }
        if (undirected) {
            go_on(node, *undirected);
        }
        if (is_asked) {
            unknown(node, inside);
        }
    }

    void chosen(const Node& node, const Option& option, const Knowledge& after, std::optional<Knowledge>& undirected)
    {
        if (option.to) {
            take(node, option.value, *option.to, after);
            return;
        }
        flow_.taken.emplace(node.id, option.value);
        if (undirected) {
            join(*undirected, after);
        } else {
            undirected = after;
        }
    }

    // A list or something typed: whatever is known may not fit the node, so it may always be asked.
    void open_question(const Node& node, const Knowledge& before, const Knowledge& inside)
    {
        Knowledge after = inside;
        join(after, before);
        for (const auto& option : node.options) {
            flow_.taken.emplace(node.id, option.value);
            Knowledge set = after;
            assign(option.set, set);
            join(after, set);
        }
        know(after, node.fact, {std::string(some_value)});
        go_on(node, after);
        unknown(node, inside);
    }

    void unknown(const Node& node, Knowledge knowledge)
    {
        if (node.unknown) {
            know(knowledge, node.fact, {std::string(not_known)});
            take(node, "unknown", *node.unknown, knowledge);
        }
    }

    void go_on(const Node& node, const Knowledge& knowledge)
    {
        if (node.to) {
            take(node, "to", *node.to, knowledge);
        } else {
            branches(node, knowledge);
        }
    }

    void branches(const Node& node, const Knowledge& knowledge)
    {
        const auto seen = flow_.before_branches.emplace(node.id, knowledge);
        if (!seen.second) {
            join(seen.first->second, knowledge);
        }
        const auto taken = try_out(tree_, node.branches, knowledge);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i]) {
                take(node, branch_name(node, i), node.branches[i].to, *taken[i]);
            }
        }
    }

    void forget_fields(const std::string& fact, Knowledge& knowledge) const
    {
        const std::string prefix = fact + '.';
        for (auto entry = tree_.facts.lower_bound(prefix); entry != tree_.facts.end() && entry->first.rfind(prefix, 0) == 0; ++entry) {
            know(knowledge, entry->first, anything(entry->second));
        }
    }

    // `else` is for what could not be run, and for every status without a target.
    void probe(const Node& node, Knowledge knowledge)
    {
        forget_fields(node.fact, knowledge);
        Possible rest = {"error", "skipped"};
        for (const std::string status : {"ok", "warn", "fail"}) {
            if (const Target* target = node.result(status)) {
                know(knowledge, node.fact, {status});
                take(node, status, *target, knowledge);
            } else {
                rest.insert(status);
            }
        }
        if (node.otherwise) {
            know(knowledge, node.fact, std::move(rest));
            take(node, "else", *node.otherwise, knowledge);
        }
    }

    void fix(const Node& node, Knowledge knowledge)
    {
        if (const Node* probe = node.verify.empty() ? nullptr : tree_.find(node.verify)) {
            forget_fields(probe->fact, knowledge);
            know(knowledge, probe->fact, {"ok", "warn", "fail", "error", "skipped"});
        }
        if (const Target* solved = node.result("solved")) {
            know(knowledge, node.fact, {"solved"});
            take(node, "solved", *solved, knowledge);
        }
        if (node.otherwise) {
            know(knowledge, node.fact, {"not_solved"});
            take(node, "else", *node.otherwise, knowledge);
        }
    }

    void call(const Node& node)
    {
        Knowledge knowledge = ignorance(tree_);
        constexpr std::string_view classes[] = {"resolved", "workaround", "unresolved", "escalate", "danger"};
        Possible rest;
        for (const auto outcome : classes) {
            if (const Target* target = node.result(outcome)) {
                know(knowledge, node.fact, {std::string(outcome)});
                take(node, std::string(outcome), *target, knowledge);
            } else {
                rest.emplace(outcome);
            }
        }
        if (node.otherwise && !rest.empty()) {
            know(knowledge, node.fact, std::move(rest));
            take(node, "else", *node.otherwise, knowledge);
        }
    }

    const Tree& tree_;
    std::set<std::string, std::less<>> steady_;
    Flow flow_;
    std::map<std::string, Knowledge, std::less<>> arrivals_;
    std::deque<std::string> waiting_;
    std::set<std::string, std::less<>> queued_;
};

} // namespace

Flow flow_through(const Tree& tree)
{
    return FlowReader(tree).run();
}

} // namespace unknot
