// SPDX-License-Identifier: GPL-3.0-or-later
// What only shows between the trees of one walk. Private to the pack.
#pragma once

#include "unknot/tree_reader.hpp"

#include <map>
#include <string>

namespace unknot {

using Drafts = std::map<std::string, TreeDraft, std::less<>>;

// One fact has one type; a fact that is set has a `start` somewhere and no question anywhere; calls make no circle. `forest` holds
// the finished trees of `drafts`.
void check_across(const Drafts& drafts, const Forest& forest, Problems& problems);

} // namespace unknot
