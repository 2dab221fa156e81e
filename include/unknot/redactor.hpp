// SPDX-License-Identifier: GPL-3.0-or-later
// Finds secrets in text by what a checksum or a structure proves, and puts stand-ins in their place.
//
// It knows: BIP39 recovery phrases in English (12, 15, 18, 21 or 24 words with a right checksum), private keys in wallet import
// format, BIP32 extended private keys, PEM and OpenSSH private keys, and payment card numbers (Luhn, a known length and first digits).
// Everything else stays as it is: transaction ids, addresses, order numbers, UUIDs, hashes, ordinary sentences.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// One secret in a text. Offsets are bytes of the input; `kind` is "phrase", "key" or "card"; `rule` names the detector.
struct SecretSpan {
    std::string kind;
    std::string rule;
    std::size_t start = 0;
    std::size_t end = 0;
    bool checked = false;   // proved by a checksum, not by structure alone
};

// The secrets of a text in order, not overlapping. Linear in the length of the text.
std::vector<SecretSpan> find_secrets(std::string_view text);

// Replaces secrets by stand-ins such as `[phrase-1]`; the same secret gets the same stand-in for the life of the Redactor,
// which keeps keyed hashes of what it saw (with a key of its own), never the secrets.
class Redactor {
public:
    Redactor();

    struct Result {
        std::string text;
        std::vector<SecretSpan> spans;
    };

    Result redact(std::string_view text);

private:
    std::string stand_in(std::string_view kind, std::string_view secret);

    std::string key_;
    std::map<std::string, std::string, std::less<>> stand_ins_;   // keyed hash -> stand-in
    std::map<std::string, int, std::less<>> counts_;              // kind -> how many so far
};

} // namespace unknot
