// SPDX-License-Identifier: GPL-3.0-or-later
// The types that facts have, and values of them: reading, comparing, writing. Format: unknot-format(5), "Fact types".
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class FactType { choice, list, yesno, text, number, amount, date, duration, size, version, email, url };

std::string_view name(FactType type);
std::optional<FactType> fact_type(std::string_view name);

// Whether values of the type can be less and greater: numbers, amounts, dates, durations, sizes and versions.
bool is_ordered(FactType type);

// How a value of the type is written, for messages: "a date like 2026-11-21".
std::string_view expectation(FactType type);

struct Value {
    FactType type = FactType::text;
    std::string text;                 // as answered, surrounding white space removed; what receipts, JSON and {fact} show
    double number = 0;                // number, amount; days since 1970-01-01; seconds; bytes
    std::string currency;             // of an amount; empty when none was given
    std::vector<std::string> items;   // of a list, in the order of the answer
    bool masked = false;              // the content was redacted and is gone; `text` is its stand-in

    bool operator==(const Value&) const = default;
};

// Reads a value as the format page writes it; nothing when the text is none of that type. A choice and the items of a list are
// checked for their alphabet only: which options exist is the question's business. Decimal numbers only, no exponent. An empty text is
// a text, and a list of nothing a list: whether that is an answer is the question's business too.
std::optional<Value> read_value(FactType type, std::string_view text);

// Values made by the program; the number is finite. Their text reads as the same value again. `date_value` takes the years 1 to 9999.
Value number_value(double number);
Value amount_value(double number, std::string currency);
Value duration_value(double seconds);
Value size_value(double bytes);
Value yesno_value(bool yes);
Value date_value(long days_since_1970);

// Orders two values that can be compared: of one type, or a number with an amount. Unordered stands for "unknown": two
// currencies, a masked value, types that don't meet. Numbers are equal within one part in 10⁹; versions by semver's precedence,
// missing parts are zero; texts by code point.
std::partial_ordering compare(const Value& a, const Value& b);

} // namespace unknot
