// SPDX-License-Identifier: GPL-3.0-or-later
// The fold starts at the tree's first node each time and asks the ledger, node by node, whether an answer or a probe's result is
// there. It stops where one is missing. Since nothing is carried over from an earlier fold, a correction undoes whatever the old
// answer had set, and going back is nothing but one answer less. Cost: one visit per node of the path.
#include "walk/folding.hpp"

#include "unknot/answer.hpp"
#include "unknot/graph.hpp"
#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

// Facts as conditions see them. Reading a value whose content was redacted is noted: the walk can't go on from there.
class KnownFacts : public FactView {
public:
    KnownFacts(const std::map<std::string, Value, std::less<>>& facts, const Value& today) : facts_(facts), today_(today) {}

    const Value* find(std::string_view fact) const override
    {
        const auto found = facts_.find(fact);
        seen_.insert_or_assign(std::string(fact), found == facts_.end() ? std::string() : found->second.text);
        if (found == facts_.end()) {
            return nullptr;
        }
        if (found->second.masked) {
            masked_ = found->first;
        }
        return &found->second;
    }

    bool knows(std::string_view fact) const override
    {
        const auto found = facts_.find(fact);
        seen_.insert_or_assign(std::string(fact), found == facts_.end() ? std::string() : found->second.text);
        return found != facts_.end();
    }

    Value today() const override { return today_; }
    const std::string& masked() const { return masked_; }
    const std::map<std::string, std::string>& seen() const { return seen_; }

private:
    const std::map<std::string, Value, std::less<>>& facts_;
    const Value& today_;
    mutable std::string masked_;
    mutable std::map<std::string, std::string> seen_;
};

Value choice_value(std::string text)
{
    Value value;
    value.type = FactType::choice;
    value.text = std::move(text);
    return value;
}

} // namespace

Folding::Folding(const Forest& forest, Ledger ledger, const WalkSettings& settings, const Supply& supply)
    : forest_(forest), ledger_(std::move(ledger)), settings_(settings), supply_(supply)
{
}

WalkState Folding::run()
{
    for (const auto& event : ledger_.facts()) {
        know_beforehand(event);
    }
    frames_.push_back({nullptr, nullptr, 0});
    begin_tree(forest_.tree(forest_.root));
    while (enter() == Next::go_on) {}
    return std::move(state_);
}

// A fact that was renamed or dropped since the case was saved is left out.
void Folding::know_beforehand(const Event& event)
{
    for (const auto& entry : forest_.trees) {
        const auto fact = entry.second.facts.find(event.node);
        if (fact == entry.second.facts.end()) {
            continue;
        }
        auto value = event.masked ? Value{fact->second.type, event.value, 0, {}, {}, true} : read_field(fact->second.type, event.value);
        if (value) {
            know(event.node, std::move(*value));
            state_.happenings.push_back({EventKind::fact, event.node, event.value, {}, event.masked});
        }
        return;
    }
}

void Folding::begin_tree(const Tree& tree)
{
    frames_.back().tree = &tree;
    node_ = tree.find(tree.start);
    for (const auto& entry : tree.facts) {
        const bool starts = entry.second.start && started_.insert(entry.first).second;
        if (starts && state_.facts.find(entry.first) == state_.facts.end()) {
            know(entry.first, *entry.second.start);
        }
    }
}

Folding::Next Folding::enter()
{
    if (++visits_[key_of(*node_)] > max_visits) {
        return stop(Standing::circling);
    }
    return visit();
}

Folding::Next Folding::visit()
{
    if (asks_a_person(node_->kind)) {
        return ask();
    }
    enter_sets();
    if (!masked_read_.empty()) {
        return stop(Standing::masked);
    }
    switch (node_->kind) {
    case NodeKind::probe: return run_probe();
    case NodeKind::decide: return decide();
    case NodeKind::say: return say();
    case NodeKind::fix: return fix();
    case NodeKind::call: return call();
    default: return end();
    }
}

Folding::Next Folding::decide()
{
    Step step = step_here();
    return follow_branches(step);
}

Folding::Next Folding::say()
{
    Step step = step_here();
    step.edges.push_back("to");
    state_.path.push_back(std::move(step));
    return go(*node_->to);
}

