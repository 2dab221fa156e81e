// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the words somebody could look for, the same for documents and for queries. It knows no stems, no stop words and no index.
//
// A word is a run of letters and digits, in its search form: NFKC, case folded, without accents (`Größe` is `grosse`). A code such as
// `802.11ac`, `Err:522`, `top-up` or `a@b.example` is one word, followed by its parts and, where only hyphens join them, by the joined form
// (`topup`).
// Chinese is one token for each character, and one for each two that touch: it has no spaces to go by.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// Counts whenever the same text could give other tokens: an index made by another revision is made anew.
inline constexpr int tokens_revision = 2;

inline constexpr std::size_t token_max_bytes = 64;            // a longer word is passed over
inline constexpr std::size_t tokens_default_budget = 400'000; // of one text

enum class TokenKind {
    word,
    code,      // its parts follow as words
    joined,    // the parts of a hyphenated code without the hyphens
    character, // one Chinese character
    pair,      // two Chinese characters that touch
};

struct WordToken {
    TokenKind kind = TokenKind::word;
    std::string text;      // in search form
    std::size_t begin = 0; // bytes of the original text
    std::size_t end = 0;
    std::size_t position = 0; // words and characters count up; code and joined have that of their first part, a pair of its first character
    bool alone = false;       // a character without another one beside it
    bool last = false;        // a character that ends its run

    bool operator==(const WordToken&) const = default;
};

// The tokens in the order of their positions. Reading stops after `budget` tokens. Any bytes will do; invalid ones separate words.
std::vector<WordToken> tokens(std::string_view text, std::size_t budget = tokens_default_budget);

// What wanted tokens look like, in a few bits: none of them is turned away, some others pass as well.
class TokenSieve {
public:
    TokenSieve();
    void add(std::string_view word); // in search form; a Chinese one has one or two characters
    void add_beginning(std::string_view beginning); // of words in search form that are not Chinese

    bool may_begin(char byte) const { return may_begin_[static_cast<unsigned char>(byte)]; } // a wanted word, as it stands in a text
    bool passes_word(std::string_view text) const; // the original from the word's first byte on
    bool begins_chinese(std::string_view character) const; // a word of one or two, of which this is the first
    bool passes_character(std::string_view character) const;
    bool passes_pair(std::string_view first, std::string_view second) const;

private:
    std::array<bool, 256> may_begin_{}; // each byte of a text is looked up
    std::bitset<1024> twos_;     // letters or digits that a word begins with
    std::bitset<32768> threes_;
    std::bitset<4096> begins_chinese_; // by their last twelve bits
    std::bitset<4096> characters_;
    std::bitset<4096> pairs_; // by the bits of both
};

// Only those that pass, and their positions mean nothing. Many times faster where few do.
std::vector<WordToken> sieved_tokens(std::string_view text, const TokenSieve& wanted);

// Whether the text has any Chinese character.
bool looks_chinese(std::string_view text);

} // namespace unknot
