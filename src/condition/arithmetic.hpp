// SPDX-License-Identifier: GPL-3.0-or-later
// What + - * / make of two values. Knows nothing of facts.
#pragma once

#include "condition/operator.hpp"
#include "unknot/value.hpp"

#include <optional>

namespace unknot {

// Nothing when the operator can't join the two types.
std::optional<FactType> result_type(Operator op, FactType left, FactType right);

// Nothing when the result is unknown: two currencies, a division by zero, a result that no number or calendar holds.
std::optional<Value> combined(Operator op, const Value& left, const Value& right);

bool has_sign(FactType type);

// Requires: has_sign(value.type).
Value negated(const Value& value);

}   // namespace unknot
