// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a condition is what YAML made of the file: quotes are gone, '' is one quote, \" one character, and a line break
// with its indentation may have become one space. So an offset in the text is found in the file by walking both side by side:
// equal bytes step together, an escape of the quoted style takes two bytes of the file, and white space on one side matches
// any white space on the other. A block scalar begins at its '|' or '>', from where its first word is looked for.
//
// Whatever doesn't fit (other escapes, a text that is not from the file at all) ends the walk: a column that may be wrong is
// worse than the place where the condition begins.
#include "condition/position.hpp"

#include "unknot/utf8.hpp"
#include "value/characters.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace unknot {

namespace {

enum class Style { plain, single_quoted, double_quoted };

std::optional<std::size_t> byte_of(const Source& source, const Place& place)
{
    const std::string_view line = line_at(source, place);
    if (line.empty() || place.column < 1) {
        return std::nullopt;
    }
    std::size_t offset = 0;
    for (int column = 1; column < place.column && offset < line.size(); ++column) {
        offset += decode_at(line, offset).length;
    }
    return static_cast<std::size_t>(line.data() - source.text.data()) + offset;
}

std::size_t past_space(std::string_view text, std::size_t offset)
{
    while (offset < text.size() && is_space(text[offset])) {
        ++offset;
    }
    return offset;
}

std::size_t past_block_header(std::string_view file, std::size_t offset)
{
    if (offset < file.size() && (file[offset] == '|' || file[offset] == '>')) {
        return past_space(file, std::min(file.find('\n', offset), file.size()));
    }
    return offset;
}

Style style_at(std::string_view file, std::size_t offset)
{
    const char before = offset > 0 ? file[offset - 1] : ' ';
    if (before == '"') {
        return Style::double_quoted;
    }
    return before == '\'' ? Style::single_quoted : Style::plain;
}

bool is_escape(std::string_view file, std::size_t at, Style style)
{
    return (style == Style::double_quoted && file[at] == '\\') || (style == Style::single_quoted && file[at] == '\'');
}

std::optional<std::size_t> walk(std::string_view file, std::size_t at, std::string_view text, std::size_t offset)
{
    const Style style = style_at(file, at);
    for (std::size_t i = 0; i < offset;) {
        if (at >= file.size()) {
            return std::nullopt;
        }
        if (is_space(text[i]) && is_space(file[at])) {
            i = past_space(text, i);
            at = past_space(file, at);
            continue;
        }
        at += is_escape(file, at, style) ? 1 : 0;
        if (at >= file.size() || file[at] != text[i]) {
            return std::nullopt;
        }
        ++i;
        ++at;
    }
    return at;
}

Place moved(const Place& start, std::string_view file, std::size_t from, std::size_t to)
{
    const std::string_view between = file.substr(from, to - from);
    const auto breaks = static_cast<int>(std::count(between.begin(), between.end(), '\n'));
    if (breaks == 0) {
        return {start.file, start.line, start.column + static_cast<int>(count_points(between))};
    }
    const std::string_view last = between.substr(between.rfind('\n') + 1);
    return {start.file, start.line + breaks, static_cast<int>(count_points(last)) + 1};
}

} // namespace

Place place_of(const Source& source, const ConditionText& text, std::size_t offset)
{
    const auto begin = byte_of(source, text.place);
    if (!begin) {
        return text.place;
    }
    const std::size_t first = past_block_header(source.text, *begin);
    const auto found = walk(source.text, first, text.text, std::min(offset, text.text.size()));
    return found ? moved(text.place, source.text, *begin, *found) : text.place;
}

} // namespace unknot
