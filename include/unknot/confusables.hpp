// SPDX-License-Identifier: GPL-3.0-or-later
// What a word looks like, so that an imitation can be told by comparing. Knows nothing of addresses, and says nothing of who imitates whom.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// The skeleton of Unicode TR39 (confusables.txt 15.0), of the word without case, compatibility forms and accents; the digits that stand for letters
// (0 1 3 5) and small capitals are folded too. Equal skeletons: the words look the same. It is no word itself: an `m` becomes `rn`.
std::string skeleton(std::string_view word);

// The skeleton with letters taken together that only a second look tells apart: `b` and `d`, `c` and `e`, `i` and `l`, `g` and `q`, `m` and `n`.
// Many words share one: a resemblance of whole names, no proof.
std::string blurred(std::string_view word);

// A word of Latin letters mixed with letters of a script that has twins of them (Cyrillic, Greek, Armenian, Cherokee).
bool mixes_scripts(std::string_view word);

} // namespace unknot
