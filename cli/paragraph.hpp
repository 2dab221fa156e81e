// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences on standard output, broken at the terminal's width and not within a word.
#pragma once

#include <string_view>

namespace unknot {

// Each line of the text on lines of its own, set in by `indent` columns; what is broken off goes on below its beginning.
void print_paragraph(std::string_view text, int indent = 0);

} // namespace unknot
