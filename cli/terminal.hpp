// SPDX-License-Identifier: GPL-3.0-or-later
// Every byte to standard output, and what the terminal can do. Text is sanitised on its way out; styles are our own SGR sequences.
#pragma once

#include "locations.hpp"
#include "unknot/markdown.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct TerminalSettings {
    Styling styling = Styling::plain;
    int width = 80;  // columns to wrap to: COLUMNS or the terminal's, at most 100; 80 where there is none
    int height = 24; // lines of the terminal
    int error_width = 0; // columns where standard error is a terminal, as wide as it is; 0 where it is none
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    std::string pager; // a command line; empty for none
};

// From the environment and what standard input and output are; TERM=dumb has no styles. Options, NO_COLOR and the pager are the caller's to add.
TerminalSettings look_at_terminal(const Environment& environment);

void set_terminal(const TerminalSettings& settings);
const TerminalSettings& terminal();

void print(std::string_view text); // as it is, sanitised
void print_line(std::string_view text = {});
void print_markdown(std::string_view markdown, int indent = 0);
void print_raw(std::string_view bytes); // not sanitised: JSON documents, NUL-separated ids, `--raw`

// Bold or dim once printed, where styles are on. Not one inside the other.
std::string strong(std::string_view text);
std::string faint(std::string_view text);

// A long text through the pager when standard output is a terminal and the lines don't fit; printed otherwise. Lines are those of render_markdown(),
// or texts with strong() and faint() parts.
void page(const std::vector<std::string>& lines);

// Flushes standard output. False when it could not be written (a full disk); a closed pipe ends the program quietly before.
bool flush_output();

} // namespace unknot
