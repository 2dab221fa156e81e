// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/dictionary.hpp"

#include "redactor/chinese_words.hpp"

namespace unknot {

namespace {

constexpr std::size_t slot_bits = 16; // for 20,660 words: more than half of the slots stay empty
constexpr std::size_t slot_count = std::size_t{1} << slot_bits;

constexpr std::size_t first_slot(std::uint64_t hash)
{
    return static_cast<std::size_t>(hash >> (64 - slot_bits));
}

constexpr std::size_t after(std::size_t slot)
{
    return (slot + 1) % slot_count;
}

} // namespace

const Dictionary& Dictionary::instance()
{
    static const Dictionary only;
    return only;
}

Dictionary::Dictionary()
    : masks_(slot_count), slots_(slot_count), filter_((std::size_t{1} << filter_bits) / 64)
{
    for (std::size_t at = 0; at < word_list_count; ++at) {
        const auto list = static_cast<WordList>(at);
        add(list, is_chinese(list) ? std::string_view() : packed_words(list));
    }
}

void Dictionary::add(WordList list, std::string_view words)
{
    for (std::uint16_t index = 0; !words.empty(); ++index) {
        const std::size_t end = words.find(' ');
        const std::uint64_t key = folded_key(words.substr(0, end));
        add_hash(list, key, index);
        add_mask(bit_of(list), key);
        words.remove_prefix(end + 1);
    }
}

void Dictionary::add_hash(WordList list, std::uint64_t hash, std::uint16_t index)
{
    filter_[filtered(hash) / 64] |= std::uint64_t{1} << (filtered(hash) % 64);
    std::size_t slot = first_slot(hash);
    while (slots_[slot].list != none) {
        slot = after(slot);
    }
    slots_[slot] = {static_cast<std::uint32_t>(hash), index, static_cast<std::uint16_t>(list)};
}

void Dictionary::add_mask(ListMask mask, std::uint64_t hash)
{
    const auto tag = static_cast<std::uint32_t>(hash);
    std::size_t slot = first_slot(hash);
    while (masks_[slot].mask != 0 && masks_[slot].tag != tag) {
        slot = after(slot);
    }
    masks_[slot] = {tag, static_cast<ListMask>(masks_[slot].mask | mask)};
}

ListMask Dictionary::lists_in_table(std::uint64_t hash) const
{
    std::size_t slot = first_slot(hash);
    while (masks_[slot].mask != 0 && masks_[slot].tag != static_cast<std::uint32_t>(hash)) {
        slot = after(slot);
    }
    return masks_[slot].mask;
}

std::optional<std::uint16_t> Dictionary::index_in(WordList list, std::uint64_t key) const
{
    if (is_ideograph(key)) {
        const std::uint16_t rank =
            is_chinese(list) ? ChineseWords::instance().rank_in(list, static_cast<char32_t>(key)) : ChineseWords::no_rank;
        return rank != ChineseWords::no_rank ? std::optional(rank) : std::nullopt;
    }
    for (std::size_t slot = first_slot(key); slots_[slot].list != none; slot = after(slot)) {
        if (slots_[slot].tag == static_cast<std::uint32_t>(key) && slots_[slot].list == static_cast<std::uint16_t>(list)) {
            return slots_[slot].index;
        }
    }
    return std::nullopt;
}

} // namespace unknot
