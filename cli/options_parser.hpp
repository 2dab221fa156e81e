// SPDX-License-Identifier: GPL-3.0-or-later
// Words -> options taken and operands. The fence around CLI11 is options_parser.cpp.
#pragma once

#include "options_spec.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unknot {

enum class Extent {
    all_words,
    up_to_operand, // options end at the first operand: it and everything behind it are operands
};

// Hands each option's values to its `take`, in the order of the words, and returns the operands; `--` ends the options. Throws Failure for an option that is not in the table,
// with the nearest one, and for one without its value. `program` is how hints call the command: "unknot run".
std::vector<std::string> parse_words(
    const std::vector<OptionSpec>& options, std::vector<std::string> words, Extent extent, const std::string& program);

// Where the first operand from `from` on, or `--`, stands, as far as can be told without complaining: unknown options count as flags.
std::size_t first_operand(const std::vector<OptionSpec>& options, const std::vector<std::string>& words, std::size_t from);

} // namespace unknot
