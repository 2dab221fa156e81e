// SPDX-License-Identifier: GPL-3.0-or-later
// The English words of BIP39, in order; a word's place in the list is its eleven bits. The array is made from data/bip39/english.txt.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace unknot {

// A word with its letters in place: two thousand pointers would have to be set right at each start of the program, also of those that need no word.
class ListedWord {
public:
    template <std::size_t Size>
    consteval ListedWord(const char (&letters)[Size])
    {
        static_assert(Size <= longest + 1);
        for (std::size_t i = 0; i + 1 < Size; ++i) {
            letters_[i] = letters[i];
        }
    }

    constexpr operator std::string_view() const
    {
        std::size_t size = 0;
        while (size < longest && letters_[size] != '\0') {
            ++size;
        }
        return {letters_.data(), size};
    }

private:
    static constexpr std::size_t longest = 8;
    std::array<char, longest> letters_ = {};
};

extern const std::array<ListedWord, 2048> bip39_english;

} // namespace unknot
