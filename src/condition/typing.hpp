// SPDX-License-Identifier: GPL-3.0-or-later
// Settles what the names of a condition mean and whether its types fit together.
#pragma once

#include "condition/expression.hpp"
#include "condition/faults.hpp"
#include "condition/syntax.hpp"

#include <optional>
#include <string>
#include <utility>

namespace unknot {

// "a number"; of no type: "a condition".
std::string_view described(std::optional<FactType> type);

// True for types beside which a bare word is an option's value.
bool takes_options(FactType type);

// True for what may be such a word.
bool is_bare(const Syntax& syntax);

// Every function adds a Problem and returns null when something doesn't fit.
class Typing {
public:
    Typing(const Vocabulary& vocabulary, Faults& faults) : vocabulary_(vocabulary), faults_(faults) {}

    ExpressionPointer truth(const Syntax& syntax);
    ExpressionPointer assigned(const Syntax& syntax, const Declaration& target);

private:
    using Sides = std::pair<ExpressionPointer, ExpressionPointer>;

    ExpressionPointer expression(const Syntax& syntax);
    ExpressionPointer operation_of(const Syntax& syntax);
    ExpressionPointer value(const Syntax& syntax);
    ExpressionPointer name(const Syntax& syntax, const std::string& hint = {});
    ExpressionPointer function(const Syntax& syntax);
    ExpressionPointer truths(const Syntax& syntax);
    ExpressionPointer arithmetic(const Syntax& syntax);
    ExpressionPointer minus(const Syntax& syntax);

    // src/condition/comparison.cpp
    ExpressionPointer comparison(const Syntax& syntax);
    ExpressionPointer order(const Syntax& syntax);
    ExpressionPointer membership(const Syntax& syntax);
    ExpressionPointer containing(const Syntax& syntax);
    ExpressionPointer part_of_text(const Syntax& syntax, ExpressionPointer left);
    ExpressionPointer pattern_match(const Syntax& syntax);
    Sides sides(const Syntax& left, const Syntax& right);
    bool comparable(const Syntax& left, const Expression& a, const Syntax& right, const Expression& b);

    // src/condition/literal.cpp
    ExpressionPointer beside(const Syntax& syntax, const Declaration& declaration);
    ExpressionPointer option(const Syntax& syntax, const Declaration& declaration);
    ExpressionPointer options(const Syntax& list, const Declaration& declaration);
    ExpressionPointer read_text(const Syntax& syntax, FactType type);

    Declaration declaration_of(const Syntax& syntax, const Expression& typed) const;
    ExpressionPointer clash(const Syntax& syntax, std::string message, std::string hint = {});
    std::string quoted(const Syntax& syntax) const { return faults_.quoted(syntax.begin, syntax.end); }
    std::string near(std::string_view word) const;

    const Vocabulary& vocabulary_;
    Faults& faults_;
};

}   // namespace unknot
