// SPDX-License-Identifier: GPL-3.0-or-later
#include "value/quantity.hpp"

#include "value/characters.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>

namespace unknot {

namespace {

constexpr Unit durations[] = {{"w", 604800}, {"d", 86400}, {"h", 3600}, {"m", 60}, {"s", 1}};

constexpr double kibi = 1024;

constexpr Unit sizes[] = {
    {"TiB", kibi* kibi* kibi* kibi},
    {"TB", 1e12},
    {"GiB", kibi* kibi* kibi},
    {"GB", 1e9},
    {"MiB", kibi* kibi},
    {"MB", 1e6},
    {"KiB", kibi},
    {"kB", 1e3},
    {"B", 1},
};

std::size_t digits_at(std::string_view text, std::size_t offset)
{
    std::size_t end = offset;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - offset;
}

double take_sign(std::string_view& text)
{
    const double sign = text.starts_with('-') ? -1 : 1;
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return sign;
}

bool same_word(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (to_lower(a[i]) != to_lower(b[i])) {
            return false;
        }
    }
    return true;
}

// One part of a duration; `units` shrinks to the smaller ones, so that parts can only descend.
std::optional<double> take_part(std::string_view& text, std::span<const Unit>& units)
{
    const auto number = take_number(text);
    for (std::size_t i = 0; number && i < units.size(); ++i) {
        if (text.starts_with(units[i].name)) {
            const double seconds = *number * units[i].factor;
            text.remove_prefix(units[i].name.size());
            units = units.subspan(i + 1);
            return seconds;
        }
    }
    return std::nullopt;
}

}   // namespace

std::span<const Unit> duration_units()
{
    return durations;
}

std::span<const Unit> size_units()
{
    return sizes;
}

std::optional<double> take_number(std::string_view& text)
{
    std::size_t length = digits_at(text, 0);
    const std::size_t fraction = length < text.size() && text[length] == '.' ? digits_at(text, length + 1) : 0;
    length += fraction > 0 ? fraction + 1 : 0;
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + length, number, std::chars_format::fixed);
    if (length == 0 || read.ec != std::errc() || !std::isfinite(number)) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return number;
}

std::optional<double> read_number(std::string_view text)
{
    const double sign = take_sign(text);
    const auto number = take_number(text);
    return number && text.empty() ? std::optional(sign * *number + 0.0) : std::nullopt;
}

std::optional<double> read_duration(std::string_view text)
{
    const double sign = take_sign(text);
    std::span<const Unit> units = durations;
    double seconds = 0;
    do {
        const auto part = take_part(text, units);
        if (!part) {
            return std::nullopt;
        }
        seconds += *part;
        text = trimmed_left(text);
    } while (!text.empty());
    return std::isfinite(seconds) ? std::optional(sign * seconds + 0.0) : std::nullopt;
}

std::optional<double> read_size(std::string_view text)
{
    const double sign = take_sign(text);
    const auto number = take_number(text);
    text = trimmed_left(text);
    for (const Unit& unit : sizes) {
        if (number && same_word(text, unit.name) && std::isfinite(*number * unit.factor)) {
            return sign * *number * unit.factor + 0.0;
        }
    }
    return std::nullopt;
}

}   // namespace unknot
