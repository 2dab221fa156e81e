// SPDX-License-Identifier: GPL-3.0-or-later
// A condition as it was written, before anybody asked what its names mean.
#pragma once

#include "condition/operator.hpp"
#include "unknot/value.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Syntax {
    // `word` begins with a digit and can only be an option. A list stands in brackets.
    enum class Form { name, word, literal, text, list, operation };

    Form form = Form::name;
    Operator op = Operator::never;   // of an operation, known() and count() included
    std::string text;                // a name or word; a literal as written; the content of a quoted text
    std::optional<Value> value;      // of a literal
    std::vector<Syntax> operands;    // of an operation or list
    std::size_t begin = 0;           // in the condition's text, parentheses included
    std::size_t end = 0;
    std::size_t sign = 0;   // where the operator stands
    int depth = 1;
    bool enclosed = false;   // in parentheses
};

}   // namespace unknot
