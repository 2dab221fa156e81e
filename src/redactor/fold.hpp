// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a recovery phrase as it is compared: lower case, Latin letters without accents, Hangul and kana decomposed as in NFKD. So the
// composed and the decomposed spelling of a word, and one typed without its accents, are the same word; within each BIP39 list that is unambiguous.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace unknot {

struct FoldedWord {
    std::array<char, 64> bytes{};
    std::size_t size = 0; // 0 for a word that is too long to be of any list

    std::string_view view() const { return {bytes.data(), size}; }
};

constexpr std::size_t longest_word = 40; // bytes of a word of any list

FoldedWord fold_word(std::string_view word);

constexpr std::uint64_t hash_factor = 0x9E3779B97F4A7C15ULL;

// A multiplicative hash over eight bytes at a time; only for a table of ours, whose words nobody chooses.
inline std::uint64_t word_hash(std::string_view folded)
{
    std::uint64_t hash = folded.size() * hash_factor;
    while (!folded.empty()) {
        std::uint64_t part = 0;
        const std::size_t size = folded.size() < sizeof part ? folded.size() : sizeof part;
        std::memcpy(&part, folded.data(), size);
        hash = (hash ^ part) * hash_factor;
        hash ^= hash >> 29;
        folded.remove_prefix(size);
    }
    return hash * hash_factor;
}

constexpr char32_t first_ideograph = 0x4E00;
constexpr char32_t last_ideograph = 0x9FFF;

constexpr bool is_ideograph(std::uint64_t key)
{
    return key >= first_ideograph && key <= last_ideograph;
}

constexpr std::size_t ideograph_size = 3; // in bytes of UTF-8

// The ideograph of three bytes that begins at `at`; 0 where none does.
constexpr char32_t ideograph_at(std::string_view text, std::size_t at)
{
    const auto byte = [&text](std::size_t offset) { return static_cast<char32_t>(static_cast<unsigned char>(text[offset])); };
    if (byte(at) < 0xE4 || byte(at) > 0xE9 || at + 2 >= text.size() || (byte(at + 1) & 0xC0U) != 0x80 || (byte(at + 2) & 0xC0U) != 0x80) {
        return 0;
    }
    const char32_t point = (byte(at) & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
    return is_ideograph(point) ? point : 0;
}

// What a folded word goes by: an ideograph by its code point, any other word by its hash.
std::uint64_t word_key(std::string_view folded);

// The word_key() of fold_word(), which letters of ASCII need not be put through.
std::uint64_t folded_key(std::string_view word);

} // namespace unknot
