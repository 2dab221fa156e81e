// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/typing.hpp"

#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

bool is_money(FactType type)
{
    return type == FactType::number || type == FactType::amount;
}

bool is_textual(FactType type)
{
    return type == FactType::text || type == FactType::email || type == FactType::url;
}

// What takes its type from the other side.
bool is_flexible(const Syntax& syntax)
{
    return syntax.form == Syntax::Form::text || (syntax.form == Syntax::Form::literal && syntax.value->type == FactType::number);
}

}   // namespace

ExpressionPointer Typing::comparison(const Syntax& syntax)
{
    switch (syntax.op) {
    case Operator::in: return membership(syntax);
    case Operator::contains: return containing(syntax);
    case Operator::matches: return pattern_match(syntax);
    default: return order(syntax);
    }
}

Typing::Sides Typing::sides(const Syntax& left, const Syntax& right)
{
    const bool swapped = is_flexible(left) && !is_flexible(right);
    const Syntax& leading = swapped ? right : left;
    const Syntax& following = swapped ? left : right;
    const ExpressionPointer first = value(leading);
    ExpressionPointer second = first ? beside(following, declaration_of(leading, *first)) : nullptr;
    if (second && !second->type) {
        second = value(following);
    }
    return swapped ? Sides{second, first} : Sides{first, second};
}

bool Typing::comparable(const Syntax& left, const Expression& a, const Syntax& right, const Expression& b)
{
    if (a.type == b.type || (is_money(*a.type) && is_money(*b.type))) {
        return true;
    }
    const bool unquoted = a.type == FactType::text && right.form == Syntax::Form::literal;
    clash(right, fmt::format("expected {} beside {}, found {}: {}", described(a.type), quoted(left), described(b.type), quoted(right)),
        unquoted ? fmt::format("put the text in quotes: \"{}\"", right.text) : "");
    return false;
}

ExpressionPointer Typing::order(const Syntax& syntax)
{
    const Syntax& left = syntax.operands.front();
    const Syntax& right = syntax.operands.back();
    const Sides typed = sides(left, right);
    if (!typed.first || !typed.second || !comparable(left, *typed.first, right, *typed.second)) {
        return nullptr;
    }
    if (needs_order(syntax.op) && !is_ordered(*typed.first->type)) {
        faults_.add(
            syntax.sign, "condition-type", fmt::format("expected '==' or '!=' beside {}, found '{}'", described(typed.first->type), sign(syntax.op)));
        return nullptr;
    }
    return operation(syntax.op, std::nullopt, {typed.first, typed.second});
}

ExpressionPointer Typing::membership(const Syntax& syntax)
{
    const Syntax& left = syntax.operands.front();
    const Syntax& list = syntax.operands.back();
    std::vector<ExpressionPointer> operands = {value(left)};
    if (!operands.front()) {
        return nullptr;
    }
    if (list.form != Syntax::Form::list || list.operands.empty()) {
        return clash(list, fmt::format("expected a list of values, found {}", quoted(list)));
    }
    const Declaration declaration = declaration_of(left, *operands.front());
    for (const Syntax& item : list.operands) {
        ExpressionPointer typed = beside(item, declaration);
        if (typed && !typed->type) {
            typed = value(item);
        }
        if (!typed || !comparable(left, *operands.front(), item, *typed)) {
            return nullptr;
        }
        operands.push_back(std::move(typed));
    }
    return operation(Operator::in, std::nullopt, std::move(operands));
}

ExpressionPointer Typing::containing(const Syntax& syntax)
{
    const Syntax& left = syntax.operands.front();
    const Syntax& right = syntax.operands.back();
    ExpressionPointer whole = value(left);
    if (!whole) {
        return nullptr;
    }
    if (is_textual(*whole->type)) {
        return part_of_text(right, std::move(whole));
    }
    if (whole->type != FactType::list) {
        return clash(left, fmt::format("expected a list or a text left of 'contains', found {}: {}", described(whole->type), quoted(left)));
    }
    if (!is_bare(right) && right.form != Syntax::Form::text) {
        return clash(right, fmt::format("expected an option's value, found {}", quoted(right)));
    }
    ExpressionPointer item = option(right, {FactType::choice, declaration_of(left, *whole).values});
    return item ? operation(Operator::contains, std::nullopt, {whole, item}) : nullptr;
}

ExpressionPointer Typing::part_of_text(const Syntax& syntax, ExpressionPointer left)
{
    ExpressionPointer part = beside(syntax, {FactType::text, {}});
    if (!part) {
        return nullptr;
    }
    if (!part->type || !is_textual(*part->type)) {
        return clash(syntax, fmt::format("expected a text right of 'contains', found {}: {}", described(part->type), quoted(syntax)),
            is_bare(syntax) ? fmt::format("put the text in quotes: \"{}\"", syntax.text) : "");
    }
    return operation(Operator::contains, std::nullopt, {std::move(left), std::move(part)});
}

ExpressionPointer Typing::pattern_match(const Syntax& syntax)
{
    const Syntax& left = syntax.operands.front();
    const Syntax& right = syntax.operands.back();
    ExpressionPointer text = value(left);
    if (!text) {
        return nullptr;
    }
    if (!is_textual(*text->type) && text->type != FactType::choice) {
        return clash(left, fmt::format("expected a text left of 'matches', found {}: {}", described(text->type), quoted(left)));
    }
    if (right.form != Syntax::Form::text) {
        return clash(right, fmt::format("expected a pattern in quotes, found {}", quoted(right)));
    }
    try {
        return matching(std::move(text), Pattern(right.text));
    } catch (const Failure& failure) {
        faults_.add(right.begin, "bad-pattern", fmt::format("expected a pattern (RE2), found {}: {}", quoted(right), failure.problem().message));
        return nullptr;
    }
}

}   // namespace unknot
