// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/phrase_run.hpp"

#include "redactor/ascii.hpp"
#include "redactor/word_list.hpp"
#include "unknot/hash.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace unknot {

namespace {

constexpr std::size_t shortest_word = 3;
constexpr std::size_t longest_word = 8;
constexpr std::string_view ascii_separators = " \t\r\n\v\f,;|\"'`*#>[]()-";

std::optional<std::uint16_t> find_word(std::string_view letters)
{
    if (letters.size() < shortest_word || letters.size() > longest_word) {
        return std::nullopt;
    }
    std::array<char, longest_word> lower{};
    std::transform(letters.begin(), letters.end(), lower.begin(), to_lower);
    const std::string_view wanted(lower.data(), letters.size());
    const auto found = std::lower_bound(bip39_english.begin(), bip39_english.end(), wanted);
    if (found == bip39_english.end() || *found != wanted) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(found - bip39_english.begin());
}

// How many bytes of a separator stand at the start, 0 for none. Beyond ASCII: no-break and soft marks, all of general punctuation
// (typographic spaces, quotes, dashes, bullets, invisible marks), and the ideographic space and commas.
std::size_t separator_size(std::string_view text)
{
    constexpr std::array<std::string_view, 7> marks = {"\xC2\xA0",     "\xC2\xAD",     "\xC2\xB7",    "\xE3\x80\x80",
                                                       "\xE3\x80\x81", "\xEF\xBC\x8C", "\xEF\xBB\xBF"};
    if (ascii_separators.find(text.front()) != std::string_view::npos) {
        return 1;
    }
    for (const std::string_view mark : marks) {
        if (text.substr(0, mark.size()) == mark) {
            return mark.size();
        }
    }
    const bool punctuation = text.size() >= 3 && (text.substr(0, 2) == "\xE2\x80" || text.substr(0, 2) == "\xE2\x81");
    return punctuation ? 3 : 0;
}

// The size of a list number at the start, such as `1.`, `02)`, `3:` or `4`; 0 for any other.
std::size_t numbering_size(std::string_view text)
{
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) {
        ++digits;
    }
    if (digits == 0 || digits > 2) {
        return 0;
    }
    const bool mark = digits < text.size() && (text[digits] == '.' || text[digits] == ')' || text[digits] == ':');
    return mark ? digits + 1 : digits;
}

bool is_first_number(std::string_view numbering)
{
    const std::size_t one = numbering.find('1');
    return one != std::string_view::npos && numbering.substr(0, one).find_first_not_of('0') == std::string_view::npos &&
           (one + 1 == numbering.size() || !is_digit(numbering[one + 1]));
}

// The evidence in the bytes between two words, or nothing where they part the words. At most one number may stand there.
std::optional<std::size_t> edge_of_gap(std::string_view gap)
{
    std::size_t edge = 0;
    bool numbered = false;
    while (!gap.empty()) {
        std::size_t size = separator_size(gap);
        if (size == 0) {
            size = numbered ? 0 : numbering_size(gap);
            numbered = true;
            edge = is_first_number(gap.substr(0, size)) ? run_edge : edge;
        } else if (gap.front() == '\n') {
            edge = std::max(edge, line_edge);
        }
        if (size == 0) {
            return std::nullopt;
        }
        gap.remove_prefix(size);
    }
    return edge;
}

} // namespace

bool PhraseReader::join(PhraseWord word)
{
    if (run_.empty()) {
        word.edge = run_edge;
    } else {
        const std::optional<std::size_t> edge = edge_of_gap(text_.substr(run_.back().end, word.start - run_.back().end));
        if (!edge) {
            return false;
        }
        word.edge = *edge;
    }
    run_.push_back(word);
    return true;
}

const PhraseRun* PhraseReader::next()
{
    run_.clear();
    while (at_ < text_.size()) {
        if (!is_letter(text_[at_])) {
            ++at_;
            continue;
        }
        std::size_t end = at_;
        while (end < text_.size() && is_letter(text_[end])) {
            ++end;
        }
        const std::optional<std::uint16_t> index = find_word(text_.substr(at_, end - at_));
        if (index && !join({at_, end, *index, 0})) {
            return &run_;
        }
        at_ = end;
        if (!index && !run_.empty()) {
            return &run_;
        }
    }
    return run_.empty() ? nullptr : &run_;
}

std::string_view word_of(const PhraseWord& word)
{
    return bip39_english[word.index];
}

// Each word is eleven bits; a third as many bits as there are words, at most eight, are the first bits of the hash of those before.
bool checksum_fits(const PhraseWord* first, std::size_t count)
{
    std::string bits(33, '\0');
    for (std::size_t bit = 0; bit < count * 11; ++bit) {
        const unsigned value = (static_cast<unsigned>(first[bit / 11].index) >> (10 - bit % 11)) & 1U;
        const unsigned byte = static_cast<unsigned char>(bits[bit / 8]) | (value << (7 - bit % 8));
        bits[bit / 8] = static_cast<char>(byte);
    }
    const std::size_t entropy_size = count * 4 / 3;
    const std::string digest = sha256(std::string_view(bits).substr(0, entropy_size));
    const unsigned difference = static_cast<unsigned char>(digest[0]) ^ static_cast<unsigned char>(bits[entropy_size]);
    return difference >> (8 - count / 3) == 0;
}

} // namespace unknot
