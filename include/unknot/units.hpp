// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens grouped into what a person would call the words of a text: a word, a code with its parts, a run of Chinese.
#pragma once

#include "unknot/tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

enum class UnitKind { word, code, run };

struct WordUnit {
    UnitKind kind = UnitKind::word;
    std::vector<WordToken> whole; // a code: the code, and its joined form where it has one
    std::vector<WordToken> parts; // the word; the parts of a code; the characters and pairs of a run
};

std::vector<WordUnit> units_of(const std::vector<WordToken>& tokens);

// The words of the unit with single spaces between them, or the run: what synonyms are looked up by.
std::string plain_words(const WordUnit& unit);

// The same of a whole text.
std::string plain_words(std::string_view text);

} // namespace unknot
