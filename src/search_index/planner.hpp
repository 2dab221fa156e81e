// SPDX-License-Identifier: GPL-3.0-or-later
// A query as people write it -> a query as Xapian takes it. Xapian's own parser is not used, so there are no parse errors.
#pragma once

#include "search_index/state.hpp"
#include "search_index/words.hpp"
#include "unknot/query.hpp"

#include <string>
#include <vector>
#include <xapian.h>

namespace unknot {

class Planner {
public:
    Planner(const OpenIndexes& indexes, Stems& stems) : indexes_(indexes), stems_(stems), expansions_(indexes.all) {}

    // `languages`: best first. Where the query filters by language, those are the only ones, and equal.
    Xapian::Query plan(const Query& query, Strictness strictness, const std::vector<std::string>& languages);

private:
    const OpenIndexes& indexes_;
    Stems& stems_;
    Expansions expansions_;
};

} // namespace unknot
