// SPDX-License-Identifier: GPL-3.0-or-later
// The nearest known word, for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unknot {

// Edits from one word to the other: insert, delete, replace, swap of neighbours. More than `limit` of them count as `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours), if that is near enough to be
// meant: at most 1 for words up to 4 bytes, 2 up to 8, 3 beyond. Of equals the first one.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace unknot
