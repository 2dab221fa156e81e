// SPDX-License-Identifier: GPL-3.0-or-later
// The fold at nodes that the machine may answer: probes, and fixes that a probe verifies.
#include "unknot/answer.hpp"
#include "unknot/probe_kinds.hpp"
#include "walk/folding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

Value status_value(const std::string& status)
{
    Value value;
    value.type = FactType::choice;
    value.text = status;
    return value;
}

bool could_not_run(const std::string& status)
{
    return status == "error" || status == "skipped";
}

} // namespace

// Somebody who goes back and comes forward again may have mended something meanwhile: what was measured before that tells nothing of now.
const ProbeSlot* Folding::fresh_result(const std::string& key, int run) const
{
    const ProbeSlot* slot = ledger_.probe(key, run);
    return slot != nullptr && (slot->doubted || slot->measured > came_back_) ? slot : nullptr;
}

// The status of the probe's next run; nothing when it must be run first.
std::optional<std::string> Folding::probe_status(const Node& probe)
{
    const std::string key = key_of(probe);
    const int run = probed_[key]++;
    const ProbeSlot* slot = fresh_result(key, run);
    while (slot == nullptr) {
        state_.probe = &probe;
        state_.probe_key = key;
        state_.probe_occurrence = run;
        stop(Standing::probing);
        if (!supplied()) {
            return std::nullopt;
        }
        slot = fresh_result(key, run);
    }
    learn(probe, key, *slot);
    return slot->status;
}

// Status and fields become facts; those of an earlier run are gone.
void Folding::learn(const Node& probe, const std::string& key, const ProbeSlot& slot)
{
    state_.happenings.push_back({EventKind::probe, key, slot.status, slot.fields, false});
    const std::string prefix = probe.fact + '.';
    for (auto entry = state_.facts.lower_bound(prefix); entry != state_.facts.end() && entry->first.rfind(prefix, 0) == 0;) {
        entry = state_.facts.erase(entry);
    }
    know(probe.fact, status_value(slot.status));
    for (const auto& field : slot.fields) {
        const auto declared = frames_.back().tree->facts.find(prefix + field.first);
        if (declared != frames_.back().tree->facts.end()) {
            if (auto value = read_field(declared->second.type, field.second)) {
                know(declared->first, std::move(*value));
            }
        }
    }
}

Folding::Next Folding::run_probe()
{
    Step step = step_here();
    const auto status = probe_status(*node_);
    if (!status) {
        return Next::stop;
    }
    step.answer = *status;
    step.from = StepOrigin::probe;
    return could_not_run(*status) && !node_->text.empty() ? otherwise(std::move(step)) : probe_settled(std::move(step), *status);
}

Folding::Next Folding::probe_settled(Step step, const std::string& status)
{
    const Target* target = node_->result(status);
    step.edges.push_back(target == nullptr ? "else" : status);
    state_.path.push_back(std::move(step));
    return go(target == nullptr ? *node_->otherwise : *target);
}

// The machine could not tell: the person is asked in its place.
Folding::Next Folding::otherwise(Step step)
{
    const int occurrence = asked_[step.key]++;
    const AnswerSlot* slot = answer_here(occurrence);
    if (slot == nullptr) {
        return Next::stop;
    }
    take_from(*slot, occurrence, step);
    const AnswerReading reading = read_answer(*frames_.back().tree, *node_, slot->value);
    if (reading.unknown) {
        return probe_settled(std::move(step), "else");
    }
    const std::string status = reading.value->text == "yes" ? "ok" : "fail";
    know(node_->fact, status_value(status));
    return probe_settled(std::move(step), status);
}

Folding::Next Folding::fix()
{
    for (state_.attempt = 1; state_.attempt <= node_->tries; ++state_.attempt) {
        Step step = step_here();
        if (verified_by_probe(step) == Next::stop || (!step.answer && settled_by_person(step) == Next::stop)) {
            return Next::stop;
        }
        know(node_->fact, status_value(*step.answer));
        const bool solved = *step.answer == "solved";
        if (solved || state_.attempt == node_->tries) {
            step.edges.push_back(solved ? "solved" : "else");
        }
        state_.path.push_back(std::move(step));
        if (solved) {
            return go(*node_->result("solved"));
        }
    }
    return go(*node_->otherwise);
}

// Leaves the step without an answer when there is no probe, or when it could not run.
Folding::Next Folding::verified_by_probe(Step& step)
{
    if (node_->verify.empty()) {
        return Next::go_on;
    }
    const auto status = probe_status(frames_.back().tree->at(node_->verify));
    if (!status) {
        return Next::stop;
    }
    if (!could_not_run(*status)) {
        step.from = StepOrigin::probe;
        step.answer = *status == "ok" ? "solved" : "not_solved";
    }
    return Next::go_on;
}

Folding::Next Folding::settled_by_person(Step& step)
{
    const int occurrence = asked_[step.key]++;
    const AnswerSlot* slot = answer_here(occurrence);
    if (slot == nullptr) {
        return Next::stop;
    }
    take_from(*slot, occurrence, step);
    return Next::go_on;
}

// A step that was settled by what a person or a file said.
void Folding::take_from(const AnswerSlot& slot, int occurrence, Step& step)
{
    step.answer = slot.value;
    step.from = slot.origin == Origin::person ? StepOrigin::person : StepOrigin::file;
    step.occurrence = occurrence;
    step.masked = slot.masked;
    came_back_ = std::max(came_back_, slot.taken_back);
    state_.happenings.push_back({EventKind::answer, step.key, slot.value, {}, slot.masked});
}

} // namespace unknot
