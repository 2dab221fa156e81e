// SPDX-License-Identifier: GPL-3.0-or-later
// The English words of BIP39, in order; a word's place in the list is its eleven bits. The array is made from data/bip39/english.txt.
#pragma once

#include <array>
#include <string_view>

namespace unknot {

extern const std::array<std::string_view, 2048> bip39_english;

} // namespace unknot
