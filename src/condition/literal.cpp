// SPDX-License-Identifier: GPL-3.0-or-later
// What is written beside a typed fact is read as that type says: a bare word beside a choice is an option, also where a fact
// has that name; a quoted text beside an amount is an amount; 1.2 beside a version is a version.
#include "condition/typing.hpp"

#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

const std::vector<std::string>& allowed(const Declaration& declaration)
{
    static const std::vector<std::string> yes_and_no = {"yes", "no"};
    return declaration.type == FactType::yesno && declaration.values.empty() ? yes_and_no : declaration.values;
}

std::string listed(const std::vector<std::string>& values)
{
    constexpr std::size_t most = 8;
    std::string text = values.size() > 1 ? "one of " : "";
    for (std::size_t i = 0; i < values.size() && i < most; ++i) {
        text += fmt::format("{}'{}'", i == 0 ? "" : ", ", values[i]);
    }
    return values.size() > most ? text + " …" : text;
}

bool is_quoted_or_bare(const Syntax& syntax)
{
    return is_bare(syntax) || syntax.form == Syntax::Form::text;
}

}   // namespace

ExpressionPointer Typing::beside(const Syntax& syntax, const Declaration& declaration)
{
    if (takes_options(declaration.type) && is_quoted_or_bare(syntax)) {
        return option(syntax, declaration);
    }
    if (declaration.type == FactType::list && syntax.form == Syntax::Form::list) {
        return options(syntax, declaration);
    }
    if (syntax.form == Syntax::Form::text) {
        return read_text(syntax, declaration.type);
    }
    const bool a_fact = vocabulary_.facts.count(syntax.text) > 0;
    if (declaration.type == FactType::version && is_bare(syntax) && !a_fact) {
        if (auto version = read_value(FactType::version, syntax.text)) {
            return constant(std::move(*version));
        }
    }
    const bool wants_text = declaration.type == FactType::text || declaration.type == FactType::email || declaration.type == FactType::url;
    if (wants_text && syntax.form == Syntax::Form::name && vocabulary_.lets.count(syntax.text) == 0) {
        return name(syntax, fmt::format("put a text in quotes: \"{}\"", syntax.text));
    }
    return expression(syntax);
}

ExpressionPointer Typing::option(const Syntax& syntax, const Declaration& declaration)
{
    const std::vector<std::string>& values = allowed(declaration);
    const auto offered = [&values](
                             const std::string& word) { return values.empty() || std::find(values.begin(), values.end(), word) != values.end(); };
    auto value = read_value(declaration.type, syntax.text);
    const bool is_list = declaration.type == FactType::list;
    if (value && (is_list ? std::all_of(value->items.begin(), value->items.end(), offered) : offered(value->text))) {
        return constant(std::move(*value));
    }
    const auto meant = faults_.wants_hints() ? nearest(syntax.text, values) : std::nullopt;
    faults_.add(syntax.begin, "unknown-option",
        fmt::format("expected {}, found {}", values.empty() ? std::string(expectation(declaration.type)) : listed(values), quoted(syntax)),
        meant ? fmt::format("did you mean '{}'?", *meant) : "");
    return nullptr;
}

ExpressionPointer Typing::options(const Syntax& list, const Declaration& declaration)
{
    std::string items;
    for (const Syntax& item : list.operands) {
        if (!is_quoted_or_bare(item)) {
            return clash(item, fmt::format("expected an option's value, found {}", quoted(item)));
        }
        const ExpressionPointer typed = option(item, {FactType::choice, declaration.values});
        if (!typed) {
            return nullptr;
        }
        items += (items.empty() ? "" : ", ") + typed->value.text;
    }
    auto value = read_value(FactType::list, items);
    return value ? constant(std::move(*value)) : nullptr;
}

ExpressionPointer Typing::read_text(const Syntax& syntax, FactType type)
{
    if (type == FactType::text) {
        Value text;
        text.text = syntax.text;
        return constant(std::move(text));
    }
    auto value = read_value(type, syntax.text);
    return value ? constant(std::move(*value)) : clash(syntax, fmt::format("expected {}, found {}", expectation(type), quoted(syntax)));
}

}   // namespace unknot
