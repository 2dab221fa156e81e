// SPDX-License-Identifier: GPL-3.0-or-later
// TR39 compares a word's skeleton: each character replaced by the one that stands for all that look like it. Taken alone it misses what people are
// sent, and it is case-sensitive where host names are not. So a word loses case, compatibility forms and accents before the table is looked up, and
// case and accents once more behind it: the table writes `0` as a capital `O`, and `ł` as an `l` with a stroke over it.
//
// What the table leaves apart on purpose, because it compares good fonts, is folded last: small capitals, and the digits that are read as letters.
// The blurred form goes a step further, from what looks the same to what is mistaken at a glance. Pairs of letters come first (`vv` is a `w`, `cl` a
// `d`), then single ones, and a run of `n`s is one: the skeleton has an `m` as `rn`.
#include "unknot/confusables.hpp"

#include "confusables/table.hpp"
#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unknot {

namespace {

struct Letter {
    char32_t point;
    char letter;
};

// What the table leaves as it is, or makes of other letters.
constexpr std::array<Letter, 28> letters = {{{U'3', 'e'}, {U'5', 's'}, {U'\u00FE', 'p'}, {U'\u0138', 'k'}, {U'\u0185', 'b'}, {U'\u0188', 'c'},
    {U'\u01AB', 't'}, {U'\u0250', 'a'}, {U'\u0262', 'g'}, {U'\u0274', 'n'}, {U'\u027E', 'r'}, {U'\u0280', 'r'}, {U'\u0289', 'u'}, {U'\u028D', 'm'},
    {U'\u0299', 'b'}, {U'\u029C', 'h'}, {U'\u029F', 'l'}, {U'\u03C0', 'n'}, {U'\u1D00', 'a'}, {U'\u1D07', 'e'}, {U'\u1D0E', 'u'}, {U'\u1D1B', 't'},
    {U'\u2C6A', 'k'}, {U'\u2C6C', 'z'}, {U'\u2C71', 'v'}, {U'\u2C73', 'w'}, {U'\u2C74', 'v'}, {U'\u1D0B', 'k'}}};

std::string decoded_with(std::string_view text, void (*add)(char32_t point, std::string& out))
{
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        add(decoded.point, out);
        offset += decoded.length;
    }
    return out;
}

void add_confusable(char32_t point, std::string& out)
{
    const auto row = std::lower_bound(confusable_rows.begin(), confusable_rows.end(), point,
        [](const Confusable& confusable, char32_t wanted) { return confusable.point < wanted; });
    if (row == confusable_rows.end() || row->point != point) {
        encode(point, out);
        return;
    }
    for (const char32_t target : confusable_targets.subspan(row->begin, row->length)) {
        encode(target, out);
    }
}

void add_letter(char32_t point, std::string& out)
{
    const auto* const found = std::find_if(letters.begin(), letters.end(), [&](const Letter& letter) { return letter.point == point; });
    if (found != letters.end()) {
        out += found->letter == 'm' ? std::string_view("rn") : std::string_view(&found->letter, 1);
    } else if (point_class(point) != PointClass::mark) {
        encode(point, out);
    }
}

char blurred_letter(char letter)
{
    switch (letter) {
    case 'b': return 'd';
    case 'c': return 'e';
    case 'q': return 'g';
    case 'r': return 'n';
    default: return letter;
    }
}

constexpr std::array<std::pair<std::string_view, char>, 7> pairs = {
    {{"vv", 'w'}, {"cl", 'd'}, {"dl", 'd'}, {"lb", 'd'}, {"lh", 'h'}, {"lk", 'k'}, {"lc", 'k'}}};

// The letter that the text begins with for a hasty reader, taken off it.
char take_blurred(std::string_view& text)
{
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& entry) { return text.starts_with(entry.first); });
    const char letter = pair != pairs.end() ? pair->second : blurred_letter(text.front());
    text.remove_prefix(pair != pairs.end() ? 2 : 1);
    return letter;
}

bool has_twins_of_latin(char32_t point)
{
    return (point >= 0x370 && point <= 0x58F) || (point >= 0x13A0 && point <= 0x13FF) || (point >= 0x1C80 && point <= 0x1C8F)
           || (point >= 0x1F00 && point <= 0x1FFF) || (point >= 0x2C80 && point <= 0x2CFF) || (point >= 0xA640 && point <= 0xA69F)
           || (point >= 0xAB70 && point <= 0xABBF);
}

bool is_latin(char32_t point)
{
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point <= 0x2AF) || (point >= 0x1E00 && point <= 0x1EFF);
}

} // namespace

std::string skeleton(std::string_view word)
{
    const std::string plain = without_accents(fold_case(to_nfkc(word)));
    const std::string alike = fold_case(without_accents(decoded_with(plain, add_confusable)));
    return decoded_with(alike, add_letter);
}

std::string blurred(std::string_view word)
{
    std::string same = skeleton(word);
    std::replace(same.begin(), same.end(), 'i', 'l');
    std::string out;
    for (std::string_view rest = same; !rest.empty();) {
        const char letter = take_blurred(rest);
        if (letter != 'n' || !out.ends_with('n')) {
            out += letter;
        }
    }
    return out;
}

bool mixes_scripts(std::string_view word)
{
    bool latin = false;
    bool twin = false;
    for (std::size_t offset = 0; offset < word.size();) {
        const Decoded decoded = decode_at(word, offset);
        latin = latin || is_latin(decoded.point);
        twin = twin || has_twins_of_latin(decoded.point);
        offset += decoded.length;
    }
    return latin && twin;
}

} // namespace unknot
