// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/typing.hpp"

#include "condition/arithmetic.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace unknot {

namespace {

// How a fact of the type is made a condition.
std::string comparison_hint(const std::string& fact, const Declaration& declaration)
{
    const std::string option = declaration.values.empty() ? "…" : declaration.values.front();
    switch (declaration.type) {
    case FactType::choice: return fmt::format("compare it, as in '{} == {}'", fact, option);
    case FactType::list: return fmt::format("compare it, as in '{} contains {}'", fact, option);
    case FactType::date: return fmt::format("compare it, as in '{} < today'", fact);
    case FactType::duration: return fmt::format("compare it, as in '{} > 3d'", fact);
    case FactType::size: return fmt::format("compare it, as in '{} > 2GB'", fact);
    case FactType::version: return fmt::format("compare it, as in '{} >= 1.2.0'", fact);
    case FactType::number:
    case FactType::amount: return fmt::format("compare it, as in '{} > 0'", fact);
    default: return fmt::format("compare it, as in '{} contains \"…\"'", fact);
    }
}

}   // namespace

std::string_view described(std::optional<FactType> type)
{
    constexpr std::string_view words[] = {"a choice", "a list", "a yes/no value", "a text", "a number", "an amount", "a date", "a duration", "a size",
        "a version", "an email address", "a web address"};
    return type ? words[static_cast<std::size_t>(*type)] : "a condition";
}

bool takes_options(FactType type)
{
    return type == FactType::choice || type == FactType::list || type == FactType::yesno;
}

bool is_bare(const Syntax& syntax)
{
    return syntax.form == Syntax::Form::name || syntax.form == Syntax::Form::word || syntax.form == Syntax::Form::literal;
}

ExpressionPointer Typing::clash(const Syntax& syntax, std::string message, std::string hint)
{
    faults_.add(syntax.begin, "condition-type", std::move(message), std::move(hint));
    return nullptr;
}

std::string Typing::near(std::string_view word) const
{
    if (!faults_.wants_hints()) {
        return {};
    }
    std::vector<std::string> names = {"today"};
    std::transform(vocabulary_.facts.begin(), vocabulary_.facts.end(), std::back_inserter(names), [](const auto& fact) { return fact.first; });
    std::transform(vocabulary_.lets.begin(), vocabulary_.lets.end(), std::back_inserter(names), [](const auto& let) { return let.first; });
    const auto meant = nearest(word, names);
    return meant ? fmt::format("did you mean '{}'?", *meant) : "";
}

Declaration Typing::declaration_of(const Syntax& syntax, const Expression& typed) const
{
    const auto fact = vocabulary_.facts.find(syntax.text);
    if (typed.op == Operator::fact && fact != vocabulary_.facts.end()) {
        return fact->second;
    }
    return {typed.type.value_or(FactType::yesno), {}};
}

ExpressionPointer Typing::truth(const Syntax& syntax)
{
    ExpressionPointer typed = expression(syntax);
    if (!typed || !typed->type) {
        return typed;
    }
    if (typed->type == FactType::yesno && typed->op == Operator::fact) {
        return about_fact(Operator::is_yes, std::nullopt, typed->fact);
    }
    return clash(syntax, fmt::format("expected a condition, found {} alone: {}", described(typed->type), quoted(syntax)),
        typed->op == Operator::fact ? comparison_hint(typed->fact, declaration_of(syntax, *typed)) : "");
}

ExpressionPointer Typing::assigned(const Syntax& syntax, const Declaration& target)
{
    ExpressionPointer typed = beside(syntax, target);
    if (!typed) {
        return nullptr;
    }
    const bool fits = typed->type == target.type || (typed->type == FactType::number && target.type == FactType::amount)
                      || (!typed->type && target.type == FactType::yesno);
    return fits ? typed : clash(syntax, fmt::format("expected {}, found {}: {}", described(target.type), described(typed->type), quoted(syntax)));
}

ExpressionPointer Typing::expression(const Syntax& syntax)
{
    switch (syntax.form) {
    case Syntax::Form::name: return name(syntax);
    case Syntax::Form::literal: return constant(*syntax.value);
    case Syntax::Form::text: return read_text(syntax, FactType::text);
    case Syntax::Form::word: return clash(syntax, fmt::format("expected a number with a unit like 3d or 2GB, found {}", quoted(syntax)));
    case Syntax::Form::list: return clash(syntax, fmt::format("expected one value, found a list: {}", quoted(syntax)), "use 'in' before a list");
    case Syntax::Form::operation: return operation_of(syntax);
    }
    return nullptr;
}

