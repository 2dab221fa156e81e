// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of words of the list: words with nothing between them but white space, commas, quotes, list marks and numbering.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace unknot {

constexpr std::size_t line_edge = 2;   // a line break before a word is some evidence that a phrase begins there
constexpr std::size_t run_edge = 3;    // the end of a run, or a number 1, is more

struct PhraseWord {
    std::size_t start = 0;
    std::size_t end = 0;
    std::uint16_t index = 0;   // in the word list
    std::size_t edge = 0;      // evidence for a phrase that begins with this word
};

using PhraseRun = std::vector<PhraseWord>;

class PhraseReader {
public:
    explicit PhraseReader(std::string_view text) : text_(text) {}

    const PhraseRun* next();   // the next run, of one word or more; null at the end; valid until the next call

private:
    bool join(PhraseWord word);

    std::string_view text_;
    std::size_t at_ = 0;
    PhraseRun run_;
};

std::string_view word_of(const PhraseWord& word);                  // as the list writes it
bool checksum_fits(const PhraseWord* first, std::size_t count);    // for 12, 15, 18, 21 or 24 words

} // namespace unknot
