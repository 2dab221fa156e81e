// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/value.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace unknot {

namespace {

struct TypeWords {
    FactType type;
    std::string_view name;
    std::string_view expectation;
};

// In the order of FactType.
constexpr TypeWords types[] = {
    {FactType::choice, "choice", "a value of lower-case letters, digits and '_'"},
    {FactType::list, "list", "values separated by commas"},
    {FactType::yesno, "yesno", "'yes' or 'no'"},
    {FactType::text, "text", "a text"},
    {FactType::number, "number", "a number like 60.5"},
    {FactType::amount, "amount", "an amount like 60.5 EUR"},
    {FactType::date, "date", "a date like 2026-11-21"},
    {FactType::duration, "duration", "a duration like 3d or 1w 3d 12h"},
    {FactType::size, "size", "a size like 2GB or 2GiB"},
    {FactType::version, "version", "a version like 1.2.3"},
    {FactType::email, "email", "an email address like name@example.org"},
    {FactType::url, "url", "a web address like https://example.org"},
};

const TypeWords& words_of(FactType type)
{
    return types[static_cast<std::size_t>(type)];
}

}   // namespace

std::string_view name(FactType type)
{
    return words_of(type).name;
}

std::string_view expectation(FactType type)
{
    return words_of(type).expectation;
}

std::optional<FactType> fact_type(std::string_view name)
{
    const auto found = std::find_if(std::begin(types), std::end(types), [name](const TypeWords& words) { return words.name == name; });
    return found == std::end(types) ? std::nullopt : std::optional(found->type);
}

bool is_ordered(FactType type)
{
    switch (type) {
    case FactType::number:
    case FactType::amount:
    case FactType::date:
    case FactType::duration:
    case FactType::size:
    case FactType::version: return true;
    default: return false;
    }
}

}   // namespace unknot
