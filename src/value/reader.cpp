// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/utf8.hpp"
#include "unknot/value.hpp"

#include "value/characters.hpp"
#include "value/quantity.hpp"
#include "value/version.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>

namespace unknot {

namespace {

bool is_option(std::string_view text)
{
    return !text.empty() && text.front() != '_'
           && std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_clean(std::string_view text)
{
    return !first_invalid(text) && std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && !is_space(c); });
}

bool is_unbroken(std::string_view text)
{
    return is_clean(text) && std::none_of(text.begin(), text.end(), is_space);
}

// The next item, its separators taken off: one comma, spaces, or both.
std::string_view take_item(std::string_view& text)
{
    const std::string_view item = text.substr(0, text.find_first_of(", \t\r\n"));
    text = trimmed_left(text.substr(item.size()));
    if (text.starts_with(',')) {
        text = trimmed_left(text.substr(1));
        text = text.empty() ? "," : text;
    }
    return item;
}

bool read_list(std::string_view text, Value& value)
{
    while (!text.empty()) {
        const std::string_view item = take_item(text);
        if (!is_option(item)) {
            return false;
        }
        if (std::find(value.items.begin(), value.items.end(), item) == value.items.end()) {
            value.items.emplace_back(item);
        }
    }
    return true;
}

bool read_amount(std::string_view text, Value& value)
{
    const std::size_t end = text.find_last_of("0123456789");
    const std::string_view currency = end == std::string_view::npos ? text : trimmed_left(text.substr(end + 1));
    const auto number = end == std::string_view::npos ? std::nullopt : read_number(text.substr(0, end + 1));
    if (!number || (!currency.empty() && currency.size() < 2) || currency.size() > 10 || !std::all_of(currency.begin(), currency.end(), is_letter)) {
        return false;
    }
    value.number = *number;
    std::transform(currency.begin(), currency.end(), std::back_inserter(value.currency), to_upper);
    return true;
}

bool read_date(std::string_view text, Value& value)
{
    const auto digits = [text](std::size_t first, std::size_t count) {
        int number = 0;
        for (const char c : text.substr(first, count)) {
            number = is_digit(c) && number >= 0 ? number * 10 + (c - '0') : -1;
        }
        return number;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || digits(0, 4) < 1 || digits(5, 2) < 1 || digits(8, 2) < 1) {
        return false;
    }
    const std::chrono::year_month_day date(std::chrono::year(digits(0, 4)), std::chrono::month(static_cast<unsigned>(digits(5, 2))),
        std::chrono::day(static_cast<unsigned>(digits(8, 2))));
    value.number = date.ok() ? static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count()) : 0;
    return date.ok();
}

bool take(const std::optional<double>& number, Value& value)
{
    value.number = number.value_or(0);
    return number.has_value();
}

// Coarse on purpose: what is refused here can't be an address; what is taken may still not exist.
bool is_email(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > 254 || !is_unbroken(text)) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    return domain.find_first_of("@,;<>()\"\\/") == std::string_view::npos && domain.find('.') != std::string_view::npos && !domain.starts_with('.')
           && !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
}

bool is_url(std::string_view text)
{
    const std::size_t colon = text.find("://");
    const std::string_view scheme = text.substr(0, colon);
    const auto scheme_letter = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
    if (colon == std::string_view::npos || colon == 0 || !is_letter(scheme.front()) || !std::all_of(scheme.begin(), scheme.end(), scheme_letter)) {
        return false;
    }
    const std::string_view rest = text.substr(colon + 3);
    return !rest.empty() && rest.front() != '/' && is_unbroken(rest) && rest.find_first_of("<>\"\\^`{|}") == std::string_view::npos;
}

bool fill(std::string_view text, Value& value)
{
    switch (value.type) {
    case FactType::choice: return is_option(text);
    case FactType::list: return read_list(text, value);
    case FactType::yesno: return text == "yes" || text == "no";
    case FactType::text: return is_clean(text);
    case FactType::number: return take(read_number(text), value);
    case FactType::amount: return read_amount(text, value);
    case FactType::date: return read_date(text, value);
    case FactType::duration: return take(read_duration(text), value);
    case FactType::size: return take(read_size(text), value);
    case FactType::version: return is_version(text);
    case FactType::email: return is_email(text);
    case FactType::url: return is_url(text);
    }
    return false;
}

}   // namespace

std::optional<Value> read_value(FactType type, std::string_view text)
{
    text = trimmed(text);
    Value value;
    value.type = type;
    if (!fill(text, value)) {
        return std::nullopt;
    }
    value.text = text;
    return value;
}

}   // namespace unknot
