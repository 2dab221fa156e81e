// SPDX-License-Identifier: GPL-3.0-or-later
// Private keys in wallet import format and BIP32 extended private keys. Addresses and extended public keys have the same outer form and
// a right checksum too: it is the version bytes that tell a secret from what support needs to see.
#include "redactor/ascii.hpp"
#include "redactor/base58.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::size_t extended_length = 111;
constexpr std::size_t extended_size = 78;
constexpr std::size_t key_offset = 45;   // a private key is written as a zero byte and 32 more

// xprv yprv zprv tprv uprv vprv Yprv Zprv Uprv Vprv
constexpr std::array<std::string_view, 10> extended_versions = {
    "\x04\x88\xAD\xE4", "\x04\x9D\x78\x78", "\x04\xB2\x43\x0C", "\x04\x35\x83\x94", "\x04\x4A\x4E\x28",
    "\x04\x5F\x18\xBC", "\x02\x95\xB0\x05", "\x02\xAA\x7A\x99", "\x02\x42\x85\xB5", "\x02\x57\x50\x48",
};

bool may_be_extended(std::string_view token)
{
    return token.size() == extended_length && token.substr(1, 3) == "prv";
}

bool may_be_wif(std::string_view token)
{
    return (token.size() == 51 && (token[0] == '5' || token[0] == '9')) ||
           (token.size() == 52 && (token[0] == 'K' || token[0] == 'L' || token[0] == 'c'));
}

bool is_extended_key(std::string_view token)
{
    const std::optional<std::string> bytes = decode_base58check(token);
    return bytes && bytes->size() == extended_size && (*bytes)[key_offset] == '\0' &&
           std::find(extended_versions.begin(), extended_versions.end(), bytes->substr(0, 4)) != extended_versions.end();
}

bool is_wif(std::string_view token)
{
    const std::optional<std::string> bytes = decode_base58check(token);
    if (!bytes || bytes->empty() || (bytes->front() != '\x80' && bytes->front() != '\xEF')) {
        return false;
    }
    return bytes->size() == 33 || (bytes->size() == 34 && bytes->back() == '\x01');
}

std::string_view rule_of(std::string_view token)
{
    if (may_be_wif(token) && is_wif(token)) {
        return "wif";
    }
    return may_be_extended(token) && is_extended_key(token) ? "extended-key" : "";
}

} // namespace

void find_base58_keys(std::string_view text, Findings& findings)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && is_alphanumeric(text[end])) {
            ++end;
        }
        const std::string_view token = text.substr(at, end - at);
        const std::string_view rule = rule_of(token);
        if (!rule.empty()) {
            findings.push_back({{"key", std::string(rule), at, end, true}, std::string(token)});
        }
        at = end + 1;
    }
}

} // namespace unknot
