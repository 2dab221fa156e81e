// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of every list but the Chinese ones in one hash table, so that one look-up tells which lists a word of a text is in. It is made when the
// first text that is long enough to hold a phrase is read, about a millisecond and a half; a program that never reads one never pays it.
#pragma once

#include "redactor/fold.hpp"
#include "redactor/word_list.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace unknot {

class Dictionary {
public:
    static const Dictionary& instance();

    // By the word_key() of a folded word. Two words with one hash are taken for one; of those in the lists there are none.
    ListMask lists_of(std::uint64_t key) const { return may_be_known(key) ? lists_in_table(key) : ListMask{0}; }
    std::optional<std::uint16_t> index_in(WordList list, std::uint64_t key) const;

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint16_t index = 0;
        std::uint16_t list = none;
    };
    static constexpr std::uint16_t none = 0xFFFF;

    struct Lists { // of one word, in a table of its own, because that is all that is asked of most words
        std::uint32_t tag = 0;
        ListMask mask = 0;
    };

    // Nine of ten words of prose are sorted out by one bit, in a table small enough to stay near the processor.
    static constexpr unsigned filter_bits = 18;
    static constexpr std::size_t filtered(std::uint64_t hash) { return static_cast<std::size_t>(hash >> (64 - filter_bits)); }
    bool may_be_known(std::uint64_t hash) const { return ((filter_[filtered(hash) / 64] >> (filtered(hash) % 64)) & 1) != 0; }

    Dictionary();
    void add_mask(ListMask mask, std::uint64_t hash);
    ListMask lists_in_table(std::uint64_t hash) const;
    void add(WordList list, std::string_view words);
    void add_hash(WordList list, std::uint64_t hash, std::uint16_t index);

    std::vector<Lists> masks_;
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> filter_;
};

} // namespace unknot
