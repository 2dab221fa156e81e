// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal numbers, and numbers with a unit of time or of storage.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace unknot {

struct Unit {
    std::string_view name;
    double factor;
};

// Largest first: w d h m s.
std::span<const Unit> duration_units();

// Largest first, powers of ten and of two.
std::span<const Unit> size_units();

// The number at the beginning of `text`, which is taken off: digits, perhaps with a fraction; no sign.
std::optional<double> take_number(std::string_view& text);

// Whole texts. A sign may stand before each: differences are values too.
std::optional<double> read_number(std::string_view text);
std::optional<double> read_duration(std::string_view text);
std::optional<double> read_size(std::string_view text);

}   // namespace unknot
