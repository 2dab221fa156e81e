// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese recovery phrases without spaces. Every ordinary sentence is a run of listed characters too, so a run alone tells nothing here.
#pragma once

#include "redactor/detectors.hpp"
#include "redactor/phrase_windows.hpp"
#include "redactor/phrase_words.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace unknot {

struct IdeographPhrase {
    PhraseWindow window;
    Proof proof = Proof::checksum;
};

constexpr std::size_t fewest_ideographs = 11; // that may be a phrase

// The phrase in a run of characters of one list, of which one may be foreign; `words` are the same in the text. Nothing where there is none; there is
// one at most, since nothing stands between them.
std::optional<IdeographPhrase> phrase_of_ideographs(const std::vector<RunWord>& run, PhraseChain words, std::string_view text);

} // namespace unknot
