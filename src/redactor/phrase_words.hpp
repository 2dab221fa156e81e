// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of words that may hold a recovery phrase: words with nothing between them but white space, commas, quotes, list marks and numbering. An
// ideograph is a word by itself; where three or more stand without anything between them, they are a run, which no chain goes over.
#pragma once

#include "redactor/chinese_words.hpp"
#include "redactor/dictionary.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

constexpr std::uint8_t quote_edge = 1; // a quotation mark before a word is a little evidence that a phrase begins or ends there
constexpr std::uint8_t line_edge = 2;  // a line break before a word is some evidence that a phrase begins there
constexpr std::uint8_t run_edge = 3;   // the end of a chain, or a number 1, is more

constexpr std::size_t fewest_known = 10; // words of one list in a phrase, at the least: eleven of which one may be wrong

struct PhraseWord {
    std::size_t start = 0;
    std::size_t end = 0;
    std::uint64_t key = 0; // word_key() of the folded word
    ListMask lists = 0;    // which know the word
    std::uint8_t edge = 0; // evidence for a phrase that begins with this word
};

using PhraseChain = std::span<const PhraseWord>;

struct IdeographRun {
    std::size_t start = 0;
    std::size_t end = 0;
};

class PhraseReader {
public:
    explicit PhraseReader(std::string_view text) : chinese_(ChineseWords::instance()), text_(text) {}

    // The next chain that holds fewest_known words of lists with at most one foreign word within; empty at the end; valid until the next call.
    // Words in front of it and behind it may be foreign.
    PhraseChain next();

    // At the end: the rows of twelve words or more, none longer than four letters, that no other word parts.
    const std::vector<std::vector<PhraseWord>>& short_rows() const { return short_rows_; }

    // At the end: where the runs of ideographs lie.
    const std::vector<IdeographRun>& ideograph_runs() const { return runs_; }

private:
    ListMask lists_of(std::uint64_t key);
    bool read_word(PhraseWord& word);
    bool tie(PhraseWord& word) const;
    void clear();
    void begin(const PhraseWord& word);
    bool add(const PhraseWord& word);
    void end_short_row();
    void note_short(const PhraseWord& word);

    PhraseChain chain() const { return PhraseChain(words_).subspan(first_); }

    const ChineseWords& chinese_;
    const Dictionary* dictionary_ = nullptr; // until the first word that is not Chinese
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<PhraseWord> words_;
    std::size_t first_ = 0; // of the words that still count
    std::optional<PhraseWord> pending_;
    std::size_t known_ = 0;        // since the last foreign word
    std::size_t known_before_ = 0; // between the last two foreign words
    bool worth_ = false;
    std::vector<IdeographRun> runs_;
    std::vector<PhraseWord> short_row_;
    std::vector<std::vector<PhraseWord>> short_rows_;
};

// The name that a phrase of this list is found by: `bip39-english`.
std::string rule_of(WordList list);

// Whether a text is too short to hold a phrase; quick, so that short texts need no dictionary.
bool too_short_for_phrase(std::string_view text);

// The evidence in the bytes between two words, or nothing where they part the words.
std::optional<std::uint8_t> edge_of_gap(std::string_view gap);

} // namespace unknot
