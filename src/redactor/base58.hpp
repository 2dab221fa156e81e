// SPDX-License-Identifier: GPL-3.0-or-later
// Base 58, without 0, O, I and l; Base58Check is closed by four bytes of a double SHA-256. Quadratic: for short texts only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace unknot {

constexpr std::string_view bitcoin_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view ripple_alphabet = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

// Nothing when a character is foreign.
std::optional<std::string> decode_base58(std::string_view text, std::string_view alphabet = bitcoin_alphabet);

// The bytes before the checksum; nothing when a character is foreign or the checksum is wrong.
std::optional<std::string> decode_base58check(std::string_view text, std::string_view alphabet = bitcoin_alphabet);

} // namespace unknot
