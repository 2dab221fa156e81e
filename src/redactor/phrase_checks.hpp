// SPDX-License-Identifier: GPL-3.0-or-later
// The checksums of recovery phrases.
#pragma once

#include "redactor/word_list.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace unknot {

using WordIndexes = std::span<const std::uint16_t>; // of words in their list

bool fits_bip39(WordIndexes words);  // 12, 15, 18, 21 or 24 of them; 4 to 8 bits
bool fits_slip39(WordIndexes words); // 20 or 33 of them; 30 bits of RS1024
bool fits_monero(WordIndexes words); // 13 or 25 of them: the last repeats one that the CRC-32 of the others' first three letters picks

// Electrum 2.0 and later: the words, folded, one space between, hash to a known beginning. 8 to 12 bits.
bool fits_electrum(std::string_view words, WordList list);

} // namespace unknot
