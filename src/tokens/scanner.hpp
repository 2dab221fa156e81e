// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text finds runs: of letters, digits and marks, joined into a code by single punctuation marks between them, and of
// Chinese characters. Offsets are those of the original text, because snippets mark what stands there; so classes are looked up for the
// original code points, and each run is brought into search form by itself. Full-width punctuation joins like its narrow twin.
//
// A run longer than token_max_bytes is no word anybody types (it is base64, or a rule of dashes); its parts may be.
#pragma once

#include "tokens/letters.hpp"
#include "unknot/tokens.hpp"
#include "unknot/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

class Scanner {
public:
    // Without a sieve all tokens are found. The text and the sieve must live as long.
    Scanner(std::string_view text, std::size_t budget, const TokenSieve* sieve) : text_(text), budget_(budget), sieve_(sieve) {}

    std::vector<WordToken> scan();

private:
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Run { // two words or more, and the joiners between them, one fewer
        std::vector<Part> parts;
        std::string joiners;
    };

    std::size_t past_ascii_separators() const;
    bool starts_word(std::size_t offset) const;
    void scan_han();
    void add_character(std::size_t length);
    void add_pair(std::size_t left, std::size_t length);
    bool passes_word(std::size_t begin) const { return sieve_ == nullptr || sieve_->passes_word(text_.substr(begin)); }
    Part scan_part();
    char joiner_at(std::size_t offset, std::size_t& length) const;
    void scan_words();
    std::string form(const Part& part) const;
    void add(TokenKind kind, std::string word, std::size_t begin, std::size_t end, std::size_t position);
    void add_run(const Run& run);
    void add_word(const Part& part);
    void add_code(const Run& run, const Part& whole);

    // Of a text that is sieved (sieve.cpp).
    std::size_t next_wanted() const;
    std::size_t start_before(std::size_t end) const;
    bool goes_on(std::size_t end) const;
    void sift_han();
    std::size_t past_unwanted_han() const;

    PointClass class_at(std::size_t offset) const
    {
        const Decoded decoded = decode_at(text_, offset);
        return decoded.valid ? class_of(decoded.point) : PointClass::other;
    }

    // Bytes of the Chinese character at `offset`, 0 when there is none.
    std::size_t han_length(std::size_t offset) const
    {
        if (ideograph_at(text_, offset) != 0) {
            return ideograph_size;
        }
        if (offset >= text_.size() || static_cast<unsigned char>(text_[offset]) < 0x80) {
            return 0;
        }
        const Decoded decoded = decode_at(text_, offset);
        return decoded.valid && class_of(decoded.point) == PointClass::han ? decoded.length : 0;
    }

    std::string_view text_;
    std::size_t budget_;
    const TokenSieve* sieve_;
    std::size_t offset_ = 0;
    std::size_t position_ = 0;
    std::vector<WordToken> tokens_;
};

} // namespace unknot
