// SPDX-License-Identifier: GPL-3.0-or-later
// What a walk leaves on the screen when it ends or is left.
#pragma once

#include "unknot/case_store.hpp"
#include "walking.hpp"

#include <string>

namespace unknot {

// How an end is printed: its text, what to read, who takes over.
void print_outcome(const Walking& walking, const WalkState& state);

// How a case stands, in a word or two for a list: "open", "not solved". Of an outcome that this version does not know, its code.
std::string standing_words(const CaseHead& head);

// "saved as case 12": where to go on, on standard output.
void print_saved(const Walking& walking);

} // namespace unknot
