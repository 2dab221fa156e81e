// SPDX-License-Identifier: GPL-3.0-or-later
// One look at each word of a text, so this is where the speed of redaction is decided. Prose is mostly words of no list, and two of those next to
// each other part whatever stood before; so the chain is short nearly always, and only a chain with ten words of lists and one foreign word among
// them at most is handed on. The words that a foreign word parts are kept until the second next one, because a phrase may have one wrong word in it.
#include "redactor/phrase_words.hpp"

#include "redactor/ascii.hpp"
#include "redactor/fold.hpp"
#include "redactor/ideographs.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::size_t carried_over = 40;      // of its last words belong to the next part as well
constexpr std::size_t longest_chain = 4096; // a file of words is handed on in parts
constexpr std::size_t shortest_text = 30;   // bytes: ten ideographs
constexpr std::size_t short_text = 400;     // below it words are counted first
constexpr std::size_t longest_token = 200;
constexpr std::size_t shortest_row = 12;    // of abbreviated words
constexpr std::size_t longest_accented = 8; // bytes of four letters, of which two have marks
constexpr std::size_t a_pair = 2 * ideograph_size; // nobody writes words of one character each so, but a space may be missing
constexpr std::size_t dropped_at_once = 64; // words that are of no use any more

enum class Sort : std::uint8_t { other, letter, ideograph };

Sort sort_of(char32_t point)
{
    const auto within = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    if (within(first_ideograph, last_ideograph) || within(0x3400, 0x4DBF)) {
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

bool has_accents(std::string_view word)
{
    return static_cast<unsigned char>(word.front()) < 0xE1 && !std::all_of(word.begin(), word.end(), is_ascii);
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

// How many letters of ASCII eight bytes begin with.
std::size_t letters_in(std::uint64_t bytes)
{
    return first_marked(~letter_bits(bytes) & high_bits);
}

std::uint64_t first_bytes(std::uint64_t bytes, std::size_t count)
{
    return bytes & ((std::uint64_t{1} << (count * 8)) - 1);
}

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t part)
{
    hash = (hash ^ part) * hash_factor;
    return hash ^ (hash >> 29);
}

// A word of ASCII of fewer than sixteen letters, read by eights and hashed as word_hash() does its lower case. The size is 0 where no letter is, and
// `unsettled` where the word may be longer or go on with another script's letters.
struct ShortWord {
    std::size_t size = 0;
    std::uint64_t hash = 0;
};

constexpr std::size_t eight = sizeof(std::uint64_t);
constexpr std::size_t unsettled = 2 * eight;

ShortWord short_word(const char* bytes)
{
    constexpr std::uint64_t to_small = each_byte * 0x20;
    const std::uint64_t first = load_eight(bytes);
    std::size_t size = letters_in(first);
    std::uint64_t hash = 0;
    if (size < eight) {
        hash = mixed(size * hash_factor, first_bytes(first | to_small, size));
    } else {
        const std::uint64_t second = load_eight(bytes + eight);
        const std::size_t more = letters_in(second);
        size += more;
        if (more == eight) {
            return {unsettled, 0};
        }
        hash = mixed(size * hash_factor, first | to_small);
        hash = more == 0 ? hash : mixed(hash, first_bytes(second | to_small, more));
    }
    return static_cast<unsigned char>(bytes[size]) >= 0x80 ? ShortWord{unsettled, 0} : ShortWord{size, hash * hash_factor};
}

// Where the ideographs that begin at `at` end.
std::size_t end_of_ideographs(std::string_view text, std::size_t at)
{
    while (at < text.size() && ideograph_at(text, at) != 0) {
        at += ideograph_size;
    }
    return at;
}

} // namespace

std::string rule_of(WordList list)
{
    constexpr std::string_view names = "bip39-english bip39-japanese bip39-korean bip39-spanish bip39-chinese-simplified bip39-chinese-traditional "
                                       "bip39-french bip39-italian bip39-czech bip39-portuguese slip39 monero electrum-old ";
    std::string_view rest = names;
    for (std::size_t at = 0; at < static_cast<std::size_t>(list); ++at) {
        rest.remove_prefix(rest.find(' ') + 1);
    }
    return std::string(rest.substr(0, rest.find(' ')));
}

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

ListMask PhraseReader::lists_of(std::uint64_t key)
{
    if (dictionary_ == nullptr) {
        dictionary_ = &Dictionary::instance();
    }
    return dictionary_->lists_of(key);
}

bool PhraseReader::read_word(PhraseWord& word)
{
    while (at_ < text_.size()) {
        if (is_ascii(text_[at_]) && !is_letter(text_[at_])) {
            ++at_;
            continue;
        }
        if (is_little_endian && is_ascii(text_[at_]) && at_ + unsettled < text_.size()) {
            const ShortWord read = short_word(text_.data() + at_);
            if (read.size < unsettled) {
                word = {at_, at_ + read.size, read.hash, lists_of(read.hash), 0};
                at_ += read.size;
                return true;
            }
        }
        if (const char32_t point = ideograph_at(text_, at_)) {
            const std::size_t end = end_of_ideographs(text_, at_);
            if (end - at_ > a_pair) {
                runs_.push_back({at_, end});
                at_ = end;
                continue;
            }
            word = {at_, at_ + ideograph_size, point, chinese_.lists_of(point), 0};
            at_ = word.end;
            return true;
        }
        const std::size_t end = end_of_word(text_, at_);
        if (end == at_) {
            at_ += decode_at(text_, at_).length;
            continue;
        }
        word = {at_, end, 0, 0, 0};
        at_ = end;
        if (end - word.start <= longest_token) {
            word.key = folded_key(text_.substr(word.start, end - word.start));
            word.lists = lists_of(word.key);
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
    if (word.start == before + 1 && text_[before] == ' ') {
        return true;
    }
    if (word.start == before) {
        return false;
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
        const bool tied = tie(word);
        if (!tied) {
            end_short_row();
        }
        note_short(word);
        if (!tied) {
            if (worth_) {
                pending_ = word;
                return chain();
            }
            begin(word);
        } else if (!add(word)) {
            return chain();
        }
    }
    end_short_row();
    return worth_ ? chain() : PhraseChain();
}

void PhraseReader::end_short_row()
{
    if (short_row_.size() >= shortest_row) {
        short_rows_.push_back(short_row_);
    }
    short_row_.clear();
}

// Letters beyond ASCII take more bytes; ideographs, which come in threes, are none that anybody abbreviates.
void PhraseReader::note_short(const PhraseWord& word)
{
    const std::size_t size = word.end - word.start;
    const bool may_be = size == 3 || size == 4 || (size > 4 && size <= longest_accented && has_accents(text_.substr(word.start, size)));
    if (may_be && !is_ideograph(word.key)) {
        short_row_.push_back(word);
    } else if (short_row_.size() < shortest_row) {
        short_row_.clear();
    } else {
        end_short_row();
    }
}

} // namespace unknot
