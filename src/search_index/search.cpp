// SPDX-License-Identifier: GPL-3.0-or-later
// Passes in turn, until one finds something: strict (every word), corrected (every word, those that no index knows replaced by their nearest
// neighbours), relaxed (some words), corrected and relaxed. Correcting costs more than searching, so it waits until a strict search has failed,
// and it leaves words alone that the index knows.
#include "search_index/marker.hpp"
#include "search_index/planner.hpp"
#include "search_index/terms.hpp"
#include "unknot/chinese.hpp"

#include <algorithm>
#include <optional>

namespace unknot {

namespace {

bool filters_language(const Query& query)
{
    return std::any_of(query.filters.begin(), query.filters.end(), [](const QueryFilter& filter) { return filter.field == "lang"; });
}

// One word of a text at a token's place replaced.
std::string replaced(const std::string& text, const WordToken& token, std::string_view word)
{
    return text.substr(0, token.begin) + std::string(word) + text.substr(token.end);
}

class Searcher {
public:
    Searcher(const OpenIndexes& indexes, const SearchRequest& request) : indexes_(indexes), request_(request), planner_(indexes, stems_) {}

    SearchResult search()
    {
        const Query query = simplified(request_.query);
        SearchResult result = pass(query, Strictness::every_word);
        if (!result.hits.empty() || result.total > 0 || query.groups.empty()) {
            return result;
        }
        const std::optional<Query> better = corrected(query);
        for (const Strictness strictness : {Strictness::every_word, Strictness::some_words}) {
            if (strictness == Strictness::some_words) {
                result = pass(query, strictness);
                result.pass = SearchPass::relaxed;
            }
            if (result.total == 0 && better) {
                result = pass(*better, strictness);
                result.pass = SearchPass::corrected;
                result.corrected = describe(*better);
            }
            if (result.total > 0) {
                return result;
            }
        }
        return SearchResult();
    }

private:
    // Characters that no index has may be traditional ones: indexes hold simplified ones.
    Query simplified(Query query)
    {
        Simplifier simplifier;
        for (QueryGroup& group : query.groups) {
            for (QueryPiece& piece : group.alternatives) {
                const bool strange = std::any_of(piece.tokens.begin(), piece.tokens.end(),
                    [&](const WordToken& token) { return token.kind == TokenKind::character && !indexes_.knows(terms::word(token.text)); });
                for (WordToken& token : piece.tokens) {
                    token.text = strange ? simplifier.simplified(token.text) : token.text;
                }
            }
        }
        return query;
    }

    std::optional<Query> corrected(Query query)
    {
        bool changed = false;
        for (QueryGroup& group : query.groups) {
            for (QueryPiece& piece : group.alternatives) {
                changed = (group.presence != Presence::excluded && correct(piece)) || changed;
            }
        }
        return changed ? std::optional<Query>(std::move(query)) : std::nullopt;
    }

    bool correct(QueryPiece& piece)
    {
        bool changed = false;
        for (auto token = piece.tokens.rbegin(); token != piece.tokens.rend(); ++token) {
            const bool unknown = token->kind == TokenKind::word && !indexes_.knows_word(token->text, stems_);
            const std::optional<std::string> better = unknown ? indexes_.respelled(token->text) : std::nullopt;
            if (better) {
                piece.text = replaced(piece.text, *token, *better);
                changed = true;
            }
        }
        if (changed) {
            piece.tokens = tokens(piece.text, query_max_terms);
        }
        return changed;
    }

    SearchResult pass(const Query& query, Strictness strictness)
    {
        Xapian::Enquire enquire(indexes_.all);
        enquire.set_query(planner_.plan(query, strictness, request_.languages));
        enquire.set_collapse_key(filters_language(query) ? terms::value_version : terms::value_identity);
        const std::size_t offset = std::min(request_.offset, search_max_hits);
        const std::size_t limit = std::min(request_.limit, search_max_hits - offset);
        const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit),
            static_cast<Xapian::doccount>(std::max(search_exact_total, offset + limit + 1)));
        SearchResult result;
        result.total = matches.get_matches_estimated();
        result.more = result.total > offset + matches.size();
        const double best = matches.get_max_attained();
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            result.hits.push_back(hit(match, query, best));
        }
        return result;
    }

    SearchHit hit(const Xapian::MSetIterator& match, const Query& query, double best)
    {
        const terms::Stored stored = terms::read_stored(match.get_document().get_data());
        SearchHit hit;
        hit.kind = stored.kind == DocumentKind::symptom ? DocumentKind::tree : stored.kind;
        hit.pack = stored.pack;
        hit.id = stored.id;
        hit.language = stored.language;
        hit.title = stored.title;
        hit.score = best > 0 ? std::min(1.0, match.get_weight() / best) : 1.0;
        Marker marker(query, stored.language, stems_);
        Snippet snippet = snippet_of(stored.text, marker);
        hit.snippet = std::move(snippet.text);
        hit.marks = std::move(snippet.marks);
        return hit;
    }

    const OpenIndexes& indexes_;
    const SearchRequest& request_;
    Stems stems_;
    Planner planner_;
};

} // namespace

std::string_view name(SearchPass pass)
{
    return pass == SearchPass::strict ? "strict" : pass == SearchPass::relaxed ? "relaxed" : "corrected";
}

SearchIndex::SearchIndex(const std::vector<PackIndex>& packs) : state_(std::make_unique<State>())
{
    for (const PackIndex& pack : packs) {
        state_->parts.push_back(pack.state_->database);
        state_->all.add_database(pack.state_->database);
        state_->languages.insert(state_->languages.end(), pack.languages().begin(), pack.languages().end());
    }
    std::sort(state_->languages.begin(), state_->languages.end());
    state_->languages.erase(std::unique(state_->languages.begin(), state_->languages.end()), state_->languages.end());
}

SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;
SearchIndex::~SearchIndex() = default;

const std::vector<std::string>& SearchIndex::languages() const
{
    return state_->languages;
}

SearchResult SearchIndex::search(const SearchRequest& request) const
{
    if (request.query.empty() || state_->parts.empty()) {
        return SearchResult();
    }
    return fenced("the search index is damaged", [&] { return Searcher(*state_, request).search(); });
}

} // namespace unknot
