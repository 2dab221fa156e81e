// SPDX-License-Identifier: GPL-3.0-or-later
// What `run` was given on the command line and in files, resolved against the trees of the walk.
#pragma once

#include "options.hpp"
#include "unknot/receipt.hpp"
#include "unknot/script.hpp"

#include <string>
#include <utility>
#include <vector>

namespace unknot {

// --answer, --answers and --probe. Throws Failure for names that no tree of the walk has, and for files that can't be read.
Script script_of(const RunCommand& command, const Forest& forest);

// --fact
std::vector<Event> fact_events(const RunCommand& command, const Forest& forest);

// A YAML or JSON map of facts, in its order; `-` is standard input.
std::vector<std::pair<std::string, std::string>> facts_in_file(const std::string& file);

// A receipt as events, renamed ids followed. What the trees no longer have is reported and left out.
std::vector<Event> receipt_events(const Receipt& receipt, const Forest& forest);

} // namespace unknot
