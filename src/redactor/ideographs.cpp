// SPDX-License-Identifier: GPL-3.0-or-later
// BIP39's Chinese lists are in the order of how common a character is, and a phrase draws from all of it alike, while a sentence is made of the
// front: half of its characters are among the first two hundred. So each character speaks for prose or for a phrase by a number of bits, the
// logarithm of how much more often than in a phrase it is met in prose (steps of the usual frequency table of written Chinese, in tenths of a bit). A
// phrase of twelve sums up to about -15 bits, a sentence to +17, each give or take 6.
//
// A window must have the right checksum as well, and stand where a phrase would: the run is no longer than it, or it begins or ends with it (then the
// sum must be clearer), or a label such as 助记词 stands before. A run as long as a phrase whose sum is very clear is masked even with a wrong
// checksum.
#include "redactor/ideographs.hpp"

#include "redactor/ascii.hpp"
#include "redactor/phrase_checks.hpp"

#include <algorithm>
#include <array>
#include <bitset>

namespace unknot {

namespace {

constexpr std::array<std::size_t, 5> lengths = {24, 21, 18, 15, 12};
constexpr std::size_t longest_unproved = 26;
constexpr int rather_a_phrase = -40; // tenths of a bit
constexpr int clear = -80;
constexpr int very_clear = -9; // for each character
constexpr int hardly_prose = 60;

int bits_for_prose(std::uint16_t rank)
{
    return rank < 10 ? 48 : rank < 100 ? 27 : rank < 250 ? 13 : rank < 500 ? 4 : rank < 1000 ? -8 : -26;
}

constexpr Marks last_bytes("\x8D\x9E\xAD\x81\xAF\xBA");
constexpr Marks bytes_before("\xAF\xA9\xAA\xA0\x98\xB8\x82");

// A character by its last two bytes, or a mark: nearly all that ends in no label and in nothing that links one is sorted out by them.
bool may_end_label(std::string_view text)
{
    const bool marked = !text.empty() && (text.back() == ':' || text.back() == ' ');
    return marked || (text.size() > 2 && last_bytes.has(text.back()) && bytes_before.has(text[text.size() - 2]));
}

std::string_view without_link(std::string_view text)
{
    for (const std::string_view link : {"是", "为", "為", ": ", ":"}) {
        if (text.ends_with(link)) {
            return text.substr(0, text.size() - link.size());
        }
    }
    return text;
}

bool ends_with_label(std::string_view text)
{
    if (!may_end_label(text)) {
        return false;
    }
    const std::string_view before = without_link(text);
    if (!may_end_label(before)) {
        return false;
    }
    constexpr std::string_view labels = "助记词 助記詞 种子词 種子詞 恢复词 恢復詞 恢复短语 恢復短語 助记码 註記詞 备份词 备份短语 ";
    for (std::string_view rest = labels; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
        if (before.ends_with(rest.substr(0, rest.find(' ')))) {
            return true;
        }
    }
    return false;
}

// How many characters are met for the first time up to each place.
std::vector<std::size_t> count_fresh(WordIndexes indexes)
{
    std::bitset<2048> met;
    std::vector<std::size_t> fresh{0};
    fresh.reserve(indexes.size() + 1);
    for (const std::uint16_t index : indexes) {
        fresh.push_back(fresh.back() + (met[index] ? 0 : 1));
        met.set(index);
    }
    return fresh;
}

class Judge {
public:
    Judge(const std::vector<RunWord>& run, PhraseChain words, std::string_view text) : words_(words), text_(text)
    {
        indexes_.reserve(run.size());
        sums_.reserve(run.size() + 1);
        sums_.push_back(0);
        for (const RunWord& word : run) {
            indexes_.push_back(word.index.value_or(0));
            sums_.push_back(sums_.back() + (word.index ? bits_for_prose(*word.index) : 0));
            has_foreign_ = has_foreign_ || !word.index;
        }
    }

    std::optional<IdeographPhrase> judged()
    {
        if (has_foreign_) {
            return misspelt();
        }
        labelled_.reserve(size());
        for (std::size_t first = 0; first < size(); ++first) {
            labelled_.push_back(is_labelled(first));
        }
        fresh_ = count_fresh(indexes_);
        fresh_from_end_ = count_fresh(std::vector<std::uint16_t>(indexes_.rbegin(), indexes_.rend()));
        for (const std::size_t length : lengths) {
            for (std::size_t first = 0; first + length <= size(); ++first) {
                if (is_phrase(first, first + length)) {
                    return IdeographPhrase{{first, first + length}, Proof::checksum};
                }
            }
        }
        return unproved();
    }

private:
    std::size_t size() const { return indexes_.size(); }
    int sum(std::size_t first, std::size_t last) const { return sums_[last] - sums_[first]; }
    bool is_labelled(std::size_t first) const { return ends_with_label(text_.substr(0, words_[first].start)); }

    std::size_t distinct(std::size_t first, std::size_t last) const
    {
        const std::size_t count = last - first;
        return first == 0 ? fresh_[last] : last == size() ? fresh_from_end_[count] : count_fresh(WordIndexes(indexes_).subspan(first, count)).back();
    }

    // Prose does not say one thing for half a line; the phrases that test suites use do.
    bool repeats(std::size_t first, std::size_t last) const { return distinct(first, last) * 3 <= (last - first) * 2; }

    bool is_phrase(std::size_t first, std::size_t last) const
    {
        const bool at_edge = first == 0 || last == size();
        const bool labelled = labelled_[first];
        if (!at_edge && !labelled) {
            return false;
        }
        const bool cleared = (labelled && last == size()) || repeats(first, last);
        const int bits = cleared ? clear : sum(first, last);
        const int enough = labelled ? hardly_prose - 1 : first == 0 && last == size() ? rather_a_phrase : clear;
        return bits <= enough && fits_bip39(WordIndexes(indexes_).subspan(first, last - first));
    }

    // Whether it looks like a phrase so clearly, or is called one, that no checksum is asked for.
    bool is_clear(std::size_t first) const
    {
        const int bits = sum(first, size());
        return (first == 0 && bits <= very_clear * static_cast<int>(size())) || (bits < 0 && is_labelled(first));
    }

    std::optional<IdeographPhrase> unproved() const
    {
        for (std::size_t first = size() - std::min(size(), longest_unproved); first + fewest_ideographs <= size(); ++first) {
            if (is_clear(first)) {
                return IdeographPhrase{{first, size()}, Proof::surroundings};
            }
        }
        return std::nullopt;
    }

    // With a character of no list within there is no checksum, so the number of words must be a usual one.
    std::optional<IdeographPhrase> misspelt() const
    {
        for (const std::size_t length : lengths) {
            if (length <= size() && is_clear(size() - length)) {
                return IdeographPhrase{{size() - length, size()}, Proof::surroundings};
            }
        }
        return std::nullopt;
    }

    PhraseChain words_;
    std::string_view text_;
    std::vector<std::uint16_t> indexes_;
    std::vector<int> sums_;
    std::vector<bool> labelled_;
    std::vector<std::size_t> fresh_;
    std::vector<std::size_t> fresh_from_end_;
    bool has_foreign_ = false;
};

} // namespace

std::optional<IdeographPhrase> phrase_of_ideographs(const std::vector<RunWord>& run, PhraseChain words, std::string_view text)
{
    return Judge(run, words, text).judged();
}

} // namespace unknot
