// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t last_point = 0x10FFFF;

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array<Range, 12> forbidden_ranges = {{
    {0x00, 0x09}, {0x0B, 0x1F}, {0x7F, 0x9F}, {0x61C, 0x61C}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x2069}, {0xD800, 0xDFFF}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
}};

// What a first byte promises: bytes in all (0 for no lead), and between what its second byte must lie.
struct Lead {
    std::size_t length;
    unsigned low;
    unsigned high;
};

// The bounds of the second byte keep out overlong forms, surrogates and what is above U+10FFFF (RFC 3629, section 4).
Lead lead_of(unsigned byte)
{
    if (byte < 0x80) {
        return {1, 0x80, 0xBF};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {3, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
    }
    return {0, 0x80, 0xBF};
}

unsigned byte_at(std::string_view text, std::size_t offset)
{
    return static_cast<unsigned char>(text[offset]);
}

unsigned lead_bits(unsigned byte, std::size_t length)
{
    return length == 1 ? byte : byte & (0x7FU >> length);
}

bool is_surrogate(char32_t point)
{
    return point >= 0xD800 && point <= 0xDFFF;
}

char continuation(char32_t point, unsigned shift)
{
    return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
}

} // namespace

Decoded decode_beyond_ascii(std::string_view text, std::size_t offset)
{
    if (offset >= text.size()) {
        return {};
    }
    const unsigned first = byte_at(text, offset);
    if (first > 0xE0 && first < 0xED && offset + 2 < text.size()) { // Chinese, without a look at what else there might be
        const unsigned second = byte_at(text, offset + 1);
        const unsigned third = byte_at(text, offset + 2);
        if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) {
            return {(first & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU), 3, true};
        }
    }
    const Lead lead = lead_of(first);
    if (lead.length == 0) {
        return {replacement, 1, false};
    }
    char32_t point = lead_bits(first, lead.length);
    for (std::size_t taken = 1; taken < lead.length; ++taken) {
        const unsigned low = taken == 1 ? lead.low : 0x80U;
        const unsigned high = taken == 1 ? lead.high : 0xBFU;
        if (offset + taken >= text.size() || byte_at(text, offset + taken) < low || byte_at(text, offset + taken) > high) {
            return {replacement, taken, false};
        }
        point = (point << 6U) | (byte_at(text, offset + taken) & 0x3FU);
    }
    return {point, lead.length, true};
}

std::size_t encode(char32_t point, char* out)
{
    if (is_surrogate(point) || point > last_point) {
        point = replacement;
    }
    if (point < 0x80) {
        out[0] = static_cast<char>(point);
        return 1;
    }
    if (point < 0x800) {
        out[0] = static_cast<char>(0xC0U | (point >> 6U));
        out[1] = continuation(point, 0);
        return 2;
    }
    if (point < 0x10000) {
        out[0] = static_cast<char>(0xE0U | (point >> 12U));
        out[1] = continuation(point, 6);
        out[2] = continuation(point, 0);
        return 3;
    }
    out[0] = static_cast<char>(0xF0U | (point >> 18U));
    out[1] = continuation(point, 12);
    out[2] = continuation(point, 6);
    out[3] = continuation(point, 0);
    return 4;
}

void encode(char32_t point, std::string& out)
{
    std::array<char, 4> bytes;
    out.append(bytes.data(), encode(point, bytes.data()));
}

std::size_t count_points(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); offset += decode_at(text, offset).length) {
        ++count;
    }
    return count;
}

std::optional<std::size_t> first_invalid(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        if (!decoded.valid) {
            return offset;
        }
        offset += decoded.length;
    }
    return std::nullopt;
}

bool is_forbidden(char32_t point)
{
    if (point > 0x2069 && point < 0xD800) {
        return false;
    }
    if (point > last_point || (point & 0xFFFEU) == 0xFFFE) {
        return true;
    }
    const auto above = std::find_if(forbidden_ranges.begin(), forbidden_ranges.end(), [point](const Range& range) { return point <= range.last; });
    return above != forbidden_ranges.end() && point >= above->first;
}

std::size_t plain_length(std::string_view text)
{
    const auto continued = [text](std::size_t at) { return (byte_at(text, at) & 0xC0U) == 0x80U; };
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] >= ' ' && text[at] <= '~') {
            ++at;
        } else if (text[at] >= '\xE3' && text[at] <= '\xEC' && at + 2 < text.size() && continued(at + 1) && continued(at + 2)) {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

std::optional<std::size_t> first_forbidden(std::string_view text)
{
    for (std::size_t offset = plain_length(text); offset < text.size(); offset += plain_length(text.substr(offset))) {
        const Decoded decoded = decode_at(text, offset);
        if (decoded.valid && is_forbidden(decoded.point)) {
            return offset;
        }
        offset += decoded.length;
    }
    return std::nullopt;
}

std::string shortened(std::string_view text, std::size_t points)
{
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    std::size_t end = 0;
    for (std::size_t count = 0; end < line.size() && count < points; ++count) {
        end += decode_at(line, end).length;
    }
    return std::string(line.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string point_name(char32_t point)
{
    return fmt::format("U+{:04X}", static_cast<unsigned>(point));
}

} // namespace unknot
