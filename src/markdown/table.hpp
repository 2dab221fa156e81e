// SPDX-License-Identifier: GPL-3.0-or-later
// A table of Markdown as lines. Private to the Markdown room.
#pragma once

#include "markdown/parse.hpp"
#include "markdown/styled_text.hpp"

#include <string>
#include <vector>

namespace unknot {

struct Cell {
    StyledText text;
    Alignment align = Alignment::left;
};

struct Table {
    std::vector<Cell> head;
    std::vector<std::vector<Cell>> rows;
};

// Columns side by side where that fits into `width`; else each row as lines of `head: cell`, rows apart by an empty line.
// Stops once the lines hold more than `budget` bytes.
std::vector<std::string> table_lines(const Table& table, int width, Styling styling, std::size_t budget);

} // namespace unknot
