// SPDX-License-Identifier: GPL-3.0-or-later
// https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki and
// https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md
#include "redactor/base32.hpp"

#include "redactor/ascii.hpp"

#include <array>
#include <cstdint>

namespace unknot {

namespace {

constexpr std::string_view bech32_alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::string_view base32_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t stellar_size = 35; // version, 32 bytes of key, CRC
constexpr unsigned char stellar_secret = 18 << 3;

std::uint32_t polymod(std::uint32_t state, std::uint32_t value)
{
    constexpr std::array<std::uint32_t, 5> generator = {0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3};
    const std::uint32_t top = state >> 25;
    state = ((state & 0x1FFFFFF) << 5) ^ value;
    for (unsigned i = 0; i < generator.size(); ++i) {
        state ^= ((top >> i) & 1) != 0 ? generator[i] : 0;
    }
    return state;
}

unsigned crc16(const std::array<unsigned char, stellar_size>& bytes)
{
    unsigned crc = 0;
    for (std::size_t i = 0; i + 2 < bytes.size(); ++i) {
        crc ^= static_cast<unsigned>(bytes[i]) << 8;
        for (int bit = 0; bit < 8; ++bit) {
            crc = ((crc << 1) ^ ((crc & 0x8000) != 0 ? 0x1021U : 0U)) & 0xFFFF;
        }
    }
    return crc;
}

} // namespace

bool is_bech32(std::string_view text, std::string_view prefix)
{
    const std::string small = lower(text);
    if (!begins_with(small, prefix) || small.size() < prefix.size() + 7 || small[prefix.size()] != '1') {
        return false;
    }
    std::uint32_t state = 1;
    for (const char c : prefix) {
        state = polymod(state, static_cast<unsigned char>(c) >> 5);
    }
    state = polymod(state, 0);
    for (const char c : prefix) {
        state = polymod(state, static_cast<unsigned char>(c) & 31U);
    }
    for (const char c : std::string_view(small).substr(prefix.size() + 1)) {
        const std::size_t value = bech32_alphabet.find(c);
        if (value == std::string_view::npos) {
            return false;
        }
        state = polymod(state, static_cast<std::uint32_t>(value));
    }
    return state == 1;
}

bool is_stellar_seed(std::string_view text)
{
    if (text.size() != stellar_size * 8 / 5 || text.front() != 'S') {
        return false;
    }
    std::array<unsigned char, stellar_size> bytes{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t value = base32_alphabet.find(text[i]);
        if (value == std::string_view::npos) {
            return false;
        }
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t at = i * 5 + bit;
            bytes[at / 8] = static_cast<unsigned char>(bytes[at / 8] | (((value >> (4 - bit)) & 1) << (7 - at % 8)));
        }
    }
    return bytes[0] == stellar_secret && crc16(bytes) == (static_cast<unsigned>(bytes[stellar_size - 1]) << 8 | bytes[stellar_size - 2]);
}

} // namespace unknot
