// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.hpp"

#include "json_writer.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace unknot {

namespace {

// Numbers, or lists of them.
bool is_plain_list(const Json& value)
{
    const auto is_plain = [](const Json& element) { return element.is_number() || (element.is_array() && is_plain_list(element)); };
    return !value.empty() && std::all_of(value.begin(), value.end(), is_plain);
}

void write(JsonWriter& out, const Json& value)
{
    switch (value.type()) {
    case Json::value_t::object:
        out.begin_object();
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
            write(out.key(key), member);
        }
        return out.end_object();
    case Json::value_t::array: {
        const bool row = is_plain_list(value);
        row ? out.begin_row() : out.begin_array();
        for (const Json& element : value) {
            write(out, element);
        }
        return row ? out.end_row() : out.end_array();
    }
    case Json::value_t::string: return out.text(value.get_ref<const std::string&>());
    case Json::value_t::number_integer: return out.number(value.get<std::int64_t>());
    case Json::value_t::number_unsigned: return out.number(value.get<std::uint64_t>());
    case Json::value_t::number_float: return out.number(value.get<double>());
    case Json::value_t::boolean: return out.boolean(value.get<bool>());
    default: return out.null();
    }
}

std::string printed(const Json& document, JsonLayout layout)
{
    JsonWriter out(layout);
    write(out, document);
    return std::move(out).take();
}

} // namespace

void print_json(const Json& document)
{
    print_raw(printed(document, JsonLayout::indented));
}

std::string json_line(const Json& document)
{
    return printed(document, JsonLayout::one_line);
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
