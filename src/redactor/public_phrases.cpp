// SPDX-License-Identifier: GPL-3.0-or-later
// The reference vectors of BIP39 and the phrases that development tools start with (Hardhat and Foundry, Ganache, Trezor's emulator).
#include "redactor/public_phrases.hpp"

namespace unknot {

namespace {

// `word*n` stands for n times the word.
constexpr std::string_view phrases =
    "abandon*11 about|abandon*17 agent|abandon*23 art|zoo*11 wrong|zoo*17 when|zoo*23 vote|all*12|test*11 junk|"
    "legal winner thank year wave sausage worth useful legal winner thank yellow|"
    "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal will|"
    "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth "
    "title|"
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above|"
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter always|"
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount "
    "doctor acoustic bless|"
    "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat|myth like bonus scare over problem client lizard pioneer submit "
    "female collect|";

std::string_view next(std::string_view& words)
{
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
    return word;
}

int times(std::string_view word)
{
    int count = 0;
    const std::size_t star = word.find('*');
    for (const char digit : star == std::string_view::npos ? std::string_view("1") : word.substr(star + 1)) {
        count = count * 10 + (digit - '0');
    }
    return count;
}

bool is(std::string_view words, std::string_view phrase)
{
    while (!phrase.empty()) {
        const std::string_view wanted = next(phrase);
        for (int i = times(wanted); i > 0; --i) {
            if (next(words) != wanted.substr(0, wanted.find('*'))) {
                return false;
            }
        }
    }
    return words.empty();
}

} // namespace

bool is_public_phrase(std::string_view words)
{
    for (std::string_view rest = phrases; !rest.empty(); rest.remove_prefix(rest.find('|') + 1)) {
        if (is(words, rest.substr(0, rest.find('|')))) {
            return true;
        }
    }
    return false;
}

} // namespace unknot
