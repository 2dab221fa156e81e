// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/source.hpp"

#include <utility>

namespace unknot {

std::string_view line_at(const Source& source, const Place& place)
{
    std::string_view rest = source.text;
    for (int line = source.lines_before + 1; line < place.line; ++line) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            return {};
        }
        rest.remove_prefix(end + 1);
    }
    if (place.line <= source.lines_before) {
        return {};
    }
    std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

Problem problem_at(const Source& source, const Place& place, std::string code, std::string message, std::string hint)
{
    Problem problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.place = place;
    problem.hint = std::move(hint);
    problem.line = line_at(source, place);
    return problem;
}

}   // namespace unknot
