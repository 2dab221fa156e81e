// SPDX-License-Identifier: GPL-3.0-or-later
// BIP39: https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki; SLIP-39: https://github.com/satoshilabs/slips/blob/master/slip-0039.md;
// Electrum: https://electrum.readthedocs.io/en/latest/seedphrase.html; Monero: its mnemonic of 24 words and a checksum word.
#include "redactor/phrase_checks.hpp"

#include "unknot/hash.hpp"

#include <array>

namespace unknot {

namespace {

constexpr std::size_t monero_prefix = 3;

std::uint32_t polymod(std::uint32_t state, std::uint32_t value)
{
    constexpr std::array<std::uint32_t, 10> generator = {
        0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009, 0x1C0C2412, 0x38086C24, 0x3090FC48, 0x21B1F890, 0x3F3F120};
    const std::uint32_t top = state >> 20;
    state = ((state & 0xFFFFF) << 10) ^ value;
    for (unsigned i = 0; i < generator.size(); ++i) {
        state ^= ((top >> i) & 1) != 0 ? generator[i] : 0;
    }
    return state;
}

bool fits_rs1024(WordIndexes words, std::string_view customization)
{
    std::uint32_t state = 1;
    for (const char c : customization) {
        state = polymod(state, static_cast<unsigned char>(c));
    }
    for (const std::uint16_t word : words) {
        state = polymod(state, word);
    }
    return state == 1;
}

void crc32(std::uint32_t& state, std::string_view text)
{
    for (const char c : text) {
        state ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            state = (state >> 1) ^ ((state & 1) != 0 ? 0xEDB88320U : 0U);
        }
    }
}

std::string_view word_at(std::string_view packed, std::size_t index)
{
    for (; index > 0; --index) {
        packed.remove_prefix(packed.find(' ') + 1);
    }
    return packed.substr(0, packed.find(' '));
}

// Without the voice marks of kana, and without spaces in East Asian scripts.
std::string as_electrum_hashes(std::string_view words, WordList list)
{
    const bool spaced = !is_chinese(list) && list != WordList::japanese && list != WordList::korean;
    std::string bare;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view point = words.substr(at, 3);
        if (point == "\xE3\x82\x99" || point == "\xE3\x82\x9A") {
            at += 2;
        } else if (spaced || words[at] != ' ') {
            bare.push_back(words[at]);
        }
    }
    return bare;
}

} // namespace

// Each word is eleven bits; a third as many bits as there are words, at most eight, are the first bits of the hash of those before.
bool fits_bip39(WordIndexes words)
{
    std::string bits(33, '\0');
    for (std::size_t bit = 0; bit < words.size() * 11; ++bit) {
        const unsigned value = (static_cast<unsigned>(words[bit / 11]) >> (10 - bit % 11)) & 1U;
        const unsigned byte = static_cast<unsigned char>(bits[bit / 8]) | (value << (7 - bit % 8));
        bits[bit / 8] = static_cast<char>(byte);
    }
    const std::size_t entropy_size = words.size() * 4 / 3;
    const std::string digest = sha256(std::string_view(bits).substr(0, entropy_size));
    const unsigned difference = static_cast<unsigned char>(digest[0]) ^ static_cast<unsigned char>(bits[entropy_size]);
    return difference >> (8 - words.size() / 3) == 0;
}

bool fits_slip39(WordIndexes words)
{
    return fits_rs1024(words, "shamir") || fits_rs1024(words, "shamir_extendable");
}

bool fits_monero(WordIndexes words)
{
    const std::string_view packed = packed_words(WordList::monero);
    const WordIndexes body = words.first(words.size() - 1);
    std::uint32_t state = 0xFFFFFFFF;
    for (const std::uint16_t word : body) {
        crc32(state, word_at(packed, word).substr(0, monero_prefix));
    }
    const std::uint16_t wanted = body[(state ^ 0xFFFFFFFF) % body.size()];
    return word_at(packed, words.back()).substr(0, monero_prefix) == word_at(packed, wanted).substr(0, monero_prefix);
}

bool fits_electrum(std::string_view words, WordList list)
{
    const std::string digest = hmac_sha512("Seed version", as_electrum_hashes(words, list));
    const unsigned first = static_cast<unsigned char>(digest[0]);
    const unsigned second = static_cast<unsigned char>(digest[1]) >> 4;
    return first == 0x01 || (first == 0x10 && second <= 2);
}

} // namespace unknot