Folding::Next Folding::call()
{
    state_.path.push_back(step_here());
    frames_.push_back({nullptr, node_, state_.path.size() - 1});
    begin_tree(forest_.tree(node_->call));
    return Next::go_on;
}

Folding::Next Folding::end()
{
    Step step = step_here();
    step.answer = name(node_->outcome);
    state_.path.push_back(std::move(step));
    if (frames_.size() > 1) {
        return back_to_caller(*node_);
    }
    return stop(Standing::done);
}

Folding::Next Folding::back_to_caller(const Node& reached)
{
    const Frame frame = frames_.back();
    frames_.pop_back();
    node_ = frame.caller;
    const std::string outcome(name(reached.outcome));
    know(node_->fact, choice_value(outcome));
    Step& step = state_.path[frame.caller_step];
    step.answer = outcome;
    if (const Target* target = node_->result(outcome)) {
        step.edges.push_back(outcome);
        return go(*target);
    }
    step.edges.push_back("else");
    return go(*node_->otherwise);
}

Folding::Next Folding::go(const Target& target)
{
    if (target.leaves()) {
        begin_tree(forest_.tree(target.tree));
    } else {
        node_ = frames_.back().tree->find(target.node);
    }
    return Next::go_on;
}

Folding::Next Folding::follow_branches(Step& step)
{
    const KnownFacts facts(state_.facts, settings_.today);
    for (std::size_t i = 0; i < node_->branches.size(); ++i) {
        const Branch& branch = node_->branches[i];
        const bool taken = !branch.when || evaluate(*branch.when, facts) == Truth::yes;
        if (!facts.masked().empty()) {
            masked_read_ = facts.masked();
            return stop(Standing::masked);
        }
        if (taken) {
            step.edges.push_back(branch_name(*node_, i));
            step.because = facts.seen();
            if (node_->kind == NodeKind::decide) {
                step.answer = branch.to.leaves() ? '@' + branch.to.tree : branch.to.node;
            }
            state_.path.push_back(std::move(step));
            return go(branch.to);
        }
    }
    return stop(Standing::circling); // not reached: the reader closes every list with an `else`
}

void Folding::enter_sets()
{
    assign(node_->set);
    for (const auto& fact : node_->forget) {
        forget(fact);
    }
}

bool Folding::assign(const std::vector<Assignment>& assignments)
{
    for (const auto& assignment : assignments) {
        const KnownFacts facts(state_.facts, settings_.today);
        auto value = calculate(assignment.value, type_of(assignment.fact), facts);
        if (!facts.masked().empty()) {
            masked_read_ = facts.masked();
            return false;
        }
        if (value) {
            know(assignment.fact, std::move(*value));
        } else {
            state_.facts.erase(assignment.fact);
        }
    }
    return true;
}

// Whichever tree declares it: the reader saw to it that they agree.
FactType Folding::type_of(const std::string& fact) const
{
    for (const auto& entry : forest_.trees) {
        const auto declared = entry.second.facts.find(fact);
        if (declared != entry.second.facts.end()) {
            return declared->second.type;
        }
    }
    return FactType::text;
}

void Folding::forget(const std::string& fact)
{
    state_.facts.erase(fact);
    applied_.erase(fact);
}

void Folding::know(const std::string& fact, Value value)
{
    state_.facts.insert_or_assign(fact, std::move(value));
}

Folding::Next Folding::stop(Standing standing)
{
    state_.standing = standing;
    state_.tree = frames_.back().tree;
    state_.node = node_;
    state_.key = key_of(*node_);
    state_.text = node_text(forest_, *node_, state_.facts, settings_.language);
    state_.masked_fact = masked_read_;
    return Next::stop;
}

// Whether somebody had the event that this stop waits for; then it is in the ledger.
bool Folding::supplied()
{
    const auto event = supply_ ? supply_(state_) : std::nullopt;
    if (!event) {
        return false;
    }
    ledger_.take(*event);
    state_.probe = nullptr;
    state_.probe_key.clear();
    state_.probe_occurrence = 0;
    return true;
}

Step Folding::step_here() const
{
    Step step;
    step.key = key_of(*node_);
    step.tree = frames_.back().tree;
    step.node = node_;
    step.text = node_text(forest_, *node_, state_.facts, settings_.language);
    return step;
}

std::string Folding::key_of(const Node& node) const
{
    return forest_.key(frames_.back().tree->id, node.id);
}

} // namespace unknot
