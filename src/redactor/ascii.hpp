// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of ASCII characters that do not depend on the locale and take any byte.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace unknot {

// Every detector asks this of nearly every byte, so one look into a table answers it.
constexpr unsigned char ascii_digit = 1;
constexpr unsigned char ascii_letter = 2;

constexpr std::array<unsigned char, 256> make_ascii_classes()
{
    std::array<unsigned char, 256> classes{};
    for (std::size_t c = 0; c < 26; ++c) {
        classes['a' + c] = ascii_letter;
        classes['A' + c] = ascii_letter;
    }
    for (std::size_t c = '0'; c <= '9'; ++c) {
        classes[c] = ascii_digit;
    }
    return classes;
}

inline constexpr std::array<unsigned char, 256> ascii_classes = make_ascii_classes();

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c)
{
    return (ascii_classes[static_cast<unsigned char>(c)] & ascii_letter) != 0;
}

constexpr bool is_alphanumeric(char c)
{
    return ascii_classes[static_cast<unsigned char>(c)] != 0;
}

constexpr char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_hexadecimal(char c)
{
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

constexpr bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Marks that are asked for at so many places that a search among them would be felt.
class Marks {
public:
    constexpr explicit Marks(std::string_view marks)
    {
        for (const char mark : marks) {
            among_[static_cast<unsigned char>(mark)] = true;
        }
    }

    constexpr bool has(char c) const { return among_[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> among_{};
};

constexpr std::uint64_t each_byte = 0x0101010101010101ULL;
constexpr std::uint64_t high_bits = each_byte * 0x80;
constexpr bool is_little_endian = std::endian::native == std::endian::little;

// The next eight bytes, of which the first is the lowest.
inline std::uint64_t load_eight(const char* bytes)
{
    std::uint64_t loaded = 0;
    std::memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
}

// The high bit of each byte that is a digit: what with the bits of '0' taken off is under ten.
constexpr std::uint64_t digit_bits(std::uint64_t bytes)
{
    const std::uint64_t value = bytes ^ (each_byte * '0');
    return ~(((value & ~high_bits) + each_byte * (0x80 - 10)) | value) & high_bits;
}

constexpr std::uint64_t letter_bits(std::uint64_t bytes)
{
    const std::uint64_t small = (bytes | each_byte * 0x20) & ~high_bits;
    return (small + each_byte * (0x80 - 'a')) & ~(small + each_byte * (0x7F - 'z')) & ~bytes & high_bits;
}

// The number of the first byte whose high bit is set; 8 for none.
constexpr std::size_t first_marked(std::uint64_t bits)
{
    return static_cast<std::size_t>(std::countr_zero(bits)) / 8;
}

// Where the next digit stands, or the size of the text. Most of a text is none, so eight bytes are looked at together.
inline std::size_t next_digit(std::string_view text, std::size_t at)
{
    while (is_little_endian && at + sizeof(std::uint64_t) <= text.size()) {
        const std::uint64_t digits = digit_bits(load_eight(text.data() + at));
        if (digits != 0) {
            return at + first_marked(digits);
        }
        at += sizeof(std::uint64_t);
    }
    while (at < text.size() && !is_digit(text[at])) {
        ++at;
    }
    return at;
}

inline std::size_t end_of_digits(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at;
}

// The end of the letters and digits that begin at `at`. A processor loses more time at the end of a word than on all of its letters, so there is one
// step for each eight of them.
inline std::size_t end_of_alphanumerics(std::string_view text, std::size_t at)
{
    while (is_little_endian && at + sizeof(std::uint64_t) <= text.size()) {
        const std::uint64_t bytes = load_eight(text.data() + at);
        const std::uint64_t others = ~(letter_bits(bytes) | digit_bits(bytes)) & high_bits;
        if (others != 0) {
            return at + first_marked(others);
        }
        at += sizeof(std::uint64_t);
    }
    while (at < text.size() && is_alphanumeric(text[at])) {
        ++at;
    }
    return at;
}

inline std::size_t end_of_letters(std::string_view text, std::size_t at)
{
    while (is_little_endian && at + sizeof(std::uint64_t) <= text.size()) {
        const std::uint64_t others = ~letter_bits(load_eight(text.data() + at)) & high_bits;
        if (others != 0) {
            return at + first_marked(others);
        }
        at += sizeof(std::uint64_t);
    }
    while (at < text.size() && is_letter(text[at])) {
        ++at;
    }
    return at;
}

inline std::string lower(std::string_view text)
{
    std::string small(text);
    for (char& c : small) {
        c = to_lower(c);
    }
    return small;
}

inline bool begins_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

} // namespace unknot
