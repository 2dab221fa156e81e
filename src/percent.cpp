// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/percent.hpp"

namespace unknot {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool unreserved(char c)
{
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return alphanumeric || std::string_view("-._~").find(c) != std::string_view::npos;
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte that `%41` at this place stands for; nothing when it is none.
std::optional<char> encoded_byte(std::string_view text, std::size_t at)
{
    const bool room = text[at] == '%' && at + 2 < text.size();
    const int high = room ? hex_digit(text[at + 1]) : -1;
    const int low = room ? hex_digit(text[at + 2]) : -1;
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

} // namespace

std::string percent_encoded(std::string_view text, std::string_view kept)
{
    std::string result;
    for (const char c : text) {
        if (unreserved(c) || kept.find(c) != std::string_view::npos) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += hex_digits[byte >> 4];
            result += hex_digits[byte & 0xF];
        }
    }
    return result;
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (!encoded_byte(text, at)) {
            return std::nullopt;
        }
    }
    return percent_decoded_where_encoded(text);
}

std::string percent_decoded_where_encoded(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = encoded_byte(text, at);
        result += byte.value_or(text[at]);
        at += byte ? 2 : 0;
    }
    return result;
}

} // namespace unknot
