// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_choices.hpp"

#include "language.hpp"
#include "unknot/answer.hpp"
#include "unknot/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

std::string plain_label(const WalkState& state, const std::string& written, std::string_view language)
{
    std::string text = written;
    if (text.find('{') != std::string::npos) {
        const Forest alone{state.tree->id, {{state.tree->id, *state.tree}}};
        text = filled_in(alone, text, state.facts, language);
    }
    std::string plain = markdown_to_plain(text);
    while (!plain.empty() && plain.back() == '\n') {
        plain.pop_back();
    }
    std::replace(plain.begin(), plain.end(), '\n', ' ');
    return plain.empty() ? text : plain;
}

std::vector<Choice> listed(const WalkState& state, std::string_view language)
{
    switch (state.node->kind) {
    case NodeKind::yesno:
    case NodeKind::probe: return {{"yes", _("yes")}, {"no", _("no")}};
    case NodeKind::fix: return {{"solved", _("yes, it is solved")}, {"not_solved", _("no")}};
    case NodeKind::choice:
    case NodeKind::several: break;
    default: return {};
    }
    std::vector<Choice> choices;
    for (const auto& option : state.node->options) {
        choices.push_back({option.value, plain_label(state, option.label.in(language), language)});
    }
    return choices;
}

const char* type_expectation(FactType type)
{
    switch (type) {
    case FactType::number: return _("a number like 60.5");
    case FactType::amount: return _("an amount like 60.5 EUR");
    case FactType::date: return _("a date like 2026-11-21");
    case FactType::duration: return _("a duration like 3d or 1w 3d 12h");
    case FactType::size: return _("a size like 2GB or 2GiB");
    case FactType::version: return _("a version like 1.2.3");
    case FactType::email: return _("an e-mail address like name@example.org");
    case FactType::url: return _("a web address like https://example.org");
    default: return _("a text");
    }
}

// The limits of the question and those of its fact.
std::vector<const Limits*> limits_of(const WalkState& state)
{
    std::vector<const Limits*> limits = {&state.node->input->limits};
    const auto fact = state.tree->facts.find(state.node->fact);
    if (fact != state.tree->facts.end()) {
        limits.push_back(&fact->second.limits);
    }
    return limits;
}

std::string at_least(const Value& min)
{
    return filled(_("{} or more"), {min.text});
}

std::string at_most(const Value& max)
{
    return filled(_("{} or less"), {max.text});
}

std::string broken_limit(const WalkState& state, const Value& value, std::string_view language)
{
    for (const Limits* limits : limits_of(state)) {
        if (limits->min && compare(value, *limits->min) == std::partial_ordering::less) {
            return at_least(*limits->min);
        }
        if (limits->max && compare(value, *limits->max) == std::partial_ordering::greater) {
            return at_most(*limits->max);
        }
        if (limits->pattern && !limits->pattern->matches_whole(value.text)) {
            const std::string& example = state.node->input->example.in(language);
            return example.empty() ? filled(_("a text that fits the pattern {}"), {limits->pattern->expression()})
                                   : filled(_("a text like {}"), {example});
        }
    }
    return type_expectation(state.node->input->type);
}

std::string fitting_input(const WalkState& state, std::string_view line, std::string_view language)
{
    const Input& input = *state.node->input;
    if (!input.error.empty()) {
        return input.error.in(language);
    }
    const auto value = read_value(input.type, line);
    return value && !value->text.empty() ? broken_limit(state, *value, language) : type_expectation(input.type);
}

} // namespace

std::vector<Choice> choices_of(const WalkState& state, std::string_view language)
{
    auto choices = listed(state, language);
    const bool may_be_unknown = state.node->unknown.has_value() || state.node->kind == NodeKind::probe;
    if (may_be_unknown && !choices.empty()) {
        choices.push_back({std::string(unknown_answer), _("I don't know")});
    }
    return choices;
}

std::string label_of(const WalkState& state, const std::string& answer, std::string_view language)
{
    if (answer == unknown_answer) {
        return _("I don't know");
    }
    const auto values = state.node->kind == NodeKind::several ? read_value(FactType::list, answer) : std::nullopt;
    const auto choices = choices_of(state, language);
    std::vector<std::string> labels;
    for (const auto& value : values ? values->items : std::vector<std::string>{answer}) {
        const auto choice = std::find_if(choices.begin(), choices.end(), [&](const Choice& offered) { return offered.value == value; });
        labels.push_back(choice == choices.end() ? value : choice->label);
    }
    return fmt::format("{}", fmt::join(labels, ", "));
}

std::string input_expectation(const WalkState& state)
{
    std::vector<std::string> parts;
    if (state.node->input->type != FactType::text) {
        parts.emplace_back(type_expectation(state.node->input->type));
    }
    for (const Limits* limits : limits_of(state)) {
        if (limits->min) {
            parts.push_back(at_least(*limits->min));
        }
        if (limits->max) {
            parts.push_back(at_most(*limits->max));
        }
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string what_would_fit(const WalkState& state, std::string_view line, std::string_view language)
{
    if (state.node->input) {
        return fitting_input(state, line, language);
    }
    const std::string count = fmt::format("{}", choices_of(state, language).size());
    return state.node->kind == NodeKind::several ? filled(_("numbers from 1 to {}, separated by commas or spaces"), {count})
                                                 : filled(_("a number from 1 to {}, or the start of one answer"), {count});
}

} // namespace unknot
