// SPDX-License-Identifier: GPL-3.0-or-later
// What a misspelt word may have been meant to be, out of the words of the indexes.
#pragma once

#include "search_index/state.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t corrections_most = 3;

// In search form, the likeliest first: fewest edits, then the most common. None for short words, and for an index in memory.
std::vector<std::string> corrections(const OpenIndexes& indexes, std::string_view word);

} // namespace unknot
