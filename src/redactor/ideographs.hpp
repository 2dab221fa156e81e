// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese recovery phrases without spaces. Every ordinary sentence is a run of listed characters too, so a run alone tells nothing here.
#pragma once

#include "redactor/detectors.hpp"
#include "redactor/chinese_words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace unknot {

// Looks at one run after the other of the same text, which must live as long.
class IdeographRuns {
public:
    explicit IdeographRuns(std::string_view text) : chinese_(ChineseWords::instance()), text_(text) {}

    // Nothing but ideographs stands from `start` to `end`.
    void look(std::size_t start, std::size_t end, Findings& findings);

private:
    static constexpr std::size_t longest_phrase = 24;

    struct Window { // characters of the run, one past the last
        std::size_t first = 0;
        std::size_t last = 0;

        std::size_t size() const { return last - first; }
    };
    using Fresh = std::array<std::uint8_t, longest_phrase + 1>; // how many characters are met for the first time up to each place

    void search(WordList list, Findings& findings);
    void read(WordList list);
    bool knows(std::size_t at) const { return at < ranks_.size() && ranks_[at] != ChineseWords::no_rank; }
    std::size_t end_of_known(std::size_t at) const;
    bool report_in(WordList list, Window piece, Findings& findings);
    bool report_misspelt(WordList list, Window piece, Findings& findings) const;
    void add(WordList list, Window phrase, Proof proof, Findings& findings) const;
    bool find_proved(Window piece, Window& phrase);
    bool is_proved(Window piece, Window phrase) const;
    bool find_clear(Window piece, Window& phrase) const;
    bool is_clear(Window piece, std::size_t first) const;
    bool is_labelled(std::size_t at) const;
    bool repeats(Window piece, Window phrase) const;
    int sum(Window window) const { return sums_[window.last] - sums_[window.first]; }
    Fresh count_fresh(std::size_t from, std::size_t count, bool backwards) const;

    const ChineseWords& chinese_;
    std::string_view text_;
    std::size_t start_ = 0; // of the run, in the text
    std::size_t size_ = 0;  // of the run, in characters
    std::vector<std::uint16_t> ranks_;
    std::vector<int> sums_; // what the characters before each speak for prose, in tenths of a bit
    std::vector<std::size_t> labelled_;
    Fresh from_front_{};
    Fresh from_back_{};
};

} // namespace unknot
