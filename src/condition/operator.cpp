// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/operator.hpp"

namespace unknot {

std::string_view sign(Operator op)
{
    switch (op) {
    case Operator::any_of: return "or";
    case Operator::all_of: return "and";
    case Operator::negation: return "not";
    case Operator::equal: return "==";
    case Operator::not_equal: return "!=";
    case Operator::less: return "<";
    case Operator::less_equal: return "<=";
    case Operator::greater: return ">";
    case Operator::greater_equal: return ">=";
    case Operator::in: return "in";
    case Operator::contains: return "contains";
    case Operator::matches: return "matches";
    case Operator::add: return "+";
    case Operator::subtract:
    case Operator::minus: return "-";
    case Operator::multiply: return "*";
    case Operator::divide: return "/";
    default: return "";
    }
}

}   // namespace unknot
