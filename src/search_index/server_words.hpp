// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an index on a server, which has no dictionary that could be asked.
#pragma once

#include "search_index/remote.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

// A word that another one may have been meant to be.
struct NearWord {
    std::size_t edits = 0;
    Xapian::doccount count = 0;
    std::string word;
};

// Fewest edits first, then the most common.
bool likelier(const NearWord& a, const NearWord& b);

// The likeliest few of each language. `limit`: how many edits a stem may be away; a word may be further. `word`: a to z.
std::vector<NearWord> near_words_on(const RemoteIndex& remote, std::string_view word, std::size_t limit);

} // namespace unknot
