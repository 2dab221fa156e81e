// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.hpp"

#include "terminal.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <string>

namespace unknot {

namespace {

std::string escape(char32_t point)
{
    const auto value = static_cast<unsigned>(point);
    if (value < 0x10000) {
        return fmt::format("\\u{:04x}", value);
    }
    const unsigned above = value - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
}

// JSON may end up on a terminal, and U+2028 is a line break to JavaScript: what no text may hold is written as an escape, which means the same.
std::string without_forbidden(const std::string& json)
{
    std::string safe;
    std::string_view rest = json;
    while (const auto at = first_forbidden(rest)) {
        const Decoded found = decode_at(rest, *at);
        safe += rest.substr(0, *at);
        safe += escape(found.point);
        rest.remove_prefix(*at + found.length);
    }
    return safe += rest;
}

} // namespace

void print_json(const Json& document)
{
    constexpr int indent = 2;
    print_raw(without_forbidden(document.dump(indent, ' ', false, Json::error_handler_t::replace)) + '\n');
}

std::string json_line(const Json& document)
{
    return without_forbidden(document.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json error_document(const Problem& problem)
{
    return {{"schema", "unknot.error/1"}, {"message", problem.message}, {"place", place_json(problem.place)},
        {"hint", problem.hint.empty() ? Json(nullptr) : Json(problem.hint)}};
}

Json place_json(const std::optional<Place>& place)
{
    return place ? Json{{"file", place->file}, {"line", place->line}, {"column", place->column}} : Json(nullptr);
}

} // namespace unknot
