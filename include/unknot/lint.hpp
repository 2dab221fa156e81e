// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be said about a pack without walking it: what the reader finds in all of its files, and what would hurt a person on
// the way: nodes nobody reaches, options that lead nowhere, questions without a way to an end, broken links, missing translations,
// questions that ask for a secret.
#pragma once

#include "unknot/pack.hpp"
#include "unknot/problem.hpp"

#include <string>

namespace unknot {

// Sorted by file, line and column; each fault once. `today` is an ISO date, for what is stale.
Problems lint(const Pack& pack, const std::string& today);

} // namespace unknot
