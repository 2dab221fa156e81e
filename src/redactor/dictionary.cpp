// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/dictionary.hpp"

#include "redactor/fold.hpp"

namespace unknot {

namespace {

constexpr std::size_t slot_bits = 16; // for 24,756 words: more than half of the slots stay empty
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

Dictionary::Dictionary() : slots_(slot_count), filter_((std::size_t{1} << filter_bits) / 64)
{
    for (std::size_t list = 0; list < word_list_count; ++list) {
        add(static_cast<WordList>(list), packed_words(static_cast<WordList>(list)));
    }
}

void Dictionary::add(WordList list, std::string_view words)
{
    for (std::uint16_t index = 0; !words.empty(); ++index) {
        const std::size_t end = words.find(' ');
        const std::uint64_t hash = word_hash(fold_word(words.substr(0, end)).view());
        filter_[filtered(hash) / 64] |= std::uint64_t{1} << (filtered(hash) % 64);
        std::size_t slot = first_slot(hash);
        while (slots_[slot].list != none) {
            slot = after(slot);
        }
        slots_[slot] = {static_cast<std::uint32_t>(hash), index, static_cast<std::uint16_t>(list)};
        words.remove_prefix(end + 1);
    }
}

ListMask Dictionary::lists_in_slots(std::uint64_t hash) const
{
    unsigned mask = 0;
    for (std::size_t slot = first_slot(hash); slots_[slot].list != none; slot = after(slot)) {
        mask |= slots_[slot].tag == static_cast<std::uint32_t>(hash) ? 1U << slots_[slot].list : 0U;
    }
    return static_cast<ListMask>(mask);
}

std::optional<std::uint16_t> Dictionary::index_in(WordList list, std::uint64_t hash) const
{
    for (std::size_t slot = first_slot(hash); slots_[slot].list != none; slot = after(slot)) {
        if (slots_[slot].tag == static_cast<std::uint32_t>(hash) && slots_[slot].list == static_cast<std::uint16_t>(list)) {
            return slots_[slot].index;
        }
    }
    return std::nullopt;
}

} // namespace unknot
