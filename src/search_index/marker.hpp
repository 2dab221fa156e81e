// SPDX-License-Identifier: GPL-3.0-or-later
// Which tokens of a found text are what was looked for, and the passage that has most of them.
#pragma once

#include "search_index/stems.hpp"
#include "unknot/query.hpp"
#include "unknot/search_index.hpp"
#include "unknot/tokens.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

class Marker {
public:
    // For texts of one language: the query's words but excluded ones, and `others`, words that stand for them.
    Marker(const Query& query, const std::vector<std::string>& others, std::string language, Stems& stems);

    // Turns away most tokens that are not sought.
    const TokenSieve& sieve() const { return sieve_; }

    // Which of the sought words a token is.
    std::optional<std::size_t> sought(const WordToken& token);
    std::size_t kinds() const { return sought_.size(); }
    std::size_t count() const { return asked_; } // of the query's own words

private:
    struct Sought {
        std::string text;
        std::string stem; // empty: only the word as it is
        bool begins = false;
        std::vector<std::string> beginnings = {}; // of words with that stem
    };
    void add(const QueryPiece& piece);

    std::string language_;
    Stems& stems_;
    std::vector<Sought> sought_;
    std::size_t asked_ = 0;
    TokenSieve sieve_;
};

struct Snippet {
    std::string text;
    std::vector<MarkSpan> marks;
};

// The text without line breaks around the passage where most of the sought words stand, about snippet_max_points characters, with `…` where it
// was cut. The beginning when there are none.
Snippet snippet_of(std::string_view text, Marker& marker);

} // namespace unknot
