// SPDX-License-Identifier: GPL-3.0-or-later
// The word lists that recovery phrases are made of; a word's place in its list is its value. They are made from data/ at build time: each list is
// one packed string, so that they cost a start nothing, neither relocations nor pages that nobody reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace unknot {

// The ten of BIP39, then SLIP-39, Monero's English and the one of Electrum before 2.0.
enum class WordList : std::uint8_t {
    english,
    japanese,
    korean,
    spanish,
    chinese_simplified,
    chinese_traditional,
    french,
    italian,
    czech,
    portuguese,
    slip39,
    monero,
    electrum,
};

constexpr std::size_t word_list_count = 13;

constexpr bool is_bip39(WordList list)
{
    return list <= WordList::portuguese;
}

constexpr bool is_chinese(WordList list)
{
    return list == WordList::chinese_simplified || list == WordList::chinese_traditional;
}

using ListMask = std::uint16_t; // one bit for each WordList

constexpr ListMask bit_of(WordList list)
{
    return static_cast<ListMask>(1U << static_cast<unsigned>(list));
}

// The words in order, each ended by one space.
std::string_view packed_words(WordList list);

} // namespace unknot
