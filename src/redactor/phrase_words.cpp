// SPDX-License-Identifier: GPL-3.0-or-later
// One look at each word of a text, so this is where the speed of redaction is decided. Prose is mostly words of no list, and two of those next to
// each other part whatever stood before; so the chain is short nearly always, and only a chain with ten words of lists and one foreign word among
// them at most is handed on. The words that a foreign word parts are kept until the second next one, because a phrase may have one wrong word in it.
#include "redactor/phrase_words.hpp"

#include "redactor/ascii.hpp"
#include "redactor/fold.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace unknot {

namespace {

constexpr std::size_t carried_over = 40;      // of its last words belong to the next part as well
constexpr std::size_t longest_chain = 4096; // a file of words is handed on in parts
constexpr std::size_t shortest_text = 30;   // bytes: ten ideographs
constexpr std::size_t short_text = 400;     // below it words are counted first
constexpr std::size_t longest_token = 200;
constexpr std::size_t dropped_at_once = 64; // words that are of no use any more

enum class Sort : std::uint8_t { other, letter, ideograph };

Sort sort_of(char32_t point)
{
    const auto within = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    if (within(0x4E00, 0x9FFF) || within(0x3400, 0x4DBF)) {
        return Sort::ideograph;
    }
    const bool letter = (within(0xC0, 0x24F) && point != 0xD7 && point != 0xF7) || within(0x300, 0x36F) || within(0x1E00, 0x1EFF)
                        || within(0x3041, 0x309A) || within(0x30A1, 0x30FC) || within(0x1100, 0x11FF) || within(0xAC00, 0xD7A3);
    return letter ? Sort::letter : Sort::other;
}

bool is_ascii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

// The end of the word that begins at `at`; `at` where none does.
std::size_t end_of_word(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size()) {
        if (is_ascii(text[end])) {
            if (!is_letter(text[end])) {
                break;
            }
            ++end;
            continue;
        }
        const Decoded found = decode_at(text, end);
        const Sort sort = sort_of(found.point);
        if (sort == Sort::ideograph && end == at) {
            return end + found.length;
        }
        if (sort != Sort::letter) {
            break;
        }
        end += found.length;
    }
    return end;
}

// The hash of the folded word. Letters of ASCII and ideographs need no folding but for the case.
std::uint64_t hash_of(std::string_view word)
{
    std::array<char, 16> small{};
    if (is_ascii(word.front()) && word.size() <= small.size()) {
        bool ascii = true;
        for (std::size_t i = 0; i < word.size(); ++i) {
            small[i] = static_cast<char>(word[i] | 0x20);
            ascii = ascii && is_ascii(word[i]);
        }
        if (ascii) {
            return word_hash({small.data(), word.size()});
        }
    }
    return word.size() == 3 && static_cast<unsigned char>(word.front()) >= 0xE4 ? word_hash(word) : word_hash(fold_word(word).view());
}

// Reads the letters of ASCII at the beginning of eight bytes all at once, and hashes them as word_hash() does their lower case. The size is 0 where
// no letter is, and 8 or more where the word is not settled by these bytes: it may be longer, or go on with another script's letters.
struct ShortWord {
    std::size_t size = 0;
    std::uint64_t hash = 0;
};

ShortWord short_word(const char* bytes)
{
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    std::uint64_t loaded = 0;
    std::memcpy(&loaded, bytes, sizeof loaded);
    const std::uint64_t small = loaded | (ones * 0x20);
    const std::uint64_t plain = small & (ones * 0x7F);
    const std::uint64_t letters = (plain + ones * (0x80 - 'a')) & ~(plain + ones * (0x7F - 'z')) & ~loaded & (ones * 0x80);
    const auto size = static_cast<std::size_t>(std::countr_zero(~letters & (ones * 0x80))) / 8;
    if (size == 0 || size >= 8 || static_cast<unsigned char>(bytes[size]) >= 0x80) {
        return {size == 0 ? 0 : sizeof loaded, 0};
    }
    std::uint64_t hash = ((size * hash_factor) ^ (small & ((std::uint64_t{1} << (size * 8)) - 1))) * hash_factor;
    hash ^= hash >> 29;
    return {size, hash * hash_factor};
}

