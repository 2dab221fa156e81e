// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each family of secrets. Each is linear in the text, takes any bytes, and appends what it found in order.
#pragma once

#include "unknot/redactor.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// A secret and the one way of writing it that all its spellings share, so that equal secrets can be told. `kept` is what the stand-in may show of it.
struct Finding {
    SecretSpan span;
    std::string canonical;
    std::string kept;
};

using Findings = std::vector<Finding>;

enum class Proof { surroundings, checksum };

void report(Findings& findings, std::string_view kind, std::string_view rule, std::size_t start, std::size_t end, Proof proof, std::string canonical);

void find_phrases(std::string_view text, Findings& findings);
void find_by_words(std::string_view text, Findings& findings); // the three below, in one pass
void find_pem_keys(std::string_view text, Findings& findings);
void find_keystores(std::string_view text, Findings& findings); // JSON wallets: the values that hold the secret
void find_key_arrays(std::string_view text, Findings& findings); // a key pair as an array of numbers
void find_cards(std::string_view text, Findings& findings);
void find_ibans(std::string_view text, Findings& findings);
void find_url_secrets(std::string_view text, Findings& findings);
void find_emails(std::string_view text, Findings& findings);
void find_phones(std::string_view text, Findings& findings);

// Runs of base64 that encode text in which something is found.
using FindWithin = std::function<Findings(std::string_view)>;
void find_base64(std::string_view text, const FindWithin& find_within, Findings& findings);

// A private key that is one word: base58, bech32 and base32 with a checksum, hexadecimal by the words around. `end` is that of the word. A key has
// sixteen characters at the least, but for the one that begins with `AGE-`.
inline bool may_be_encoded_key(std::string_view text, std::size_t at, std::size_t end)
{
    return end - at >= 16 || (end - at == 3 && text[end - 1] == 'E');
}
void find_encoded_key(std::string_view text, std::size_t at, std::size_t end, Findings& findings);

// A key pair in base58.
void find_key_pair(std::string_view text, std::size_t at, std::size_t end, Findings& findings);

// A token by what its service begins it with, where may_begin_token(); its end, or `at` where none begins.
std::size_t find_token(std::string_view text, std::size_t at, Findings& findings);

// A password, PIN or code that the word at `at` names; the end of that word.
std::size_t find_named_secret(std::string_view text, std::size_t at, Findings& findings);

} // namespace unknot
