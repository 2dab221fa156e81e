// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown (CommonMark and tables) as lines for a terminal, as plain text for the index, and the links in it. The fence around md4c.
//
// Output is bounded whatever the input: beyond `markdown_max_output` it stops, with a note. Entities are decoded first and every control or bidi
// character is taken out afterwards, so nothing from a text can steer a terminal. The real target of a link is always shown.
#pragma once

#include "unknot/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t markdown_max_output = 1024 * 1024;

enum class Styling { plain, ansi }; // ansi: bold, underline and dim by SGR sequences of our own; meaning never hangs on them

// Wrapped to `width` columns, double-width characters counted as two; each line without its line break. Links of the pack
// (`article:ID`, `tree:ID`) are shown as `text (unknot show ID)`, a tree's with `run`.
std::vector<std::string> render_markdown(std::string_view markdown, int width, Styling styling);

// The words of a text without its marks, paragraphs separated by line breaks.
std::string markdown_to_plain(std::string_view markdown);

struct MarkdownLink {
    std::string target;
    int line = 0; // of the Markdown text, from 1; 0 when md4c could not tell
};

struct MarkdownFindings {
    std::vector<MarkdownLink> links;
    bool raw_html = false; // refused in packs
    int raw_html_line = 0; // of the first; 0 when md4c could not tell
};

MarkdownFindings inspect_markdown(std::string_view markdown);

} // namespace unknot
