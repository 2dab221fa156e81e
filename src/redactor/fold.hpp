// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a recovery phrase as it is compared: lower case, Latin letters without accents, Hangul and kana decomposed as in NFKD. So the
// composed and the decomposed spelling of a word, and one typed without its accents, are the same word; within each BIP39 list that is unambiguous.
#pragma once

#include "unknot/utf8.hpp"

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

constexpr bool is_ideograph(std::uint64_t key)
{
    return key >= first_ideograph && key <= last_ideograph;
}

// What a folded word goes by: an ideograph by its code point, any other word by its hash.
std::uint64_t word_key(std::string_view folded);

// The word_key() of fold_word(), which letters of ASCII need not be put through.
std::uint64_t folded_key(std::string_view word);

} // namespace unknot
