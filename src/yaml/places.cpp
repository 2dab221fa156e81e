// SPDX-License-Identifier: GPL-3.0-or-later
// yaml-cpp's marks have columns in bytes, people count characters. Counting from the start of the line for each node would be
// quadratic: JSON texts often are one line, and a line may hold 50,000 nodes in a megabyte. So code points are counted once for
// every 256 bytes; a column is then the difference of two such counts and two short rests.
#include "yaml/places.hpp"

#include <algorithm>

namespace unknot::yaml {

namespace {

constexpr std::size_t step = 256;

std::size_t points_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

} // namespace

Places::Places(const Source& source) : text_(source.text), file_(source.file), lines_before_(source.lines_before), line_starts_{0}
{
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') {
            line_starts_.push_back(i + 1);
        }
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i <= text_.size(); i += step) {
        points_.push_back(count);
        count += points_in(text_.substr(i, step));
    }
}

std::size_t Places::points_before(std::size_t offset) const
{
    const std::size_t block = offset / step;
    return points_[block] + points_in(text_.substr(block * step, offset - block * step));
}

Place Places::at(std::size_t offset) const
{
    if (offset >= text_.size()) {
        const std::size_t last = text_.find_last_not_of(" \r\n");
        offset = last == std::string_view::npos ? 0 : last + 1;
    }
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t column = points_before(offset) - points_before(*(after - 1)) + 1;
    return {file_, lines_before_ + static_cast<int>(after - line_starts_.begin()), static_cast<int>(column)};
}

} // namespace unknot::yaml