ExpressionPointer Typing::operation_of(const Syntax& syntax)
{
    switch (syntax.op) {
    case Operator::known:
    case Operator::count: return function(syntax);
    case Operator::any_of:
    case Operator::all_of:
    case Operator::negation: return truths(syntax);
    case Operator::minus: return minus(syntax);
    default: return is_comparison(syntax.op) ? comparison(syntax) : arithmetic(syntax);
    }
}

ExpressionPointer Typing::value(const Syntax& syntax)
{
    ExpressionPointer typed = expression(syntax);
    if (typed && !typed->type) {
        const bool named = syntax.form == Syntax::Form::name;
        return clash(syntax, fmt::format("expected a value, found a condition: {}", quoted(syntax)),
            named ? fmt::format("write '{0}' alone or 'not {0}'", syntax.text) : "");
    }
    return typed;
}

ExpressionPointer Typing::name(const Syntax& syntax, const std::string& hint)
{
    if (syntax.text == "today") {
        return operation(Operator::today, FactType::date, {});
    }
    if (const auto fact = vocabulary_.facts.find(syntax.text); fact != vocabulary_.facts.end()) {
        return about_fact(Operator::fact, fact->second.type, fact->first);
    }
    if (const auto let = vocabulary_.lets.find(syntax.text); let != vocabulary_.lets.end()) {
        return let->second.shared_root();
    }
    std::string meant = near(syntax.text);
    faults_.add(
        syntax.begin, "unknown-fact", fmt::format("expected the name of a fact, found {}", quoted(syntax)), meant.empty() ? hint : std::move(meant));
    return nullptr;
}

ExpressionPointer Typing::function(const Syntax& syntax)
{
    const Syntax& argument = syntax.operands.front();
    const ExpressionPointer typed = name(argument);
    if (!typed) {
        return nullptr;
    }
    if (typed->op != Operator::fact || argument.text != typed->fact) {
        return clash(argument, fmt::format("expected a fact, found {}: {}", described(typed->type), quoted(argument)));
    }
    if (syntax.op == Operator::known) {
        return about_fact(Operator::known, std::nullopt, typed->fact);
    }
    if (typed->type != FactType::list) {
        return clash(argument, fmt::format("expected a list in count(), found {}: {}", described(typed->type), quoted(argument)));
    }
    return about_fact(Operator::count, FactType::number, typed->fact);
}

ExpressionPointer Typing::truths(const Syntax& syntax)
{
    std::vector<ExpressionPointer> operands;
    std::transform(syntax.operands.begin(), syntax.operands.end(), std::back_inserter(operands), [this](const Syntax& part) { return truth(part); });
    const bool all_typed = std::find(operands.begin(), operands.end(), nullptr) == operands.end();
    return all_typed ? operation(syntax.op, std::nullopt, std::move(operands)) : nullptr;
}

ExpressionPointer Typing::arithmetic(const Syntax& syntax)
{
    const Sides typed = sides(syntax.operands.front(), syntax.operands.back());
    const ExpressionPointer& left = typed.first;
    const ExpressionPointer& right = typed.second;
    if (!left || !right) {
        return nullptr;
    }
    const auto type = result_type(syntax.op, *left->type, *right->type);
    if (!type) {
        const Syntax& last = syntax.operands.back();
        const bool days = left->type == FactType::date && right->type == FactType::number && last.form == Syntax::Form::literal;
        faults_.add(syntax.sign, "condition-type",
            fmt::format("expected values that '{}' can join, found {} and {}", sign(syntax.op), described(left->type), described(right->type)),
            days ? fmt::format("give the number a unit: {}d", last.text) : "");
        return nullptr;
    }
    if (left->op == Operator::constant && right->op == Operator::constant) {
        if (auto known = combined(syntax.op, left->value, right->value)) {
            return constant(std::move(*known));
        }
    }
    return operation(syntax.op, type, {left, right});
}

ExpressionPointer Typing::minus(const Syntax& syntax)
{
    const Syntax& inner = syntax.operands.front();
    ExpressionPointer typed = value(inner);
    if (!typed) {
        return nullptr;
    }
    if (!has_sign(*typed->type)) {
        return clash(inner, fmt::format("expected a number behind '-', found {}: {}", described(typed->type), quoted(inner)));
    }
    return typed->op == Operator::constant ? constant(negated(typed->value)) : operation(Operator::minus, typed->type, {typed});
}

}   // namespace unknot
