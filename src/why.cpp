// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/why.hpp"

#include "unknot/graph.hpp"

#include <algorithm>

namespace unknot {

namespace {

// A text of several lines reads as one in a list.
std::string on_one_line(std::string text)
{
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

void explain_branch(const Step& step, Reason& reason)
{
    const auto& branches = step.node->branches;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (branch_name(*step.node, i) == reason.edge) {
            reason.condition = branches[i].when ? branches[i].when->text() : "else";
            reason.condition_place = branches[i].place;
            reason.because = step.because;
        }
    }
}

Reason reason_of(const Step& step)
{
    Reason reason;
    reason.node = step.key;
    reason.kind = step.node->kind;
    reason.text = on_one_line(step.text);
    reason.answer = step.answer.value_or("");
    reason.from = step.from;
    reason.edge = step.edges.empty() ? "" : step.edges.back();
    reason.place = step.node->place;
    explain_branch(step, reason);
    return reason;
}

} // namespace

std::vector<Reason> reasons(const WalkState& state)
{
    std::vector<Reason> all;
    all.reserve(state.path.size());
    for (const auto& step : state.path) {
        all.push_back(reason_of(step));
    }
    return all;
}

} // namespace unknot
