// SPDX-License-Identifier: GPL-3.0-or-later
// The fold at nodes that ask a person.
#include "unknot/answer.hpp"
#include "walk/folding.hpp"

#include <algorithm>

namespace unknot {

Folding::Next Folding::ask()
{
    const bool forgets_itself = std::find(node_->forget.begin(), node_->forget.end(), node_->fact) != node_->forget.end();
    const auto known = state_.facts.find(node_->fact);
    const bool settled = known != state_.facts.end() && !forgets_itself && settles(*frames_.back().tree, *node_, known->second);
    if (settled && !node_->confirm) {
        return pass_over(known->second);
    }
    if (settled) {
        state_.proposal = known->second.text;
    }
    enter_sets();
    if (!masked_read_.empty()) {
        return stop(Standing::masked);
    }
    const int occurrence = asked_[key_of(*node_)]++;
    const AnswerSlot* slot = answer_here(occurrence);
    if (slot == nullptr) {
        return Next::stop;
    }
    if (slot->masked && node_->kind != NodeKind::input) {
        masked_read_ = node_->fact; // which way to go hangs on it
        return stop(Standing::masked);
    }
    return take_answer(*slot);
}

// The answer for this time that was given or is supplied, stands and fits; null when there is none and the walk stops to ask.
const AnswerSlot* Folding::answer_here(int occurrence)
{
    const std::string key = key_of(*node_);
    do {
        const AnswerSlot* slot = ledger_.answer(key, occurrence);
        const bool fits =
            slot != nullptr && (slot->masked ? asks_a_person(node_->kind) : read_answer(*frames_.back().tree, *node_, slot->value).fits());
        const bool withdrawn = slot != nullptr && slot->withdrawn;
        state_.rejected = slot == nullptr || fits || withdrawn ? "" : slot->value;
        if (fits && !withdrawn) {
            state_.proposal.reset();
            return slot;
        }
        if (slot != nullptr) {
            state_.proposal = fits && !slot->masked ? std::optional(slot->value) : std::nullopt;
        }
        state_.occurrence = occurrence;
        stop(Standing::asking);
    } while (supplied());
    return nullptr;
}

Folding::Next Folding::pass_over(const Value& known)
{
    const Value value = known;
    Step step = step_here();
    step.answer = value.text;
    step.from = StepOrigin::known;
    step.masked = value.masked;
    apply_options(*node_, value);
    return masked_read_.empty() ? go_on_from_question(step, node_->option(value.text)) : stop(Standing::masked);
}

Folding::Next Folding::take_answer(const AnswerSlot& slot)
{
    Step step = step_here();
    take_from(slot, asked_[step.key] - 1, step);
    if (slot.masked) {
        know(node_->fact, Value{node_->input->type, slot.value, 0, {}, {}, true});
        return go_on_from_question(step, nullptr);
    }
    const AnswerReading reading = read_answer(*frames_.back().tree, *node_, slot.value);
    if (reading.unknown) {
        forget(node_->fact);
        step.edges.push_back("unknown");
        state_.path.push_back(std::move(step));
        return go(*node_->unknown);
    }
    know(node_->fact, *reading.value);
    apply_options(*node_, *reading.value);
    return masked_read_.empty() ? go_on_from_question(step, node_->option(reading.value->text)) : stop(Standing::masked);
}

// In the file's order, whatever the order of the answer; each option once until the fact is forgotten.
void Folding::apply_options(const Node& node, const Value& value)
{
    for (const auto& option : node.options) {
        const bool chosen = value.type == FactType::list ? std::find(value.items.begin(), value.items.end(), option.value) != value.items.end()
                                                         : option.value == value.text;
        const bool settles = chosen && applied_[node.fact].insert(key_of(node) + ' ' + option.value).second;
        if (settles && !assign(option.set)) {
            return;
        }
    }
}

Folding::Next Folding::go_on_from_question(Step& step, const Option* option)
{
    if (node_->kind == NodeKind::several) {
        const auto known = state_.facts.find(node_->fact);
        step.edges = known == state_.facts.end() ? std::vector<std::string>() : known->second.items;
    } else if (option != nullptr) {
        step.edges.push_back(option->value);
        if (option->to) {
            state_.path.push_back(std::move(step));
            return go(*option->to);
        }
    }
    if (node_->to) {
        step.edges.push_back("to");
        state_.path.push_back(std::move(step));
        return go(*node_->to);
    }
    return follow_branches(step);
}

} // namespace unknot
