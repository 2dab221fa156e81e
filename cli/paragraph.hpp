// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences on standard output, broken at the terminal's width and not within a word.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// Each line of the text on lines of its own, set in by `indent` columns; what is broken off goes on below its beginning.
void print_paragraph(std::string_view text, int indent = 0);

// A cell of a table: the text, and blanks up to the column. A longer text stays as it is.
std::string padded(std::string_view text, int columns);

} // namespace unknot
