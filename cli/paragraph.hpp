// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences on standard output, broken at the terminal's width and not within a word.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// Each line of the text on lines of its own, set in by `indent` columns; what is broken off goes on below its beginning.
void print_paragraph(std::string_view text, int indent = 0);

// A paragraph that is dim: what is said beside the matter.
void print_aside(std::string_view text);

// A cell of a table: the text, and blanks up to the column. A longer text stays as it is.
std::string padded(std::string_view text, int columns);

// An entry of a list: `before` is its number, id or blanks, `address` what it is asked for by, if that is to be said. On one line where that fits, and in
// a pipe, where lines may be of any length; else the title is broken below its beginning, and the address stays whole, for somebody may copy it.
enum class TitleStyle { plain, strong };
void print_entry(std::string_view before, std::string_view title, TitleStyle style, std::string_view address = {});

} // namespace unknot
