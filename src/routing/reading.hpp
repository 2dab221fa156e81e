// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote, as concepts: each word that means something, in one language, with what it tells and what may stand for it in the
// knowledge.
#pragma once

#include "unknot/evidence.hpp"

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t max_concepts = 48;
using Concepts = std::bitset<max_concepts>;

struct Concept {
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
    double information = 0; // rare words tell more
    bool chinese = false;   // one character
};

// Words of the knowledge which together stand for concepts.
struct Phrasing {
    std::vector<std::size_t> words; // into the words of the reading; all are needed
    Concepts concepts;
    double fidelity = 1; // less for a corrected spelling or a synonym
};

struct PersonsText {
    std::string language;
    std::vector<Concept> concepts;
    std::vector<EvidenceWord> words;
    std::vector<Phrasing> phrasings;
};

PersonsText read_text(const EvidenceIndex& index, std::string_view text, const std::string& language);

} // namespace unknot
