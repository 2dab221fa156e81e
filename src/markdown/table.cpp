// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/table.hpp"

#include "unknot/display.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr int gap = 2; // columns between two cells

using Widths = std::vector<int>;

void widen(Widths& widths, const std::vector<Cell>& row)
{
    if (widths.size() < row.size()) {
        widths.resize(row.size(), 1);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(row[i].text.text()));
    }
}

Widths column_widths(const Table& table)
{
    Widths widths;
    widen(widths, table.head);
    for (const auto& row : table.rows) {
        widen(widths, row);
    }
    return widths;
}

bool fits(const Widths& widths, int width)
{
    long total = -gap;
    for (const int column : widths) {
        total += column + gap;
    }
    return total <= width;
}

std::string blanks(int count)
{
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string padded(const Cell& cell, int width, Styling styling)
{
    const int free = width - display_width(cell.text.text());
    const int before = cell.align == Alignment::right ? free : cell.align == Alignment::center ? free / 2 : 0;
    return blanks(before) + cell.text.lines(width, styling).front() + blanks(free - before);
}

std::string without_trailing_blanks(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string row_line(const std::vector<Cell>& row, const Widths& widths, Styling styling)
{
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += (i == 0 ? "" : blanks(gap)) + padded(row[i], widths[i], styling);
    }
    return without_trailing_blanks(std::move(line));
}

std::string rule_line(const Widths& widths)
{
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        line += i == 0 ? "" : blanks(gap);
        for (int column = 0; column < widths[i]; ++column) {
            line += "─";
        }
    }
    return line;
}

// Lines until the budget is used up.
class Lines {
public:
    explicit Lines(std::size_t budget) : left_(budget) {}

    bool add(std::string line)
    {
        if (line.size() + 1 > left_) {
            left_ = 0;
            return false;
        }
        left_ -= line.size() + 1;
        lines_.push_back(std::move(line));
        return true;
    }

    bool empty() const { return lines_.empty(); }
    std::vector<std::string> take() { return std::move(lines_); }

private:
    std::size_t left_;
    std::vector<std::string> lines_;
};

std::vector<std::string> side_by_side(const Table& table, const Widths& widths, Styling styling, std::size_t budget)
{
    Lines lines(budget);
    bool room = lines.add(row_line(table.head, widths, styling)) && lines.add(rule_line(widths));
    for (std::size_t i = 0; room && i < table.rows.size(); ++i) {
        room = lines.add(row_line(table.rows[i], widths, styling));
    }
    return lines.take();
}

StyledText labelled(const Table& table, std::size_t column, const Cell& cell)
{
    StyledText text;
    if (column < table.head.size() && !table.head[column].text.empty()) {
        text.append(table.head[column].text.text() + ": ", Style{true, false, false});
    }
    text.append(cell.text.text(), Style());
    return text;
}

std::vector<std::string> one_below_the_other(const Table& table, int width, Styling styling, std::size_t budget)
{
    Lines lines(budget);
    bool room = true;
    for (const auto& row : table.rows) {
        room = room && (lines.empty() || lines.add(""));
        for (std::size_t column = 0; room && column < row.size(); ++column) {
            if (row[column].text.empty()) {
                continue;
            }
            for (auto& line : labelled(table, column, row[column]).lines(width, styling)) {
                room = room && lines.add(std::move(line));
            }
        }
    }
    return lines.take();
}

} // namespace

std::vector<std::string> table_lines(const Table& table, int width, Styling styling, std::size_t budget)
{
    const Widths widths = column_widths(table);
    return fits(widths, width) ? side_by_side(table, widths, styling, budget) : one_below_the_other(table, width, styling, budget);
}

} // namespace unknot
