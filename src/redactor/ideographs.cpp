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
#include "redactor/phrase_words.hpp"

#include <algorithm>
#include <bitset>

namespace unknot {

namespace {

constexpr std::size_t fewest_ideographs = 11; // that may be a phrase
constexpr std::array<std::size_t, 5> lengths = {24, 21, 18, 15, 12};
constexpr std::size_t longest_unproved = 26;
constexpr std::size_t list_size = 2048;
constexpr int rather_a_phrase = -40; // tenths of a bit
constexpr int clear = -80;
constexpr int very_clear = -9; // for each character
constexpr int hardly_prose = 60;

constexpr std::array<std::int8_t, list_size> make_bits_for_prose()
{
    std::array<std::int8_t, list_size> bits{};
    for (std::size_t rank = 0; rank < list_size; ++rank) {
        bits[rank] = rank < 10 ? 48 : rank < 100 ? 27 : rank < 250 ? 13 : rank < 500 ? 4 : rank < 1000 ? -8 : -26;
    }
    return bits;
}

constexpr std::array<std::int8_t, list_size> bits_for_prose = make_bits_for_prose();

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

} // namespace

void IdeographRuns::look(std::size_t start, std::size_t end, Findings& findings)
{
    start_ = start;
    size_ = (end - start) / ideograph_size;
    if (size_ < fewest_ideographs) {
        return;
    }
    for (const WordList list : {WordList::chinese_simplified, WordList::chinese_traditional}) {
        read(list);
        search(list, findings);
    }
}

void IdeographRuns::read(WordList list)
{
    ranks_.resize(size_);
    sums_.resize(size_ + 1);
    for (std::size_t at = 0; at < size_; ++at) {
        const std::uint16_t rank = chinese_.rank_in(list, ideograph_at(text_, start_ + at * ideograph_size));
        ranks_[at] = rank;
        sums_[at + 1] = sums_[at] + (rank == ChineseWords::no_rank ? 0 : bits_for_prose[rank]);
    }
}

std::size_t IdeographRuns::end_of_known(std::size_t at) const
{
    while (knows(at)) {
        ++at;
    }
    return at;
}

// Two pieces that one character of no list parts are looked at together first, because a part of a long phrase may be taken for one.
void IdeographRuns::search(WordList list, Findings& findings)
{
    for (std::size_t first = 0; first < size_;) {
        const std::size_t last = end_of_known(first);
        const std::size_t last_of_two = last > first && knows(last + 1) ? end_of_known(last + 1) : last;
        if (last_of_two > last && report_misspelt(list, {first, last_of_two}, findings)) {
            first = last_of_two;
        } else {
            report_in(list, {first, last}, findings);
            first = last + 1;
        }
    }
}

void IdeographRuns::add(WordList list, Window phrase, Proof proof, Findings& findings) const
{
    const std::size_t start = start_ + phrase.first * ideograph_size;
    const std::size_t end = start_ + phrase.last * ideograph_size;
    report(findings, "phrase", rule_of(list), start, end, proof, std::string(text_.substr(start, end - start)));
}

// One at most, since nothing stands between two.
bool IdeographRuns::report_in(WordList list, Window piece, Findings& findings)
{
    Window phrase;
    if (piece.size() < fewest_ideographs) {
        return false;
    }
    if (find_proved(piece, phrase)) {
        add(list, phrase, Proof::checksum, findings);
        return true;
    }
    if (find_clear(piece, phrase)) {
        add(list, phrase, Proof::surroundings, findings);
        return true;
    }
    return false;
}

// With a character of no list within there is no checksum, so the number of words must be a usual one.
bool IdeographRuns::report_misspelt(WordList list, Window piece, Findings& findings) const
{
    for (const std::size_t length : lengths) {
        if (length <= piece.size() && is_clear(piece, piece.last - length)) {
            add(list, {piece.last - length, piece.last}, Proof::surroundings, findings);
            return true;
        }
    }
    return false;
}

bool IdeographRuns::is_labelled(std::size_t at) const
{
    return ends_with_label(text_.substr(0, start_ + at * ideograph_size));
}

IdeographRuns::Fresh IdeographRuns::count_fresh(std::size_t from, std::size_t count, bool backwards) const
{
    std::bitset<list_size> met;
    Fresh fresh{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint16_t rank = ranks_[backwards ? from - i : from + i];
        fresh[i + 1] = static_cast<std::uint8_t>(fresh[i] + (met[rank] ? 0 : 1));
        met.set(rank);
    }
    return fresh;
}

// Prose does not say one thing for half a line; the phrases that test suites use do.
bool IdeographRuns::repeats(Window piece, Window phrase) const
{
    const std::size_t count = phrase.size();
    const std::size_t distinct = phrase.first == piece.first ? from_front_[count]
                                 : phrase.last == piece.last ? from_back_[count]
                                                             : count_fresh(phrase.first, count, false)[count];
    return distinct * 3 <= count * 2;
}

bool IdeographRuns::is_proved(Window piece, Window phrase) const
{
    const bool labelled = std::binary_search(labelled_.begin(), labelled_.end(), phrase.first);
    const int enough = labelled ? hardly_prose - 1 : phrase.size() == piece.size() ? rather_a_phrase : clear;
    const bool looks_so = sum(phrase) <= enough || (labelled && phrase.last == piece.last) || repeats(piece, phrase);
    return looks_so && fits_bip39(WordIndexes(ranks_).subspan(phrase.first, phrase.size()));
}

// A window stands at an edge of the piece, or behind a label.
bool IdeographRuns::find_proved(Window piece, Window& phrase)
{
    labelled_.clear();
    for (std::size_t at = piece.first; at < piece.last; ++at) {
        if (is_labelled(at)) {
            labelled_.push_back(at);
        }
    }
    const std::size_t counted = std::min(piece.size(), longest_phrase);
    from_front_ = count_fresh(piece.first, counted, false);
    from_back_ = count_fresh(piece.last - 1, counted, true);
    const auto is_found = [&](std::size_t first, std::size_t length) {
        phrase = {first, first + length};
        return phrase.last <= piece.last && is_proved(piece, phrase);
    };
    for (const std::size_t length : lengths) {
        if (length > piece.size()) {
            continue;
        }
        const bool found = is_found(piece.first, length)
                           || std::any_of(labelled_.begin(), labelled_.end(), [&](std::size_t first) { return is_found(first, length); })
                           || is_found(piece.last - length, length);
        if (found) {
            return true;
        }
    }
    return false;
}

// Whether it looks like a phrase so clearly, or is called one, that no checksum is asked for.
bool IdeographRuns::is_clear(Window piece, std::size_t first) const
{
    const int bits = sum({first, piece.last});
    return (first == piece.first && bits <= very_clear * static_cast<int>(piece.size())) || (bits < 0 && is_labelled(first));
}

bool IdeographRuns::find_clear(Window piece, Window& phrase) const
{
    for (std::size_t first = piece.last - std::min(piece.size(), longest_unproved); first + fewest_ideographs <= piece.last; ++first) {
        if (is_clear(piece, first)) {
            phrase = {first, piece.last};
            return true;
        }
    }
    return false;
}

} // namespace unknot
