// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/utf16.hpp"

#include "unknot/utf8.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t fewest_units = 8; // of a text without a byte order mark
constexpr std::size_t most_units = 512;
constexpr char32_t byte_order_mark = 0xFEFF;
constexpr char32_t nothing_known = 0xFFFD;

bool is_high(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

// How many of every second byte, from the first or from the second on, are zero.
std::size_t zeros(std::string_view head, std::size_t from)
{
    std::size_t count = 0;
    for (std::size_t at = from; at < head.size(); at += 2) {
        count += head[at] == '\0' ? 1 : 0;
    }
    return count;
}

} // namespace

Utf16 utf16_of(std::string_view head)
{
    if (head.starts_with("\xFF\xFE") && head.substr(2, 2) != std::string_view("\0\0", 2)) {
        return Utf16::little_endian;
    }
    if (head.starts_with("\xFE\xFF")) {
        return Utf16::big_endian;
    }
    const std::size_t units = std::min(head.size() / 2, most_units);
    const std::size_t first = zeros(head.substr(0, units * 2), 0);
    const std::size_t second = zeros(head.substr(0, units * 2), 1);
    if (units < fewest_units || std::min(first, second) > 0 || std::max(first, second) * 10 < units * 9) {
        return Utf16::none;
    }
    return first > 0 ? Utf16::big_endian : Utf16::little_endian;
}

void Utf16Reader::take(char32_t unit, std::string& text)
{
    if (high_ != 0) {
        const bool pair = is_low(unit);
        encode(pair ? 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00) : nothing_known, text);
        high_ = 0;
        if (pair) {
            return;
        }
    }
    if (is_high(unit)) {
        high_ = unit;
    } else if (!at_start_ || unit != byte_order_mark) {
        encode(unit, text);
    }
    at_start_ = false;
}

std::string Utf16Reader::read(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    std::string joined;
    if (!rest_.empty()) {
        joined = rest_.append(bytes);
        bytes = joined;
        rest_.clear();
    }
    const std::size_t high_byte = order_ == Utf16::little_endian ? 1 : 0;
    for (; bytes.size() >= 2; bytes.remove_prefix(2)) {
        take(static_cast<char32_t>(static_cast<unsigned char>(bytes[high_byte])) << 8U | static_cast<unsigned char>(bytes[1 - high_byte]), text);
    }
    rest_ = bytes;
    return text;
}

} // namespace unknot
