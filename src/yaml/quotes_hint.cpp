// SPDX-License-Identifier: GPL-3.0-or-later
// The parser has given up here, so the value's bounds are guessed from the one line: inside of brackets it reaches from the last
// bracket, comma or ": " to the next comma or closing bracket; outside from the first "- " or ": " to the end of the line or its
// comment. A wrong guess costs nothing but a hint that does not fit.
#include "yaml/quotes_hint.hpp"

#include "unknot/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot::yaml {

namespace {

constexpr std::size_t most_points = 60;
constexpr auto npos = std::string_view::npos;

struct Line {
    std::string_view text;
    std::size_t column = 0;   // in bytes
};

Line line_around(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n", offset), text.size());
    return {text.substr(begin, end - begin), offset - begin};
}

bool is_in_flow(std::string_view before)
{
    const auto opened = std::count_if(before.begin(), before.end(), [](char byte) { return byte == '{' || byte == '['; });
    const auto closed = std::count_if(before.begin(), before.end(), [](char byte) { return byte == '}' || byte == ']'; });
    return opened > closed;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == npos ? std::string_view() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string_view value_in_flow(const Line& line)
{
    const std::string_view before = line.text.substr(0, line.column);
    const std::size_t bracket = before.find_last_of("{[,");
    const std::size_t colon = before.rfind(": ");
    std::size_t begin = bracket == npos ? 0 : bracket + 1;
    if (colon != npos && colon + 2 > begin) {
        begin = colon + 2;
    }
    const std::size_t end = line.text.find_first_of(",]}", line.column + 1);
    return trimmed(line.text.substr(begin, end == npos ? npos : end - begin));
}

std::string_view value_in_block(const Line& line)
{
    const std::size_t comment = line.text.find(" #", line.column);
    std::string_view value = trimmed(line.text.substr(0, comment));
    while (value.starts_with("- ")) {
        value = trimmed(value.substr(2));
    }
    const std::size_t colon = value.find(": ");
    return colon == npos ? value : trimmed(value.substr(colon + 2));
}

std::string single_quoted(std::string_view text)
{
    std::string quoted = "'";
    for (const char byte : text) {
        quoted.append(byte == '\'' ? 2 : 1, byte);
    }
    return quoted + "'";
}

} // namespace

std::string quotes_hint(std::string_view text, std::size_t offset)
{
    const Line line = line_around(text, std::min(offset, text.size()));
    const bool in_flow = is_in_flow(line.text.substr(0, line.column));
    const std::string_view value = in_flow ? value_in_flow(line) : value_in_block(line);
    const bool is_clear = !in_flow || value.find('"') == npos;
    const bool fits = is_clear && !value.empty() && shortened(value, most_points) == value;
    return fits ? fmt::format("put the text in quotes: {}", single_quoted(value)) : "put the text in quotes";
}

} // namespace unknot::yaml
