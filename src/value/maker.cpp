// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of made values can be read again as the same value: a record keeps the text only. Doubles are written with 15 digits,
// the most that any of them keeps, so that 0.1 + 0.2 is shown as 0.3.
#include "unknot/value.hpp"

#include "value/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

namespace unknot {

namespace {

Value made(FactType type, double number, std::string text)
{
    Value value;
    value.type = type;
    value.number = number;
    value.text = std::move(text);
    return value;
}

// Without an exponent, which the format does not know.
std::string decimal(double number)
{
    const std::string rounded = fmt::format("{:.15g}", number);
    double nearest = number;
    std::from_chars(rounded.data(), rounded.data() + rounded.size(), nearest);
    char digits[1200];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), nearest + 0.0, std::chars_format::fixed).ptr;
    return {std::begin(digits), end};
}

std::string in_largest_unit(double number, std::span<const Unit> units)
{
    for (const Unit& unit : units) {
        if (number != 0 && std::fmod(number, unit.factor) == 0) {
            return decimal(number / unit.factor) + std::string(unit.name);
        }
    }
    return decimal(number) + std::string(units.back().name);
}

std::string duration_parts(double seconds)
{
    std::string text;
    for (const Unit& unit : duration_units()) {
        const double count = unit.factor == 1 ? seconds : std::floor(seconds / unit.factor);
        seconds = std::max(0.0, seconds - count * unit.factor);
        if (count > 0) {
            text += fmt::format("{}{}{}", text.empty() ? "" : " ", decimal(count), unit.name);
        }
    }
    return text.empty() ? "0s" : text;
}

}   // namespace

Value number_value(double number)
{
    return made(FactType::number, number, decimal(number));
}

Value amount_value(double number, std::string currency)
{
    Value value = made(FactType::amount, number, decimal(number));
    value.text += currency.empty() ? "" : " " + currency;
    value.currency = std::move(currency);
    return value;
}

Value duration_value(double seconds)
{
    return made(FactType::duration, seconds, (seconds < 0 ? "-" : "") + duration_parts(std::abs(seconds)));
}

Value size_value(double bytes)
{
    return made(FactType::size, bytes, in_largest_unit(bytes, size_units()));
}

Value yesno_value(bool yes)
{
    return made(FactType::yesno, 0, yes ? "yes" : "no");
}

Value date_value(long days_since_1970)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days_since_1970}}};
    return made(FactType::date, static_cast<double>(days_since_1970),
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())));
}

}   // namespace unknot
