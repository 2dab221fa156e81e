// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese recovery phrases without spaces. Every ordinary sentence is a run of listed characters too, so a run alone tells nothing here.
#pragma once

#include "redactor/detectors.hpp"
#include "redactor/phrase_windows.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace unknot {

struct IdeographPhrase {
    PhraseWindow window;
    Proof proof = Proof::checksum;
};

// The phrase in a run of characters of one list; `starts` has the offset of each in the text. At most one, since nothing stands between them.
std::vector<IdeographPhrase> phrases_of_ideographs(const std::vector<RunWord>& run, const std::vector<std::size_t>& starts, std::string_view text);

} // namespace unknot
