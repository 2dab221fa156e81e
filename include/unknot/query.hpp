// SPDX-License-Identifier: GPL-3.0-or-later
// A search query as something a person can read: groups of words that are wanted, required or excluded, and filters. Knows no index.
//
//     card declined             both are wanted
//     "recovery phrase"         next to each other and in this order; typographic quotes too
//     +card -bitcoin            required; excluded (as are `card AND declined`, `NOT bitcoin`)
//     refund OR chargeback      one of them is enough; OR binds tighter than a space
//     encrypt*                  words that begin so
//     title:backup              only in titles; also title:"…", title:back*
//     topic:payments lang:de kind:tree pack:wallet id:fees    filters; of one field any, of several fields all must hold
//     reviewed:2026-03..2026-06    days of review, both ends included; 2026, 2026-03.. and ..2026-03-31 too
//
// Reading never fails: whatever is no query language is text, a quote that is not closed ends at the end, an operator with nothing to
// work on is dropped. Operators are upper case.
#pragma once

#include "unknot/tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline constexpr std::size_t query_max_bytes = 4000;
inline constexpr std::size_t query_max_terms = 32;
inline constexpr std::size_t query_max_prefixes = 8; // further ones are plain words

enum class PieceKind { words, phrase, prefix };
enum class PieceScope { anywhere, title };

struct QueryPiece {
    PieceKind kind = PieceKind::words;
    PieceScope scope = PieceScope::anywhere;
    std::string text;              // in the person's words, without quotes and star
    std::vector<WordToken> tokens; // at least one; of a prefix the last word is the one that goes on
};

enum class Presence { wanted, required, excluded };

struct QueryGroup {
    Presence presence = Presence::wanted;
    std::vector<QueryPiece> alternatives; // at least one
};

struct QueryFilter {
    std::string field; // topic, lang, kind, pack, id, reviewed
    std::string value; // in search form; of reviewed `FROM..TO`, either may be empty
    Presence presence = Presence::required;
};

struct Query {
    std::vector<QueryGroup> groups;
    std::vector<QueryFilter> filters;
    bool shortened = false; // something was beyond the limits above and left out

    bool empty() const { return groups.empty() && filters.empty(); }
};

Query read_query(std::string_view text);

// One line that shows how a query was read: `card +"recovery phrase" -bitcoin (refund | chargeback) lang:de`.
std::string describe(const Query& query);

} // namespace unknot
