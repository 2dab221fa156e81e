// SPDX-License-Identifier: GPL-3.0-or-later
// Lines are broken where UAX #14 allows it, by libunistring's table of possible breaks. The filling is our own: libunistring's
// u8_width_linebreaks leaves a word that is too long whole, and a terminal would then break it anywhere. A line is a run of pieces,
// each ending at a possible break; a piece goes to the next line when it does not fit, its trailing spaces not counted, and a piece that
// is wider than a whole line is cut between code points, combining marks staying with what they stand on.
//
// libunistring must see valid UTF-8 only, so every text passes repaired() first.
#include "unknot/display.hpp"

#include "unknot/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <uniwidth.h>

namespace unknot {

namespace {

constexpr const char* breaking_rules = "UTF-8"; // an encoding that is not East Asian: ambiguous characters are narrow

const std::uint8_t* bytes(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

struct Free {
    void operator()(std::uint8_t* memory) const { std::free(memory); }
};

// What a libunistring function returned; the given text when it failed (memory only, as the text is valid).
std::string taken(std::uint8_t* memory, std::size_t length, std::string_view otherwise)
{
    const std::unique_ptr<std::uint8_t, Free> owner(memory);
    return memory == nullptr ? std::string(otherwise) : std::string(reinterpret_cast<const char*>(memory), length);
}

std::string repaired(std::string_view text)
{
    if (!first_invalid(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        if (decoded.valid) {
            out.append(text.substr(offset, decoded.length));
        } else {
            encode(0xFFFD, out);
        }
        offset += decoded.length;
    }
    return out;
}

std::string normalised(std::string_view text, uninorm_t form)
{
    const std::string valid = repaired(text);
    std::size_t length = 0;
    std::uint8_t* result = u8_normalize(form, bytes(valid), valid.size(), nullptr, &length);
    return taken(result, length, valid);
}

int point_width(char32_t point)
{
    if (point < 0x7F || (point >= first_ideograph && point <= last_ideograph)) {
        return point < U' ' ? 0 : point < 0x7F ? 1 : 2; // nearly every text, without a look into the tables
    }
    const int width = uc_width(static_cast<ucs4_t>(point), breaking_rules);
    return width < 0 ? 0 : width;
}

bool is_accent(char32_t point)
{
    return point >= 0x300 && point <= 0x36F;
}

bool is_han(char32_t point)
{
    return (point >= first_ideograph && point <= last_ideograph) || (point >= 0x3400 && point <= 0x4DBF) || point == 0x3007 || (point >= 0xF900 && point <= 0xFAFF)
           || (point >= 0x20000 && point <= 0x323AF);
}

std::string_view without_trailing_spaces(std::string_view line)
{
    while (!line.empty() && line.back() == ' ') {
        line.remove_suffix(1);
    }
    return line;
}

// Bytes of the longest beginning of `text` that fits, at least one code point with its combining marks.
std::size_t fitting(std::string_view text, int width)
{
    std::size_t length = 0;
    int columns = 0;
    while (length < text.size()) {
        const Decoded decoded = decode_at(text, length);
        columns += point_width(decoded.point);
        if (columns > width && length > 0) {
            break;
        }
        length += decoded.length;
    }
    return length;
}

// Collects the lines of one paragraph, piece after piece.
class Filler {
public:
    Filler(std::string_view paragraph, int width, std::vector<std::string>& lines) : paragraph_(paragraph), width_(width), lines_(lines) {}

    // The piece that ends at `end`.
    void add_until(std::size_t end)
    {
        const std::string_view piece = paragraph_.substr(end_, end - end_);
        std::string_view shown = without_trailing_spaces(piece);
        const auto spaces = static_cast<int>(piece.size() - shown.size());
        int columns = display_width(shown);
        if (end_ > begin_ && columns_ + columns > width_) {
            end_line();
        }
        for (; columns > width_; columns = display_width(shown)) {
            const std::size_t cut = fitting(shown, width_);
            if (cut == shown.size()) {
                break; // one character that is wider than a line
            }
            end_ += cut;
            end_line();
            shown.remove_prefix(cut);
        }
        columns_ += columns + spaces;
        end_ = end;
    }

    void end_line()
    {
        lines_.emplace_back(without_trailing_spaces(paragraph_.substr(begin_, end_ - begin_)));
        begin_ = end_;
        columns_ = 0;
    }

private:
    std::string_view paragraph_;
    int width_;
    std::vector<std::string>& lines_;
    std::size_t begin_ = 0; // of the line
    std::size_t end_ = 0;   // of what is in it
    int columns_ = 0;
};

// An address broken behind a dot reads as another one (`bank.example.` and `evil.top` on the next line), and can't be copied. The library
// breaks there, although rule LB29 of UAX #14 forbids it.
bool inside_name(std::string_view text, std::size_t at)
{
    const auto ascii_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return at >= 2 && text[at - 1] == '.' && ascii_word(text[at - 2]) && ascii_word(text[at]);
}

// Whether one of the characters that always end a line may begin with this byte: controls, U+0085, U+2028 and U+2029.
bool may_end_line(char byte)
{
    return (byte >= '\0' && byte < ' ') || byte == '\xC2' || byte == '\xE2';
}

void wrap_paragraph(std::string_view paragraph, int width, std::vector<std::string>& lines)
{
    if (std::none_of(paragraph.begin(), paragraph.end(), may_end_line) && display_width(paragraph) <= width) {
        lines.emplace_back(without_trailing_spaces(paragraph));
        return;
    }
    std::vector<char> breaks(paragraph.size());
    u8_possible_linebreaks(bytes(paragraph), paragraph.size(), breaking_rules, breaks.data());
    Filler filler(paragraph, width, lines);
    for (std::size_t i = 1; i < paragraph.size(); ++i) {
        if ((breaks[i] == UC_BREAK_POSSIBLE && !inside_name(paragraph, i)) || breaks[i] == UC_BREAK_MANDATORY) {
            filler.add_until(i);
        }
    }
    filler.add_until(paragraph.size());
    filler.end_line();
}

// ASCII, the letters of Latin-1 and most of Chinese are their own normal form where nothing else stands among them.
bool is_plainly_nfkc(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
        } else if (text[at] == '\xC3' && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80) {
            at += 2;
        } else if (ideograph_at(text, at) != 0) {
            at += ideograph_size;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

std::string sanitised(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t plain = plain_length(text.substr(offset));
        out += text.substr(offset, plain);
        offset += plain;
        const Decoded decoded = decode_at(text, offset);
        const char32_t point = decoded.point == U'\t' ? U' ' : decoded.point;
        if (decoded.valid && !is_forbidden(point)) {
            out += point == decoded.point ? text.substr(offset, decoded.length) : " ";
        } else if (!decoded.valid && decoded.length > 0) {
            encode(point, out);
        }
        offset += decoded.length;
    }
    return out;
}

int display_width(std::string_view text)
{
    int width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        width += point_width(decoded.point);
        offset += decoded.length;
    }
    return width;
}

std::vector<std::string> wrapped(std::string_view text, int width)
{
    const std::string valid = repaired(text);
    std::string_view rest = valid;
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = rest.find('\n');
        wrap_paragraph(rest.substr(0, end), width < 1 ? 1 : width, lines);
        if (end == std::string_view::npos) {
            return lines;
        }
        rest.remove_prefix(end + 1);
    }
}

std::string to_nfc(std::string_view text)
{
    return normalised(text, UNINORM_NFC);
}

std::string to_nfkc(std::string_view text)
{
    return is_plainly_nfkc(text) ? std::string(text) : normalised(text, UNINORM_NFKC);
}

std::string fold_case(std::string_view text)
{
    const std::string valid = repaired(text);
    std::size_t length = 0;
    std::uint8_t* result = u8_casefold(bytes(valid), valid.size(), nullptr, nullptr, nullptr, &length);
    return taken(result, length, valid);
}

std::string without_accents(std::string_view text)
{
    const std::string apart = normalised(text, UNINORM_NFD);
    std::string kept;
    kept.reserve(apart.size());
    for (std::size_t offset = 0; offset < apart.size();) {
        const Decoded decoded = decode_at(apart, offset);
        if (!is_accent(decoded.point)) {
            kept.append(apart, offset, decoded.length);
        }
        offset += decoded.length;
    }
    return to_nfc(kept);
}

PointClass point_class(char32_t point)
{
    if (is_han(point)) {
        return PointClass::han;
    }
    const auto code = static_cast<ucs4_t>(point);
    if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L)) {
        return PointClass::letter;
    }
    if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_N)) {
        return PointClass::digit;
    }
    return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M) ? PointClass::mark : PointClass::other;
}

} // namespace unknot
