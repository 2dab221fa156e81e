// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a condition.
#pragma once

#include "condition/faults.hpp"
#include "unknot/value.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Token {
    enum class Kind { end, name, word, literal, text, symbol };

    Kind kind = Kind::end;
    std::string text;             // as written; of a quoted text its content
    std::optional<Value> value;   // of a literal
    std::size_t begin = 0;
    std::size_t end = 0;
};

// A `word` begins with a digit and is no literal: only an option may be called so. The last token is the end.
// On a fault adds a Problem and returns nothing.
std::optional<std::vector<Token>> tokens_of(Faults& faults);

}   // namespace unknot
