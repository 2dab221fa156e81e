// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/problem.hpp"

#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// What terminals draw two cells wide, coarsely: a caret needs no more than that.
constexpr Range wide[] = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

constexpr Range combining[] = {{0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}};

template <std::size_t count>
bool within(char32_t point, const Range (&ranges)[count])
{
    return std::any_of(std::begin(ranges), std::end(ranges), [point](const Range& range) { return point >= range.first && point <= range.last; });
}

// White space as wide as what it stands under. A tab stands for itself: only the terminal knows its width.
std::string_view blank(char32_t point)
{
    if (point == U'\t') {
        return "\t";
    }
    if (within(point, combining)) {
        return "";
    }
    return within(point, wide) ? "  " : " ";
}

std::string padding(std::string_view line, int column)
{
    std::string blanks;
    std::size_t offset = 0;
    for (int at = 1; at < column && offset < line.size(); ++at) {
        const Decoded decoded = decode_at(line, offset);
        blanks += blank(decoded.point);
        offset += decoded.length;
    }
    return blanks;
}

std::string excerpt(const std::string& line, const Place& place)
{
    const std::string number = fmt::format("{:>5}", place.line);
    std::string shown = fmt::format("{} | {}\n", number, line);
    if (place.column > 0) {
        shown += fmt::format("{:{}} | {}^\n", "", number.size(), padding(line, place.column));
    }
    return shown;
}

std::string location(const Place& place)
{
    if (place.line <= 0) {
        return place.file;
    }
    return place.column > 0 ? fmt::format("{}:{}:{}", place.file, place.line, place.column) : fmt::format("{}:{}", place.file, place.line);
}

}   // namespace

Failure::Failure(Problem problem) : std::runtime_error(problem.message), problem_(std::move(problem)) {}

Failure::Failure(std::string message, std::string hint) : std::runtime_error(message)
{
    problem_.message = std::move(message);
    problem_.hint = std::move(hint);
}

bool has_errors(const Problems& problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Severity::error; });
}

std::string describe(const Problem& problem)
{
    const std::string_view severity = problem.severity == Severity::error ? "error" : "warning";
    std::string text = fmt::format("{}: {}: {}\n", problem.place ? location(*problem.place) : "unknot", severity, problem.message);
    if (problem.place && problem.place->line > 0 && !problem.line.empty()) {
        text += excerpt(problem.line, *problem.place);
    }
    if (!problem.hint.empty()) {
        text += fmt::format("unknot: hint: {}\n", problem.hint);
    }
    return text;
}

}   // namespace unknot
