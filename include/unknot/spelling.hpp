// SPDX-License-Identifier: GPL-3.0-or-later
// The nearest known word, for "did you mean".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unknot {

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours), if that is near enough to be
// meant: at most 1 for words up to 4 bytes, 2 up to 8, 3 beyond. Of equals the first one.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace unknot
