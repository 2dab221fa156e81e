// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one file, as it was read, and the lines of it that messages show.
#pragma once

#include "unknot/problem.hpp"

#include <string>
#include <string_view>

namespace unknot {

struct Source {
    std::string file;        // as messages name it
    std::string text;
    int lines_before = 0;    // lines of the file that stand before `text` (an article's body behind its front matter)
};

// The line of `source` that `place` is in, without its line break; empty when there is none.
std::string_view line_at(const Source& source, const Place& place);

// A Problem at a place in a source, with its line filled in.
Problem problem_at(const Source& source, const Place& place, std::string code, std::string message, std::string hint = {});

} // namespace unknot
