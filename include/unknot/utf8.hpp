// SPDX-License-Identifier: GPL-3.0-or-later
// Code points in UTF-8 bytes that nobody has checked yet, and which of them no text may hold. Knows nothing of width or normal forms.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unknot {

struct Decoded {
    char32_t point = 0;       // U+FFFD when the bytes are not valid, 0 at the end
    std::size_t length = 0;   // bytes taken; at least 1, but 0 at or behind the end
    bool valid = false;
};

// The code point that begins at `offset`. An invalid sequence ends before the byte that breaks it.
Decoded decode_beyond_ascii(std::string_view text, std::size_t offset); // its longer part
inline Decoded decode_at(std::string_view text, std::size_t offset)
{
    const bool ascii = offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80;
    return ascii ? Decoded{static_cast<unsigned char>(text[offset]), 1, true} : decode_beyond_ascii(text, offset);
}

// Whether a byte goes on with a character that another one began.
constexpr bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Nearly all of Chinese: the block of unified ideographs, each of three bytes.
constexpr char32_t first_ideograph = 0x4E00;
constexpr char32_t last_ideograph = 0x9FFF;
constexpr std::size_t ideograph_size = 3;

// The one that begins at `offset`; 0 where none does.
constexpr char32_t ideograph_at(std::string_view text, std::size_t offset)
{
    constexpr char32_t first_two = 0xE4B8; // bytes of the first ideograph
    constexpr char32_t last_two = 0xE9BF;
    if (offset + 2 >= text.size()) {
        return 0;
    }
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i])); };
    const char32_t two = byte(0) << 8U | byte(1);
    const bool inside = two >= first_two && two <= last_two && is_continuation(text[offset + 1]) && is_continuation(text[offset + 2]);
    return inside ? (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU) : 0;
}

// Appends the point's bytes to `out`; U+FFFD for what is no code point.
void encode(char32_t point, std::string& out);

// The same to where there is room for four bytes; how many it were.
std::size_t encode(char32_t point, char* out);

// An invalid sequence counts as one.
std::size_t count_points(std::string_view text);

// The offset of the first byte that is not UTF-8; nothing when there is none.
std::optional<std::size_t> first_invalid(std::string_view text);

// Control characters but the line feed, bidi and zero-width ones, separators of lines, tags, surrogates and non-characters.
bool is_forbidden(char32_t point);

// Bytes at the beginning that are plainly allowed: printable ASCII, or three to a character from U+3000 to U+CFFF.
std::size_t plain_length(std::string_view text);

// The offset of the first forbidden character; invalid bytes are passed over.
std::optional<std::size_t> first_forbidden(std::string_view text);

// The first line of a text, at most `points` code points of it; "…" stands for whatever was left out. For messages.
std::string shortened(std::string_view text, std::size_t points);

// "U+202E", for messages about characters that must not be shown.
std::string point_name(char32_t point);

} // namespace unknot
