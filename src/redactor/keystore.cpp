// SPDX-License-Identifier: GPL-3.0-or-later
// Wallet files in JSON: Ethereum's key store ("crypto" with "ciphertext", "kdf" and "mac"), MetaMask's vault ("data" with "iv" and "salt") and
// Electrum's ("seed_version" with "keystore" or "seed"). The values that hold the secret are masked, encrypted or not; which kind of wallet it is and
// how the key is derived stays, because that is what support asks for.
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::size_t reach = 4096; // how far apart the keys of one wallet may be
constexpr std::size_t longest_value = 65536;

struct Telling {
    std::string_view key;    // whose value is masked
    std::string_view beside; // a key that stands near it in such a file
    std::size_t shortest;
};

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (is_blank(text[at]) || text[at] == '\\')) {
        ++at;
    }
    return at;
}

bool is_near(std::string_view text, std::size_t at, std::string_view key)
{
    const std::size_t start = at - std::min(at, reach);
    return text.substr(start, 2 * reach).find(key) != std::string_view::npos;
}

// Masks the string that is the value of the key that ends at `at`; JSON within JSON has `\"` for each quote.
void mask_value(std::string_view text, std::size_t at, std::size_t shortest, Findings& findings)
{
    at = skip_blanks(text, at);
    if (at >= text.size() || text[at] != ':') {
        return;
    }
    at = skip_blanks(text, at + 1);
    if (at >= text.size() || text[at] != '"') {
        return;
    }
    const std::size_t start = at + 1;
    std::size_t end = start;
    while (end < text.size() && text[end] != '"' && text[end] != '\\' && end - start < longest_value) {
        ++end;
    }
    if (end - start >= shortest) {
        report(findings, "key", "keystore", start, end, Proof::surroundings, std::string(text.substr(start, end - start)));
    }
}

// Looks at what stands behind a quote; the key's own closing quote may be written `\\"`.
void find_at(std::string_view text, std::size_t at, const Telling& telling, Findings& findings)
{
    const std::size_t after = at + telling.key.size();
    if (begins_with(text.substr(at), telling.key) && text.substr(after, 2).find('"') != std::string_view::npos && is_near(text, at, telling.beside)) {
        mask_value(text, text.find('"', after) + 1, telling.shortest, findings);
    }
}

} // namespace

void find_keystores(std::string_view text, Findings& findings)
{
    constexpr std::array<Telling, 6> tellings = {{{"ciphertext", "kdf", 32}, {"encseed", "kdf", 32}, {"data", "salt", 64},
        {"keystore", "seed_version", 32}, {"seed", "seed_version", 16}, {"xprv", "seed_version", 64}}};
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
        for (const Telling& telling : tellings) {
            find_at(text, at + 1, telling, findings);
        }
    }
}

} // namespace unknot
