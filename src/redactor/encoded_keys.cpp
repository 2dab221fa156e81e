// SPDX-License-Identifier: GPL-3.0-or-later
// Private keys that are one word of letters and digits. Addresses, transaction ids and extended public keys have the same outer form, most with a
// right checksum too: it is the version bytes that tell a secret from what support needs to see. A bare number of 64 hexadecimal digits proves
// nothing; it is a key only where the words just before it say so and none of them says that it is a hash.
#include "redactor/ascii.hpp"
#include "redactor/base32.hpp"
#include "redactor/base58.hpp"
#include "redactor/detectors.hpp"
#include "redactor/surroundings.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t extended_length = 111;
constexpr std::size_t extended_size = 78;
constexpr std::size_t key_offset = 45; // a private key is written as a zero byte and 32 more
constexpr std::size_t shortest_key = 16;
constexpr std::size_t hexadecimal_key = 64;
constexpr std::size_t reach = 40; // bytes before a key whose words tell about it

// xprv yprv zprv tprv uprv vprv Yprv Zprv Uprv Vprv
constexpr std::string_view extended_versions = "\x04\x88\xAD\xE4\x04\x9D\x78\x78\x04\xB2\x43\x0C\x04\x35\x83\x94\x04\x4A\x4E\x28"
                                               "\x04\x5F\x18\xBC\x02\x95\xB0\x05\x02\xAA\x7A\x99\x02\x42\x85\xB5\x02\x57\x50\x48";
constexpr std::string_view wif_versions = "\x80\xEF\xB0\x9E\xCC"; // Bitcoin, its test networks, Litecoin, Dogecoin, Dash

constexpr std::string_view key_words = "private|privat|priv|secret|key|mnemonic|seed|schlüssel|schluessel|私钥|私鑰|密钥|密鑰|";
constexpr std::string_view hash_words = "hash|tx|sha1|sha2|sha5|sha-|block|transaction|transaktion|digest|checksum|commit|root|public key|public_key|"
                                        "publickey|pubkey|merkle|signature|交易|哈希|公钥|公鑰|";
constexpr std::string_view totp_words = "totp|2fa|otp|authenticator|secret|setup|einrichtung|schlüssel|密钥|密鑰|";

// Whether a version of `size` bytes is among them.
bool has_version(std::string_view versions, std::string_view bytes, std::size_t size)
{
    for (std::size_t at = 0; at < versions.size(); at += size) {
        if (bytes.substr(0, size) == versions.substr(at, size)) {
            return true;
        }
    }
    return false;
}

bool is_extended_key(std::string_view token)
{
    if (token.size() != extended_length || token.substr(1, 3) != "prv") {
        return false;
    }
    const std::optional<std::string> bytes = decode_base58check(token);
    return bytes && bytes->size() == extended_size && (*bytes)[key_offset] == '\0' && has_version(extended_versions, *bytes, 4);
}

bool is_wif(std::string_view token)
{
    if ((token.size() != 51 && token.size() != 52) || std::string_view("59KLc6TQX7").find(token[0]) == std::string_view::npos) {
        return false;
    }
    const std::optional<std::string> bytes = decode_base58check(token);
    return bytes && !bytes->empty() && has_version(wif_versions, *bytes, 1)
           && (bytes->size() == 33 || (bytes->size() == 34 && bytes->back() == '\x01'));
}

bool is_bip38(std::string_view token)
{
    if (token.size() != 58 || !begins_with(token, "6P")) {
        return false;
    }
    const std::optional<std::string> bytes = decode_base58check(token);
    return bytes && bytes->size() == 39 && ((*bytes)[0] == '\x01' && ((*bytes)[1] == '\x42' || (*bytes)[1] == '\x43'));
}

bool is_ripple_seed(std::string_view token)
{
    if (token.size() < 27 || token.size() > 31 || token[0] != 's') {
        return false;
    }
    const std::optional<std::string> bytes = decode_base58check(token, ripple_alphabet);
    return bytes && ((bytes->size() == 17 && bytes->front() == '\x21') || (bytes->size() == 19 && begins_with(*bytes, "\x01\xE1\x4B")));
}

bool is_tezos_seed(std::string_view token)
{
    if (token.size() != 54 || !begins_with(token, "edsk")) {
        return false;
    }
    const std::optional<std::string> bytes = decode_base58check(token);
    return bytes && begins_with(*bytes, "\x0D\x0F\x3A\x07");
}

// The rule of a key that its own checksum proves; empty for none.
std::string_view proved_rule(std::string_view token)
{
    return is_wif(token)                                    ? "wif"
           : is_extended_key(token)                         ? "extended-key"
           : is_bip38(token)                                ? "bip38"
           : token.size() == 63 && is_bech32(token, "nsec") ? "nsec"
           : is_stellar_seed(token)                         ? "stellar"
           : is_ripple_seed(token)                          ? "xrp"
           : is_tezos_seed(token)                           ? "tezos"
                                                            : "";
}

bool all_hexadecimal(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), is_hexadecimal);
}

// Whether the last word that tells about a value calls it a key rather than a hash.
bool is_called_key(std::string_view text, std::size_t at, std::string_view names)
{
    const std::size_t key = name_before(text, at, reach, names);
    return key > 0 && key > name_before(text, at, reach, hash_words);
}

bool is_hexadecimal_key(std::string_view text, std::size_t at, std::string_view token)
{
    const std::size_t prefix = begins_with(token, "0x") || begins_with(token, "0X") ? 2 : 0;
    return token.size() == hexadecimal_key + prefix && all_hexadecimal(token.substr(prefix)) && is_called_key(text, at, key_words);
}

// Base32 as authenticator programs show it. Letters alone may be a word that somebody shouts.
bool is_totp_secret(std::string_view text, std::size_t at, std::string_view token)
{
    const auto is_base32 = [](char c) { return is_capital(c) || (c >= '2' && c <= '7'); };
    return token.size() >= shortest_key && token.size() <= 64 && std::all_of(token.begin(), token.end(), is_base32)
           && std::any_of(token.begin(), token.end(), is_digit) && std::any_of(token.begin(), token.end(), is_capital)
           && is_called_key(text, at, totp_words);
}

// `AGE-SECRET-KEY-1` and 58 characters; the hyphens make several words of it.
std::size_t age_key_size(std::string_view text)
{
    constexpr std::string_view start = "AGE-SECRET-KEY-1";
    constexpr std::size_t size = start.size() + 58;
    const bool fits = begins_with(text, start) && text.size() >= size && end_of_alphanumerics(text, start.size()) == size;
    return fits && is_bech32(text.substr(0, size), "age-secret-key-") ? size : 0;
}

void examine(std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    const std::string_view token = text.substr(at, end - at);
    const std::string_view rule = proved_rule(token);
    if (!rule.empty()) {
        report(findings, "key", rule, at, end, Proof::checksum, std::string(token));
    } else if (is_hexadecimal_key(text, at, token)) {
        report(findings, "key", "hexadecimal-key", at, end, Proof::surroundings, lower(token));
    } else if (is_totp_secret(text, at, token)) {
        report(findings, "key", "totp", at, end, Proof::surroundings, std::string(token));
    } else {
        find_key_pair(text, at, end, findings);
    }
}

} // namespace

void find_encoded_key(std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    if (end - at > 3) {
        examine(text, at, end, findings);
    } else {
        const std::size_t size = age_key_size(text.substr(at));
        if (size > 0) {
            report(findings, "key", "age", at, at + size, Proof::checksum, std::string(text.substr(at, size)));
        }
    }
}

} // namespace unknot
