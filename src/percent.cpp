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
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        result += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return result;
}

} // namespace unknot
