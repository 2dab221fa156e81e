// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases of which only the first four letters of each word are written down: BIP39's lists in Latin letters are made so that these tell the word.
#pragma once

#include "redactor/detectors.hpp"
#include "redactor/phrase_words.hpp"

#include <string_view>

namespace unknot {

// Finds them in a row of short words; only what a checksum proves counts, since four letters are many an everyday word.
void find_abbreviated(std::string_view text, PhraseChain row, Findings& findings);

} // namespace unknot
