// SPDX-License-Identifier: GPL-3.0-or-later
// The characters that BIP39's Chinese lists are made of, by their code points, because all of a Chinese text is looked up. Apart from the words of the
// other lists, so that a Chinese text does not pay for those.
#pragma once

#include "redactor/fold.hpp"
#include "redactor/word_list.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace unknot {

class ChineseWords {
public:
    static constexpr std::uint16_t no_rank = 0xFFFF;

    static const ChineseWords& instance();

    // Of an ideograph: from first_ideograph to last_ideograph.
    ListMask lists_of(char32_t point) const { return words_[point - first_ideograph].lists; }
    std::uint16_t rank_in(WordList list, char32_t point) const // one of the Chinese lists
    {
        const Word& word = words_[point - first_ideograph];
        return list == WordList::chinese_simplified ? word.simplified : word.traditional;
    }

private:
    struct Word {
        ListMask lists = 0;
        std::uint16_t simplified = no_rank;
        std::uint16_t traditional = no_rank;
    };

    ChineseWords();
    void add(WordList list, std::uint16_t Word::*rank);

    std::vector<Word> words_;
};

} // namespace unknot
