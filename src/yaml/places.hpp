// SPDX-License-Identifier: GPL-3.0-or-later
// From byte offsets of one text to lines and columns in code points, quickly also where a line is very long.
#pragma once

#include "unknot/place.hpp"
#include "unknot/source.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::yaml {

class Places {
public:
    // The source must outlive this; its text must be valid UTF-8.
    explicit Places(const Source& source);

    // An offset at or behind the end is taken for the end of the last line that holds something.
    Place at(std::size_t offset) const;
    int line_of(std::size_t offset) const { return at(offset).line; }

private:
    std::size_t points_before(std::size_t offset) const;

    std::string_view text_;
    std::string file_;
    int lines_before_;
    std::vector<std::size_t> line_starts_;
    std::vector<std::size_t> points_;   // how many code points begin before each step-th byte
};

} // namespace unknot::yaml
