// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that say nothing, examples that their own question refuses, limits that nothing can keep.
#include "lint/material.hpp"

#include "lint/texts.hpp"
#include "unknot/answer.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

// Kinds that show a person something cannot do without a text.
bool lacks_text(const Node& node)
{
    switch (node.kind) {
    case NodeKind::choice:
    case NodeKind::several:
    case NodeKind::yesno:
    case NodeKind::input:
    case NodeKind::say: return node.text.empty();
    case NodeKind::fix: return node.text.empty() && node.steps.empty();
    default: return false;
    }
}

void check_empty(const Tree& tree, Report& report)
{
    if (tree.title.empty()) {
        report.error(report.place_of(tree.file, "title"), "empty-text", "expected a title, found an empty text");
    }
    for (const auto& node : tree.nodes) {
        if (lacks_text(node)) {
            report.error(node.place, "empty-text", fmt::format("expected a text in the node '{}', found an empty one", node.id));
        }
        const bool labelled = node.kind == NodeKind::choice || node.kind == NodeKind::several;
        for (const auto& option : node.options) {
            if (labelled && option.label.empty()) {
                report.error(option.place, "empty-text", fmt::format("expected a label for the option '{}', found an empty one", option.value));
            }
        }
    }
}

void check_limits(const Limits& limits, const Place& place, std::string_view owner, Report& report)
{
    if (limits.min && limits.max && compare(*limits.min, *limits.max) > 0) {
        report.error(place, "empty-range",
            fmt::format("expected 'min' of {} below its 'max' {}, found {}", owner, limits.max->text, limits.min->text), "swap the two");
    }
}

void check_example(const Tree& tree, const Node& node, Report& report)
{
    for (const auto& wording : wordings(node.input->example, tree.source_language)) {
        const auto reading = read_answer(tree, node, *wording.text);
        if (!reading.fits()) {
            report.warning(*wording.place, "bad-example",
                fmt::format("expected {} as an example for '{}', found '{}'", reading.expected, node.id, *wording.text),
                "give an example that the question would take");
        }
    }
}

void check_input(const Tree& tree, const Node& node, Report& report)
{
    check_limits(node.input->limits, node.place, fmt::format("the node '{}'", node.id), report);
    if (!node.input->example.empty()) {
        check_example(tree, node, report);
    }
}

} // namespace

void check_questions(const Material& material, Report& report)
{
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        check_empty(tree, report);
        for (const auto& fact : tree.facts) {
            check_limits(fact.second.limits, fact.second.place, fmt::format("the fact '{}'", fact.first), report);
        }
        for (const auto& node : tree.nodes) {
            if (node.input) {
                check_input(tree, node, report);
            }
        }
    }
}

} // namespace unknot
