// SPDX-License-Identifier: GPL-3.0-or-later
// A query as people write it -> a query as Xapian takes it. Xapian's own parser is not used, so there are no parse errors.
#pragma once

#include "search_index/state.hpp"
#include "search_index/trace.hpp"
#include "search_index/words.hpp"
#include "unknot/query.hpp"

#include <map>
#include <string>
#include <vector>
#include <xapian.h>

namespace unknot {

// Languages that a query looks in: the likeliest one of its script and the person's, or every one, the likelier ones weighing more.
enum class Reach { nearest_language, every_language };

class Planner {
public:
    Planner(const OpenIndexes& indexes, Stems& stems, Trace& trace)
        : indexes_(indexes), stems_(stems), trace_(trace), expansions_(indexes, stems)
    {
    }

    // `languages`: best first. Where the query filters by language, those are the only ones, and equal.
    Xapian::Query plan(const Query& query, Strictness strictness, const std::vector<std::string>& languages, Reach reach);

    // What the last plan looks for in a language beside the words themselves.
    const std::vector<std::string>& others(const std::string& language) { return others_[language]; }

    // What the last plan could not look for as it is: whether it looks for parts of words, and which words some language of it lacks.
    bool has_split() const { return has_split_; }
    const std::vector<std::string>& unknown() const { return unknown_; }

private:
    const OpenIndexes& indexes_;
    Stems& stems_;
    Trace& trace_;
    Expansions expansions_;
    std::map<std::string, std::vector<std::string>> others_;
    std::vector<std::string> unknown_;
    bool has_split_ = false;
};

} // namespace unknot
