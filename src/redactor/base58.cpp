// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/base58.hpp"

#include "unknot/hash.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t checksum_size = 4;

// Multiplies the number, lowest byte first, by the base and adds a digit.
void push_digit(std::string& number, std::size_t digit, std::size_t base)
{
    std::size_t carry = digit;
    for (char& byte : number) {
        carry += static_cast<std::size_t>(static_cast<unsigned char>(byte)) * base;
        byte = static_cast<char>(carry & 0xFF);
        carry >>= 8;
    }
    if (carry > 0) {
        number.push_back(static_cast<char>(carry));
    }
}

} // namespace

std::optional<std::string> decode_base58(std::string_view text, std::string_view alphabet)
{
    std::string number;
    for (const char c : text) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        push_digit(number, digit, alphabet.size());
    }
    const std::size_t zeros = std::min(text.find_first_not_of(alphabet.front()), text.size());
    number.append(zeros, '\0');
    std::reverse(number.begin(), number.end());
    return number;
}

std::optional<std::string> decode_base58check(std::string_view text, std::string_view alphabet)
{
    std::optional<std::string> bytes = decode_base58(text, alphabet);
    if (!bytes || bytes->size() < checksum_size) {
        return std::nullopt;
    }
    const std::string checksum = bytes->substr(bytes->size() - checksum_size);
    bytes->resize(bytes->size() - checksum_size);
    if (sha256(sha256(*bytes)).compare(0, checksum_size, checksum) != 0) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace unknot
