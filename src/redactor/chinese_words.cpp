// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/chinese_words.hpp"

namespace unknot {

const ChineseWords& ChineseWords::instance()
{
    static const ChineseWords only;
    return only;
}

ChineseWords::ChineseWords() : words_(last_ideograph - first_ideograph + 1)
{
    add(WordList::chinese_simplified, &Word::simplified);
    add(WordList::chinese_traditional, &Word::traditional);
}

void ChineseWords::add(WordList list, std::uint16_t Word::*rank)
{
    const std::string_view packed = packed_words(list); // each word is one ideograph and a space
    for (std::size_t at = 0; at < packed.size(); at += ideograph_size + 1) {
        Word& word = words_[ideograph_at(packed, at) - first_ideograph];
        word.lists = static_cast<ListMask>(word.lists | bit_of(list));
        word.*rank = static_cast<std::uint16_t>(at / (ideograph_size + 1));
    }
}

} // namespace unknot
