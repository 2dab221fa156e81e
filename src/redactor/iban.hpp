// SPDX-License-Identifier: GPL-3.0-or-later
// Bank account numbers, whose groups of four digits can look like a card's.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

// Whether the bytes from `start` to `end` lie inside an IBAN: two capital letters, two digits, then up to 30 letters and digits
// with single spaces between, and a right remainder by 97.
bool is_inside_iban(std::string_view text, std::size_t start, std::size_t end);

} // namespace unknot
