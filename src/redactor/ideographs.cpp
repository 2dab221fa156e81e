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

#include "redactor/phrase_checks.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace unknot {

namespace {

constexpr std::array<std::size_t, 5> lengths = {24, 21, 18, 15, 12};
constexpr std::size_t shortest_unproved = 11;
constexpr std::size_t longest_unproved = 26;
constexpr int rather_a_phrase = -40; // tenths of a bit
constexpr int clear = -80;
constexpr int very_clear = -9; // for each character
constexpr int hardly_prose = 60;

int bits_for_prose(std::uint16_t rank)
{
    return rank < 10 ? 48 : rank < 100 ? 27 : rank < 250 ? 13 : rank < 500 ? 4 : rank < 1000 ? -8 : -26;
}

bool ends_with_label(std::string_view text)
{
    constexpr std::string_view labels = "助记词 助記詞 种子词 種子詞 恢复词 恢復詞 恢复短语 恢復短語 助记码 註記詞 备份词 备份短语 ";
    for (const std::string_view link : {"是", "为", "為", ":", ": ", ""}) {
        if (text.size() >= link.size() && text.substr(text.size() - link.size()) == link) {
            const std::string_view before = text.substr(0, text.size() - link.size());
            for (std::string_view rest = labels; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
                const std::string_view label = rest.substr(0, rest.find(' '));
                if (before.size() >= label.size() && before.substr(before.size() - label.size()) == label) {
                    return true;
                }
            }
        }
    }
    return false;
}

class Judge {
public:
    Judge(const std::vector<RunWord>& run, const std::vector<std::size_t>& starts, std::string_view text) : starts_(starts), text_(text), sums_{0}
    {
        for (const RunWord& word : run) {
            indexes_.push_back(word.index.value_or(0));
            sums_.push_back(sums_.back() + bits_for_prose(indexes_.back()));
        }
    }

    std::vector<IdeographPhrase> judged() const
    {
        for (const std::size_t length : lengths) {
            for (std::size_t first = 0; first + length <= indexes_.size(); ++first) {
                if (is_phrase(first, first + length)) {
                    return {{{first, first + length}, Proof::checksum}};
                }
            }
        }
        return unproved();
    }

private:
    std::size_t size() const { return indexes_.size(); }
    int sum(std::size_t first, std::size_t last) const { return sums_[last] - sums_[first]; }
    bool is_labelled(std::size_t first) const { return ends_with_label(text_.substr(0, starts_[first])); }

    // Prose does not say one thing for half a line; the phrases that test suites use do.
    bool repeats(std::size_t first, std::size_t last) const
    {
        const auto begin = indexes_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = indexes_.begin() + static_cast<std::ptrdiff_t>(last);
        const std::set<std::uint16_t> distinct(begin, end);
        return distinct.size() * 3 <= (last - first) * 2;
    }

    bool is_phrase(std::size_t first, std::size_t last) const
    {
        const bool whole = first == 0 && last == size();
        const bool labelled = is_labelled(first);
        const int bits = repeats(first, last) || (labelled && last == size()) ? clear : sum(first, last);
        if (bits >= hardly_prose || (first != 0 && last != size() && !labelled) || !fits_bip39(WordIndexes(indexes_).subspan(first, last - first))) {
            return false;
        }
        return (whole && bits <= rather_a_phrase) || ((first == 0 || last == size()) && bits <= clear) || labelled;
    }

    std::vector<IdeographPhrase> unproved() const
    {
        for (std::size_t first = 0; first + shortest_unproved <= size(); ++first) {
            const int bits = sum(first, size());
            const auto count = static_cast<int>(size() - first);
            if (size() - first <= longest_unproved && ((first == 0 && bits <= very_clear * count) || (bits < 0 && is_labelled(first)))) {
                return {{{first, size()}, Proof::surroundings}};
            }
        }
        return {};
    }

    const std::vector<std::size_t>& starts_;
    std::string_view text_;
    std::vector<std::uint16_t> indexes_;
    std::vector<int> sums_;
};

} // namespace

std::vector<IdeographPhrase> phrases_of_ideographs(const std::vector<RunWord>& run, const std::vector<std::size_t>& starts, std::string_view text)
{
    return run.size() < shortest_unproved ? std::vector<IdeographPhrase>() : Judge(run, starts, text).judged();
}

} // namespace unknot
