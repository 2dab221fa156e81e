// SPDX-License-Identifier: GPL-3.0-or-later
// A word that was written together (`Kontosperrung`, `Wiederherstellungsphrase`, `bluetoothgeraet`) as the words it is made of.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t compound_shortest = 8;      // bytes of a word that is cut at all
inline constexpr std::size_t compound_longest = 40;      // longer ones are not looked at
inline constexpr std::size_t compound_shortest_part = 4; // bytes
inline constexpr std::size_t compound_most_parts = 4;

// The parts, left to right, each as `knows` knows it: between two of them a linking element (s, es, n, en, er, e) may have stood, or the end of
// the left one may have been lost (Sprache: Sprachausgabe). The cut with the fewest parts, of those the one whose shortest part is longest.
// Nothing when there is no such cut. `word` is in search form; `knows` is asked for parts of it, about 300 times at most.
std::vector<std::string> compound_parts(std::string_view word, const std::function<bool(const std::string& part)>& knows);

} // namespace unknot
