// SPDX-License-Identifier: GPL-3.0-or-later
// Solana's keys are Ed25519's seed and the public key that it makes, 64 bytes: wallets show them in base58, and solana-keygen writes a JSON array of
// numbers. A transaction's signature has the same outer form, so the pair itself is the proof: nothing but a key has it.
#include "redactor/ascii.hpp"
#include "redactor/base58.hpp"
#include "redactor/detectors.hpp"
#include "unknot/hash.hpp"

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t pair_size = 64;
constexpr std::size_t shortest_word = 86;
constexpr std::size_t longest_word = 88;
constexpr std::size_t widest_gap = 40; // between two numbers: an indented line for each

// The bytes of an array and where its numbers lie.
struct Numbers {
    std::string bytes;
    std::size_t start = 0;
    std::size_t end = 0;
};

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    const std::size_t most = std::min(text.size(), at + widest_gap);
    while (at < most && is_blank(text[at])) {
        ++at;
    }
    return at;
}

// One number of 0 to 255; the end of its digits, or `at` where there is none.
std::size_t read_byte(std::string_view text, std::size_t at, std::string& bytes)
{
    int value = 0;
    std::size_t end = at;
    while (end < text.size() && end < at + 3 && is_digit(text[end])) {
        value = value * 10 + (text[end++] - '0');
    }
    if (end == at || value > 0xFF) {
        return at;
    }
    bytes.push_back(static_cast<char>(value));
    return end;
}

// Reads the numbers behind a bracket; false where the array is none of 64 bytes.
bool read_numbers(std::string_view text, std::size_t at, Numbers& numbers)
{
    numbers.bytes.clear();
    at = numbers.start = skip_blanks(text, at);
    while (numbers.bytes.size() < pair_size) {
        numbers.end = read_byte(text, at, numbers.bytes);
        const std::size_t next = numbers.end > at ? skip_blanks(text, numbers.end) : text.size();
        if (next >= text.size() || text[next] != (numbers.bytes.size() < pair_size ? ',' : ']')) {
            return false;
        }
        at = skip_blanks(text, next + 1);
    }
    return true;
}

} // namespace

void find_key_arrays(std::string_view text, Findings& findings)
{
    Numbers numbers;
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        if (read_numbers(text, at + 1, numbers) && is_ed25519_key_pair(numbers.bytes)) {
            report(findings, "key", "solana", numbers.start, numbers.end, Proof::checksum, numbers.bytes);
        }
    }
}

void find_key_pair(std::string_view text, std::size_t at, std::size_t end, Findings& findings)
{
    if (end - at < shortest_word || end - at > longest_word) {
        return;
    }
    std::optional<std::string> bytes = decode_base58(text.substr(at, end - at));
    if (bytes && is_ed25519_key_pair(*bytes)) {
        report(findings, "key", "solana", at, end, Proof::checksum, std::move(*bytes));
    }
}

} // namespace unknot
