// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with facts in them. A value comes from a person: it is escaped so that it can't become Markdown.
#include "unknot/walk.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

using Facts = std::map<std::string, Value, std::less<>>;

std::string escaped(std::string_view value)
{
    constexpr std::string_view special = "\\`*_{}[]()<>#+-.!|~&=";
    std::string text;
    for (const char c : value) {
        if (special.find(c) != std::string_view::npos) {
            text += '\\';
        }
        text += c == '\n' ? ' ' : c;
    }
    return text;
}

const Option* option_of(const Forest& forest, std::string_view fact, std::string_view value)
{
    for (const auto& entry : forest.trees) {
        for (const auto& node : entry.second.nodes) {
            const Option* option = node.fact == fact ? node.option(value) : nullptr;
            if (option != nullptr && !option->label.empty()) {
                return option;
            }
        }
    }
    return nullptr;
}

std::string shown(const Forest& forest, const std::string& fact, const Value& value, std::string_view language)
{
    if (value.type == FactType::choice) {
        const Option* option = option_of(forest, fact, value.text);
        return option != nullptr ? option->label.in(language) : escaped(value.text);
    }
    if (value.type == FactType::list) {
        std::string list;
        for (const auto& item : value.items) {
            const Option* option = option_of(forest, fact, item);
            list += (list.empty() ? "" : ", ") + (option != nullptr ? option->label.in(language) : escaped(item));
        }
        return list;
    }
    return escaped(value.text);
}

} // namespace

std::string filled_in(const Forest& forest, const std::string& text, const Facts& facts, std::string_view language)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') {
            result += text[at];
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == '{') {
            result += '{';
            ++at;
            continue;
        }
        const auto close = text.find('}', at);
        if (close == std::string::npos) {
            result += text.substr(at);
            break;
        }
        const std::string fact = text.substr(at + 1, close - at - 1);
        const auto known = facts.find(fact);
        result += known == facts.end() ? std::string("…") : shown(forest, fact, known->second, language);
        at = close;
    }
    return result;
}

std::string node_text(const Forest& forest, const Node& node, const Facts& facts, std::string_view language)
{
    if (node.steps.empty()) {
        return filled_in(forest, node.text.in(language), facts, language);
    }
    std::string list;
    for (std::size_t i = 0; i < node.steps.size(); ++i) {
        list += fmt::format("{}. {}\n", i + 1, filled_in(forest, node.steps[i].in(language), facts, language));
    }
    return list;
}

} // namespace unknot
