// SPDX-License-Identifier: GPL-3.0-or-later
// What a prefix stands for, and which parts of a Chinese run may be words that have synonyms.
#pragma once

#include "search_index/state.hpp"
#include "search_index/stems.hpp"
#include "unknot/query.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

class Expansions {
public:
    Expansions(const OpenIndexes& indexes, Stems& stems) : indexes_(indexes), stems_(stems) {}

    // Any of the most frequent words that begin so, by their stems, counted as one term. Words are looked through up to a bound, in their order.
    const Xapian::Query& words(const std::string& prefix, const std::string& language, PieceScope scope);

    // A Chinese character, in any of the most frequent pairs that begin with it, or alone.
    const Xapian::Query& character(const std::string& character, const std::string& language, PieceScope scope);

private:
    std::vector<std::string> begun(const std::string& prefix);

    const OpenIndexes& indexes_;
    Stems& stems_;
    std::map<std::string, std::vector<std::string>> begun_;
    std::map<std::string, Xapian::Query> known_;
};

// Parts of a run, two to six characters long.
std::vector<std::string> possible_words(std::string_view run);

} // namespace unknot
