// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph's text with what is bold, underlined or dim in it, and its lines. Private to the Markdown room.
#pragma once

#include "unknot/markdown.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct Style {
    bool bold = false;
    bool underline = false;
    bool dim = false;

    bool operator==(const Style&) const = default;
};

class StyledText {
public:
    // Sanitises: whatever comes in, nothing in here can steer a terminal.
    void append(std::string_view text, Style style);

    // A line break of the source: a space, but nothing between two Chinese characters.
    void append_soft_break();
    void append_hard_break();
    void clear();

    bool empty() const { return text_.empty(); }
    const std::string& text() const { return text_; }

    // At least one line; no line is wider than `width`.
    std::vector<std::string> lines(int width, Styling styling) const;

private:
    struct Run {
        std::size_t begin;
        std::size_t end;
        Style style;
    };

    void settle_soft_break(std::string_view next);
    std::string dressed(std::size_t begin, std::size_t end) const;

    std::string text_;
    std::vector<Run> runs_; // in order, without overlaps; what lies between is plain
    bool soft_break_ = false;
};

} // namespace unknot
