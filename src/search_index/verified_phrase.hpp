// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that have some words next to each other, found by reading their texts: for Chinese, whose pairs have no positions in the index.
#pragma once

#include "unknot/query.hpp"

#include <string>
#include <vector>
#include <xapian.h>

namespace unknot {

// A filter, without a weight. `terms`: what every such document has; `piece` in the characters that indexes have.
Xapian::Query verified_phrase(const QueryPiece& piece, const std::vector<std::string>& terms);

} // namespace unknot
