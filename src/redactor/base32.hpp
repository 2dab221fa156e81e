// SPDX-License-Identifier: GPL-3.0-or-later
// Bech32 as BIP173 has it, and Stellar's base32 with its CRC-16.
#pragma once

#include <string_view>

namespace unknot {

// Whether `text`, in one case, is `prefix`, a 1, and characters that end with a right checksum.
bool is_bech32(std::string_view text, std::string_view prefix);

// A Stellar secret seed: 56 characters that begin with S.
bool is_stellar_seed(std::string_view text);

} // namespace unknot
