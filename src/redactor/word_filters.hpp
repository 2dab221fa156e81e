// SPDX-License-Identifier: GPL-3.0-or-later
// By these nearly every word of a text is sorted out before anything is called for it. Each is small enough to stay near the processor; what passes
// is looked at in earnest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace unknot {

template <std::size_t Size>
class HashSet {
public:
    constexpr void add(std::size_t hash) { bits_[hash % Size / 64] |= std::uint64_t{1} << (hash % 64); }
    constexpr bool has(std::size_t hash) const { return (bits_[hash % Size / 64] >> (hash % 64) & 1U) != 0; }

private:
    std::array<std::uint64_t, Size / 64> bits_{};
};

using NameEnds = HashSet<1 << 15>;
using TokenStarts = HashSet<1 << 13>;
using CharacterStarts = HashSet<1 << 8>;

extern const NameEnds name_ends; // of the names of secrets
extern const CharacterStarts chinese_name_starts;
extern const TokenStarts token_starts;

// Of three bytes or more: the last three without their case.
constexpr std::size_t hash_of_end(std::string_view word)
{
    std::size_t hash = 0;
    for (std::size_t at = word.size() - 3; at < word.size(); ++at) {
        hash = hash << 5 | (static_cast<unsigned char>(word[at]) & 31U);
    }
    return hash;
}

constexpr std::size_t hash_of_start(std::string_view text)
{
    std::size_t hash = 0;
    for (std::size_t at = 0; at < 3; ++at) {
        hash = hash * 131 + static_cast<unsigned char>(text[at]);
    }
    return hash;
}

constexpr std::size_t hash_of_character(std::string_view bytes)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[1])) << 3U ^ static_cast<unsigned char>(bytes[2]);
}

inline bool may_be_name(std::string_view word)
{
    return word.size() >= 3 && name_ends.has(hash_of_end(word));
}

inline bool may_begin_token(std::string_view text, std::size_t at)
{
    return text.size() - at >= 3 && token_starts.has(hash_of_start(text.substr(at)));
}

inline bool may_begin_chinese_name(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead >= 0xE5 && lead <= 0xE9 && text.size() - at >= 3 && chinese_name_starts.has(hash_of_character(text.substr(at)));
}

} // namespace unknot
