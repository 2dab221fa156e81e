// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a query as terms of one language.
#pragma once

#include "search_index/expansions.hpp"
#include "search_index/state.hpp"
#include "search_index/stems.hpp"
#include "search_index/trace.hpp"
#include "unknot/query.hpp"
#include "unknot/units.hpp"

#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

enum class Strictness { every_word, some_words };

Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);
Xapian::Query best_of(const std::vector<Xapian::Query>& queries); // any of them, and the best one counts

class WordPlanner {
public:
    WordPlanner(const OpenIndexes& indexes, Stems& stems, Expansions& expansions, Trace& trace, std::string language, Strictness strictness)
        : indexes_(indexes), stems_(stems), expansions_(expansions), trace_(trace), language_(std::move(language)), strictness_(strictness)
    {
    }

    // Any of the alternatives, each with all of its words.
    Xapian::Query group(const QueryGroup& group);

    // Words that follow each other: all or some of them; and what means the same as one or several neighbours.
    Xapian::Query sequence(const std::vector<WordUnit>& units);

    // What was looked for beside the words themselves: parts of compounds and words of synonyms.
    const std::vector<std::string>& others() const { return others_; }

    // Words that were looked for by their parts.
    bool has_split() const { return has_split_; }

    // Words that no text of the language has, and no parts of them.
    const std::vector<std::string>& unknown() const { return unknown_; }

    // Those that are no stop words.
    std::vector<WordUnit> meaningful(const std::vector<WordUnit>& units) const;

private:
    struct Alike;

    Xapian::Query piece(const QueryPiece& piece);
    Xapian::Query phrase(const QueryPiece& piece);
    Xapian::Query prefix(const QueryPiece& piece);
    Alike alike(const std::vector<WordUnit>& units, std::size_t first);
    Xapian::Query unit(const WordUnit& unit, PieceScope scope);
    Xapian::Query word(std::string_view word, PieceScope scope);
    Xapian::Query with_doers(const std::string& stem);
    std::vector<Xapian::Query> parts_of(std::string_view word);
    bool is_part(const std::string& part);
    Xapian::Query code(const WordUnit& unit, PieceScope scope);
    Xapian::Query run(const WordUnit& unit, PieceScope scope);
    Xapian::Query every_word_of(std::string_view text);
    Xapian::Query joined(const std::vector<Xapian::Query>& queries) const;
    std::string stem_term(std::string_view word, PieceScope scope);
    std::string as_it_is(const WordToken& token, PieceScope scope) const;

    const OpenIndexes& indexes_;
    Stems& stems_;
    Expansions& expansions_;
    Trace& trace_;
    std::string language_;
    Strictness strictness_;
    std::vector<std::string> others_;
    std::vector<std::string> unknown_;
    bool has_split_ = false;
};

} // namespace unknot
