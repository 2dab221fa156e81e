// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes and random bytes. The fence around libsodium; results are raw bytes, not hexadecimal digits, but for quick_hash().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unknot {

std::string sha256(std::string_view text);                             // 32 bytes
std::string keyed_hash(std::string_view key, std::string_view text);   // 32 bytes of BLAKE2b; Failure for a key not of 16 to 64 bytes
std::string hmac_sha512(std::string_view key, std::string_view text);   // 64 bytes; a key of any size
bool is_ed25519_key_pair(std::string_view bytes);                       // a seed of 32 bytes and the public key that it makes
std::string random_key();                                              // 32 bytes that nobody can guess

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), folded to 48 bits: it tells names apart and guards nothing, and no start waits for libsodium.
std::uint64_t quick_hash(std::string_view text);

} // namespace unknot
