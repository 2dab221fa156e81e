// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each family of secrets. Each is linear in the text, takes any bytes, and appends what it found in order.
#pragma once

#include "unknot/redactor.hpp"

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
void find_encoded_keys(std::string_view text, Findings& findings);    // base58, bech32 and base32 with a checksum; hexadecimal by the words around
void find_pem_keys(std::string_view text, Findings& findings);
void find_keystores(std::string_view text, Findings& findings);       // JSON wallets: the values that hold the secret
void find_cards(std::string_view text, Findings& findings);
void find_ibans(std::string_view text, Findings& findings);
void find_tokens(std::string_view text, Findings& findings);          // by what services begin them with
void find_url_secrets(std::string_view text, Findings& findings);
void find_named_secrets(std::string_view text, Findings& findings);   // passwords, PINs and codes by the words around them
void find_emails(std::string_view text, Findings& findings);
void find_phones(std::string_view text, Findings& findings);

} // namespace unknot
