// SPDX-License-Identifier: GPL-3.0-or-later
#include "paragraph.hpp"

#include "terminal.hpp"
#include "unknot/display.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot {

namespace {

constexpr int narrowest = 20; // columns; where less is left, the terminal breaks the line
constexpr int gap = 2;        // between a title and what stands behind it

void print_one(std::string_view line, int indent)
{
    const auto blanks = static_cast<int>(std::min(line.find_first_not_of(' '), line.size()));
    const int column = indent + blanks;
    const std::string before(static_cast<std::size_t>(column), ' ');
    for (const std::string& part : wrapped(line.substr(static_cast<std::size_t>(blanks)), std::max(terminal().width - column, narrowest))) {
        print_line(before + part);
    }
}

} // namespace

void print_paragraph(std::string_view text, int indent)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (line.empty()) {
            print_line();
        } else {
            print_one(line, indent);
        }
        at = end + 1;
    }
}

void print_aside(std::string_view text)
{
    for (const std::string& line : wrapped(text, terminal().width)) {
        print_line(faint(line));
    }
}

std::string padded(std::string_view text, int columns)
{
    return std::string(text) + std::string(static_cast<std::size_t>(std::max(columns - display_width(text), 0)), ' ');
}

void print_entry(std::string_view before, std::string_view title, TitleStyle style, std::string_view address)
{
    const bool may_break = terminal().output_is_terminal;
    const int width = std::max(terminal().width - display_width(before), narrowest);
    const std::vector<std::string> lines = may_break ? wrapped(title, width) : std::vector<std::string>{std::string(title)};
    const std::string behind = address.empty() ? std::string() : faint(address);
    const bool fits = !may_break || display_width(lines.back()) + gap + display_width(address) <= width;
    const std::string blanks(static_cast<std::size_t>(display_width(before)), ' ');
    std::string start(before);
    for (const std::string& line : lines) {
        const bool has_address = fits && !behind.empty() && &line == &lines.back();
        print_line(start + (style == TitleStyle::strong ? strong(line) : line) + (has_address ? std::string(gap, ' ') + behind : ""));
        start = blanks;
    }
    if (!fits && !behind.empty()) {
        print_line(blanks + behind);
    }
}

} // namespace unknot
