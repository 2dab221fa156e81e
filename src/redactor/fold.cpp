// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/fold.hpp"

#include "redactor/ascii.hpp"
#include "unknot/utf8.hpp"

namespace unknot {

namespace {

constexpr char32_t first_latin = 0xC0;
constexpr char32_t first_mark = 0x300;
constexpr char32_t last_mark = 0x36F;
constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t last_syllable = 0xD7A3;
constexpr char32_t voiced_mark = 0x3099;

// The letters of U+00C0 to U+017F without their marks; a dot where there is none to take off.
constexpr std::string_view latin_bases = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
                                         "aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
                                         "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";

void append(FoldedWord& word, char32_t point)
{
    word.size += encode(point, word.bytes.data() + word.size);
}

void append_syllable(FoldedWord& word, char32_t point)
{
    constexpr char32_t vowels = 21;
    constexpr char32_t finals = 28;
    const char32_t at = point - first_syllable;
    append(word, 0x1100 + at / (vowels * finals));
    append(word, 0x1161 + at / finals % vowels);
    if (at % finals > 0) {
        append(word, 0x11A7 + at % finals);
    }
}

// 1 for a kana with the voiced mark, 2 for one with the semi-voiced, 0 for one without.
char32_t kana_mark(char32_t point)
{
    if (point >= 0x304B && point <= 0x3062) {
        return (point - 0x304B) % 2;
    }
    if (point >= 0x3063 && point <= 0x3069) {
        return point >= 0x3064 && point % 2 == 1 ? 1 : 0;
    }
    return point >= 0x306F && point <= 0x307D ? (point - 0x306F) % 3 : 0;
}

void append_point(FoldedWord& word, char32_t point)
{
    if (point >= first_mark && point <= last_mark) {
        return;
    }
    if (point >= first_latin && point - first_latin < latin_bases.size() && latin_bases[point - first_latin] != '.') {
        word.bytes[word.size++] = latin_bases[point - first_latin];
    } else if (point >= first_syllable && point <= last_syllable) {
        append_syllable(word, point);
    } else if (const char32_t mark = kana_mark(point)) {
        append(word, point - mark);
        append(word, voiced_mark + mark - 1);
    } else {
        append(word, point);
    }
}

} // namespace

std::uint64_t word_key(std::string_view folded)
{
    const Decoded first = decode_at(folded, 0);
    const bool ideograph = first.length == folded.size() && first.point >= first_ideograph && first.point <= last_ideograph;
    return ideograph ? first.point : word_hash(folded);
}

FoldedWord fold_word(std::string_view word)
{
    FoldedWord folded;
    std::size_t at = 0;
    while (at < word.size()) {
        if (folded.size > longest_word) {
            return {};
        }
        if (static_cast<unsigned char>(word[at]) < 0x80) {
            folded.bytes[folded.size++] = to_lower(word[at++]);
        } else {
            const Decoded found = decode_at(word, at);
            append_point(folded, found.point);
            at += found.length;
        }
    }
    return folded;
}

std::uint64_t folded_key(std::string_view word)
{
    std::array<char, 16> small{};
    if (word.size() <= small.size()) {
        unsigned char all = 0;
        for (std::size_t i = 0; i < word.size(); ++i) {
            small[i] = static_cast<char>(word[i] | 0x20);
            all |= static_cast<unsigned char>(word[i]);
        }
        if (all < 0x80) {
            return word_hash({small.data(), word.size()});
        }
    }
    return word_key(fold_word(word).view());
}

} // namespace unknot
