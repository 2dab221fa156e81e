// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/answer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

std::string joined_options(const Node& node)
{
    std::string list;
    for (const auto& option : node.options) {
        list += (list.empty() ? "" : ", ") + option.value;
    }
    return list;
}

AnswerReading misfit(std::string expected)
{
    return {false, std::nullopt, std::move(expected)};
}

AnswerReading one_of(const Node& node, std::string_view text)
{
    const Option* option = node.option(text);
    if (option == nullptr) {
        return misfit(fmt::format("one of {}{}", joined_options(node), node.unknown ? ", unknown" : ""));
    }
    Value value;
    value.type = node.kind == NodeKind::yesno ? FactType::yesno : FactType::choice;
    value.text = option->value;
    return {false, value, {}};
}

AnswerReading several(const Node& node, std::string_view text)
{
    auto value = read_value(FactType::list, text);
    const auto expected = fmt::format("some of {}, separated by commas", joined_options(node));
    if (!value || value->items.empty()) {
        return misfit(expected);
    }
    for (const auto& item : value->items) {
        const Option* option = node.option(item);
        if (option == nullptr || std::count(value->items.begin(), value->items.end(), item) > 1) {
            return misfit(expected);
        }
        if (option->only && value->items.size() > 1) {
            return misfit(fmt::format("'{}' alone, or others without it", item));
        }
    }
    return {false, std::move(value), {}};
}

// The first limit that a value breaks, in words; empty when it keeps all.
std::string broken_limit(const Limits& limits, const Value& value)
{
    if (limits.min && compare(value, *limits.min) == std::partial_ordering::less) {
        return fmt::format("{} or more", limits.min->text);
    }
    if (limits.max && compare(value, *limits.max) == std::partial_ordering::greater) {
        return fmt::format("{} or less", limits.max->text);
    }
    if (limits.pattern && !limits.pattern->matches_whole(value.text)) {
        return fmt::format("a text that fits the pattern {}", limits.pattern->expression());
    }
    return {};
}

AnswerReading typed(const Tree& tree, const Node& node, std::string_view text)
{
    auto value = read_value(node.input->type, text);
    if (!value || value->text.empty()) {
        return misfit(std::string(expectation(node.input->type)));
    }
    auto broken = broken_limit(node.input->limits, *value);
    const auto fact = tree.facts.find(node.fact);
    if (broken.empty() && fact != tree.facts.end()) {
        broken = broken_limit(fact->second.limits, *value);
    }
    return broken.empty() ? AnswerReading{false, std::move(value), {}} : misfit(broken);
}

AnswerReading word(std::string_view text, std::string_view first, std::string_view second)
{
    if (text != first && text != second) {
        return misfit(fmt::format("'{}' or '{}'", first, second));
    }
    Value value;
    value.type = FactType::choice;
    value.text = text;
    return {false, value, {}};
}

} // namespace

AnswerReading read_answer(const Tree& tree, const Node& node, std::string_view text)
{
    if (text == unknown_answer && (node.unknown || node.kind == NodeKind::probe)) {
        return {true, std::nullopt, {}};
    }
    switch (node.kind) {
    case NodeKind::choice:
    case NodeKind::yesno: return one_of(node, text);
    case NodeKind::several: return several(node, text);
    case NodeKind::input: return typed(tree, node, text);
    case NodeKind::fix: return word(text, "solved", "not_solved");
    case NodeKind::probe: return word(text, "yes", "no");
    default: return misfit("no answer: this node asks for none");
    }
}

bool settles(const Tree& tree, const Node& node, const Value& value)
{
    return value.masked ? node.kind == NodeKind::input : read_answer(tree, node, value.text).value.has_value();
}

} // namespace unknot
