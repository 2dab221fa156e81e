// SPDX-License-Identifier: GPL-3.0-or-later
// The table of Unicode TR39, sorted by code point. Made at build time from data/confusables, which has its notice.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace unknot {

struct Confusable {
    char32_t point;
    std::uint16_t begin;  // of the targets
    std::uint16_t length;
};

extern const std::span<const Confusable> confusable_rows;
extern const std::span<const char32_t> confusable_targets;

} // namespace unknot
