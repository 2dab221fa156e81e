// SPDX-License-Identifier: GPL-3.0-or-later
// The program's one voice on standard error: `unknot: error: …`, `unknot: warning: …`, `unknot: hint: …`. Lower case, no full stop; what was expected
// before what was found; the person's words in single quotes; a hint is one action, ready to paste. Everything is sanitised here.
#pragma once

#include "unknot/problem.hpp"

#include <string>

namespace unknot {

void report(const Problem& problem);
void report(const Problems& problems);
void warn(const std::string& message, const std::string& hint = {});
void note(const std::string& message); // `unknot: …`, for progress; silent with --quiet, as warnings are

enum class Loudness { quiet, normal, verbose };
void set_loudness(Loudness loudness);
Loudness loudness();

} // namespace unknot
