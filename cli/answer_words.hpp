// SPDX-License-Identifier: GPL-3.0-or-later
// A walk's steps as a person reads them again: what was asked, and what was answered.
#pragma once

#include "unknot/walk.hpp"

#include <string>
#include <string_view>

namespace unknot {

// The first line of what was shown, plain, at most `points` code points of it.
std::string asked_words(const Step& step, std::size_t points);

// What a person reads instead of the answer's value: labels in the pack's language, the rest in the interface's. The step has an answer.
std::string answer_words(const Step& step, std::string_view language);

} // namespace unknot