constexpr bool reads_eight_at_once = std::endian::native == std::endian::little;

} // namespace

bool too_short_for_phrase(std::string_view text)
{
    if (text.size() < shortest_text) {
        return true;
    }
    if (text.size() >= short_text) {
        return false;
    }
    std::size_t words = 0;
    bool within = false;
    for (const char c : text) {
        const bool begins = static_cast<unsigned char>(c) >= 0xE1 || (is_letter(c) && !within);
        words += begins ? 1 : 0;
        within = is_letter(c);
    }
    return words < fewest_known;
}

bool PhraseReader::read_word(PhraseWord& word)
{
    while (at_ < text_.size()) {
        if (is_ascii(text_[at_]) && !is_letter(text_[at_])) {
            ++at_;
            continue;
        }
        if (reads_eight_at_once && at_ + sizeof(std::uint64_t) < text_.size()) {
            const ShortWord read = short_word(text_.data() + at_);
            if (read.size > 0 && read.size < sizeof(std::uint64_t)) {
                word = {at_, at_ + read.size, read.hash, dictionary_.lists_of(read.hash), 0, false};
                at_ += read.size;
                return true;
            }
        }
        const std::size_t end = end_of_word(text_, at_);
        if (end == at_) {
            at_ += decode_at(text_, at_).length;
            continue;
        }
        word = {at_, end, 0, 0, 0, false};
        at_ = end;
        if (end - word.start <= longest_token) {
            word.hash = hash_of(text_.substr(word.start, end - word.start));
            word.lists = dictionary_.lists_of(word.hash);
        }
        return true;
    }
    return false;
}

// Whether the word goes on with the chain; notes what the gap tells about it.
bool PhraseReader::tie(PhraseWord& word) const
{
    if (words_.empty()) {
        word.edge = run_edge;
        return true;
    }
    const std::size_t before = words_.back().end;
    word.tight = before == word.start;
    if (word.tight || (word.start == before + 1 && text_[before] == ' ')) {
        return true;
    }
    const std::optional<std::uint8_t> edge = edge_of_gap(text_.substr(before, word.start - before));
    word.edge = edge.value_or(0);
    return edge.has_value();
}

void PhraseReader::clear()
{
    words_.clear();
    first_ = 0;
    known_ = known_before_ = 0;
    worth_ = false;
}

void PhraseReader::begin(const PhraseWord& word)
{
    clear();
    PhraseWord first = word;
    first.edge = run_edge;
    first.tight = false;
    add(first);
}

// False where the chain ends with this word.
bool PhraseReader::add(const PhraseWord& word)
{
    words_.push_back(word);
    if (word.lists != 0) {
        ++known_;
        worth_ = worth_ || known_ + known_before_ >= fewest_known;
        return words_.size() < longest_chain;
    }
    if (worth_) {
        const bool two_in_a_row = known_ == 0;
        known_before_ = known_;
        known_ = 0;
        return !two_in_a_row;
    }
    // What stood before the last foreign word can be of no phrase any more; that word itself may be a phrase's first one, misspelt.
    first_ = words_.size() - std::min(words_.size() - first_, known_ + 2);
    if (first_ > dropped_at_once) {
        words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
    known_before_ = known_;
    known_ = 0;
    return true;
}

PhraseChain PhraseReader::next()
{
    const std::size_t kept = words_.size() >= longest_chain ? carried_over : 0;
    const std::vector<PhraseWord> tail(words_.end() - static_cast<std::ptrdiff_t>(kept), words_.end());
    clear();
    std::for_each(tail.begin(), tail.end(), [this](const PhraseWord& last) { add(last); });
    if (pending_) {
        begin(*pending_);
        pending_.reset();
    }
    PhraseWord word;
    while (read_word(word)) {
        if (!tie(word)) {
            if (worth_) {
                pending_ = word;
                return chain();
            }
            begin(word);
        } else if (!add(word)) {
            return chain();
        }
    }
    return worth_ ? chain() : PhraseChain();
}

} // namespace unknot
