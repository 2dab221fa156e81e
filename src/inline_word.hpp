// SPDX-License-Identifier: GPL-3.0-or-later
// A word that lies in its table. A table of string_views is a pointer a word, which the dynamic linker writes anew at each start of the program, in
// pages that it must copy for that.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

template <std::size_t most> // bytes
class InlineWord {
public:
    constexpr InlineWord() = default;
    consteval InlineWord(const char* word) // a longer one does not compile
    {
        for (; word[size_] != '\0'; ++size_) {
            bytes_[size_] = word[size_];
        }
    }

    constexpr operator std::string_view() const { return {bytes_, size_}; }

private:
    char bytes_[most] = {};
    unsigned char size_ = 0;
};

} // namespace unknot
