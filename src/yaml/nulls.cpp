// SPDX-License-Identifier: GPL-3.0-or-later
// Between the dash of an empty item and the parser's mark there is nothing but white space and comments. So the lines are looked at
// backwards; the first that holds something else is the dash's, and on it nothing but dashes, blanks and a comment can follow.
#include "yaml/nulls.hpp"

#include <algorithm>

namespace unknot::yaml {

namespace {

// A line up to its comment.
std::string_view without_comment(std::string_view line)
{
    return line.substr(0, line.find('#'));
}

} // namespace

bool is_null_word(std::string_view text, std::size_t mark)
{
    const std::string_view rest = text.substr(std::min(mark, text.size()));
    return rest.starts_with('~') || rest.starts_with("null") || rest.starts_with("Null") || rest.starts_with("NULL");
}

std::size_t item_begin(std::string_view text, std::size_t mark)
{
    if (is_null_word(text, mark)) {
        return mark;
    }
    std::size_t end = std::min(mark, text.size());
    while (true) {
        const std::size_t before = text.substr(0, end).rfind('\n');
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view line = without_comment(text.substr(begin, end - begin));
        const std::size_t last = line.find_last_not_of(" \r");
        if (last != std::string_view::npos) {
            return line[last] == '-' ? begin + last : mark;
        }
        if (begin == 0) {
            return mark;
        }
        end = begin - 1;
    }
}

} // namespace unknot::yaml
