// SPDX-License-Identifier: GPL-3.0-or-later
// Passes in turn, until one finds something: strict (every word); corrected (every word, those that no index knows replaced by their nearest
// neighbours); relaxed (some words, the unknown ones replaced). A sentence, a word that was split and a mixture of scripts are relaxed as soon as few
// texts have every word. Each pass looks in the nearest language first, then in every one. Correcting costs more than searching, so it waits until a
// strict search has failed, and it leaves words alone that the index knows.
#include "search_index/corrections.hpp"
#include "search_index/facets.hpp"
#include "search_index/marker.hpp"
#include "search_index/packed_text.hpp"
#include "search_index/planner.hpp"
#include "search_index/terms.hpp"
#include "search_index/trace.hpp"
#include "unknot/chinese.hpp"
#include "unknot/stop_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

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

constexpr std::size_t few_hits = 5;

// Somebody who writes a sentence doesn't mean every word of it: the few texts that happen to have them all are seldom the best ones.
bool is_sentence(const Query& query)
{
    constexpr std::size_t fewest_stop_words = 2;
    constexpr std::size_t fewest_words = 3;
    std::size_t stop_words = 0;
    std::size_t words = 0;
    for (const QueryGroup& group : query.groups) {
        for (const WordToken& token : group.alternatives.front().tokens) {
            const bool latin = token.kind == TokenKind::word && group.presence == Presence::wanted;
            const bool says_nothing = is_stop_word(token.text, "en") || is_stop_word(token.text, "de");
            (says_nothing ? stop_words : words) += latin ? 1 : 0;
        }
    }
    return stop_words >= fewest_stop_words && words >= fewest_words;
}

// Who writes Chinese takes names and technical words as they come; a Chinese text may have another word for them.
bool mixes_scripts(const Query& query)
{
    bool chinese = false;
    bool latin = false;
    for (const QueryGroup& group : query.groups) {
        for (const WordToken& token : group.alternatives.front().tokens) {
            chinese = chinese || token.kind == TokenKind::pair;
            latin = latin || (token.kind == TokenKind::word && group.presence == Presence::wanted);
        }
    }
    return chinese && latin;
}

class Searcher {
public:
    Searcher(const OpenIndexes& indexes, const SearchRequest& request)
        : indexes_(indexes), request_(request), trace_(request.explain), texts_([&indexes](std::uint32_t key) { return indexes.sample(key); }), planner_(indexes, stems_, trace_)
    {
    }

    SearchResult search()
    {
        trace_.note("read", describe(request_.query));
        SearchResult result = passes(simplified(request_.query));
        result.stages = trace_.take();
        return result;
    }

private:
    SearchResult passes(const Query& query)
    {
        if (query.groups.empty()) {
            return pass(query, Strictness::every_word, Reach::every_language);
        }
        SearchResult result = widening_pass(query, Strictness::every_word);
        const bool loose = is_sentence(query) || mixes_scripts(query) || planner_.has_split();
        if (result.total > 0) {
            return is_enough(result, loose) ? std::move(result) : relaxed_pass(query);
        }
        const std::vector<Query> better = corrected(query);
        for (const Query& other : better) {
            result = corrected_pass(other, Strictness::every_word);
            if (result.total > 0) {
                return is_enough(result, loose) ? std::move(result) : corrected_pass(other, Strictness::some_words);
            }
        }
        result = better.empty() ? relaxed_pass(query) : corrected_pass(better.front(), Strictness::some_words);
        return result.total > 0 ? std::move(result) : SearchResult();
    }

    static bool is_enough(const SearchResult& result, bool loose) { return result.total >= few_hits || !loose; }

    SearchResult relaxed_pass(const Query& query)
    {
        SearchResult result = widening_pass(query, Strictness::some_words);
        result.pass = SearchPass::relaxed;
        return result;
    }

    SearchResult corrected_pass(const Query& query, Strictness strictness)
    {
        SearchResult result = widening_pass(query, strictness);
        result.pass = SearchPass::corrected;
        result.corrected = describe(query);
        return result;
    }

    // Characters that no index has may be traditional ones: indexes hold simplified ones.
    Query simplified(Query query)
    {
        Simplifier simplifier;
        for (QueryGroup& group : query.groups) {
            for (QueryPiece& piece : group.alternatives) {
                const bool strange = has_strange_character(piece.tokens);
                for (WordToken& token : piece.tokens) {
                    token.text = strange ? simplifier.simplified(token.text) : token.text;
                }
                if (strange) {
                    trace_.note("simplified", simplifier.simplified(piece.text));
                }
            }
        }
        return query;
    }

    // A character is known by a pair that it begins or ends, which the search will look for anyway, or else by itself.
    bool has_strange_character(const std::vector<WordToken>& tokens) const
    {
        const WordToken* unknown = nullptr;
        std::size_t known_before = 0; // this position
        for (const WordToken& token : tokens) {
            if (token.kind == TokenKind::pair && unknown != nullptr && indexes_.knows_pair(token.text)) {
                unknown = nullptr;
                known_before = token.position + 2;
            } else if (token.kind == TokenKind::character && token.position >= known_before) {
                if (unknown != nullptr && !indexes_.knows_character(unknown->text)) {
                    return true;
                }
                unknown = &token;
            }
        }
        return unknown != nullptr && !indexes_.knows_character(unknown->text);
    }

    // The query with every unknown word replaced by its likeliest correction; then, while only one word is unknown, by the next ones.
    std::vector<Query> corrected(const Query& query)
    {
        std::vector<Query> queries;
        std::size_t unknown = 1;
        for (std::size_t choice = 0; choice < corrections_most && unknown == 1; ++choice) {
            Query better = query;
            unknown = 0;
            bool changed = false;
            for (QueryGroup& group : better.groups) {
                for (QueryPiece& piece : group.alternatives) {
                    changed = (group.presence != Presence::excluded && correct(piece, choice, unknown)) || changed;
                }
            }
            if (!changed) {
                break;
            }
            trace_.note("corrected", describe(better));
            queries.push_back(std::move(better));
        }
        return queries;
    }

    bool correct(QueryPiece& piece, std::size_t choice, std::size_t& unknown)
    {
        bool changed = false;
        for (auto token = piece.tokens.rbegin(); token != piece.tokens.rend(); ++token) {
            if (token->kind != TokenKind::word || indexes_.knows_word(token->text, stems_)) {
                continue;
            }
            ++unknown;
            const std::vector<std::string>& near = corrections_of(token->text);
            if (choice < near.size()) {
                piece.text = replaced(piece.text, *token, indexes_.written(near[choice]));
                changed = true;
            }
        }
        if (changed) {
            piece.tokens = tokens(piece.text, query_max_terms);
        }
        return changed;
    }

    // Looked up once: the choices of a query ask for them in turn.
    const std::vector<std::string>& corrections_of(const std::string& word)
    {
        const auto known = corrections_.find(word);
        return known != corrections_.end() ? known->second : corrections_.emplace(word, corrections(indexes_, word)).first->second;
    }

    // In the nearest language, then in every one; also when only others know a word that not every text must have.
    SearchResult widening_pass(const Query& query, Strictness strictness)
    {
        SearchResult result = pass(query, strictness, Reach::nearest_language);
        if (filters_language(query) || indexes_.languages.size() < 2) {
            return result;
        }
        const std::vector<std::string>& unknown = planner_.unknown();
        const bool others_know = strictness == Strictness::some_words
                                 && std::any_of(unknown.begin(), unknown.end(), [&](const std::string& word) { return indexes_.knows_word(word, stems_); });
        return result.total > 0 && !others_know ? std::move(result) : pass(query, strictness, Reach::every_language);
    }

    // Whether one thing may be found as several documents: its versions, or a tree by its symptoms. Looking for such takes longer than the search.
    bool may_repeat(const Query& query, Reach reach) const
    {
        const bool one_language = reach == Reach::nearest_language && !filters_language(query);
        return !one_language || !indexes_.remotes.empty() || indexes_.have_symptoms;
    }

    SearchResult pass(const Query& query, Strictness strictness, Reach reach)
    {
        const Xapian::Query plan = planner_.plan(query, strictness, request_.languages, reach);
        Xapian::Enquire enquire(indexes_.all);
        enquire.set_query(plan);
        if (may_repeat(query, reach)) {
            enquire.set_collapse_key(filters_language(query) ? terms::value_version : terms::value_identity);
        }
        if (request_.order != SearchOrder::relevance) {
            const bool newest = request_.order == SearchOrder::reviewed;
            enquire.set_sort_by_value_then_relevance(newest ? terms::value_reviewed : terms::value_title, newest);
        }
        Facets facets;
        if (request_.facets && indexes_.remotes.empty()) {
            enquire.add_matchspy(&facets);
        }
        const std::size_t offset = std::min(request_.offset, search_max_hits);
        const std::size_t limit = std::min(request_.limit, search_max_hits - offset);
        const std::size_t counted = request_.total == SearchTotal::counted ? search_exact_total : 0;
        const std::size_t exact = request_.facets ? indexes_.all.get_doccount() : std::max(counted, offset + limit + 1);
        const Xapian::MSet matches =
            enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit), static_cast<Xapian::doccount>(exact));
        if (!indexes_.remotes.empty() && offset == 0) {
            matches.fetch(); // all at once; Xapian 1.4 does so for the first page only, and reads beyond the end for others
        }
        if (request_.facets && !indexes_.remotes.empty()) {
            count(enquire, facets);
        }
        SearchResult result;
        result.total = matches.get_matches_estimated();
        result.more = result.total > offset + matches.size();
        result.topics = facets.topics();
        result.languages = facets.languages();
        const double best = matches.get_max_attained();
        result.hits.reserve(matches.size());
        markers_.clear(); // of the pass before, which may have looked for other words
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            result.hits.push_back(hit(match, query, best));
        }
        if (trace_.wanted()) {
            trace_.note(strictness == Strictness::every_word ? "strict" : "relaxed", fmt::format("{}: {}", describe(query), result.total));
            trace_.note("xapian", plan.get_description());
        }
        return result;
    }

    // Servers run no spies of ours, so what they have found is looked through here.
    static void count(Xapian::Enquire& enquire, Facets& facets)
    {
        enquire.set_collapse_key(terms::value_version);
        const Xapian::MSet matches = enquire.get_mset(0, search_max_hits);
        matches.fetch();
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            facets(match.get_document(), match.get_weight());
        }
    }

    Marker& marker_for(const Query& query, const std::string& language)
    {
        const auto known = markers_.find(language);
        return known != markers_.end() ? known->second
                                       : markers_.try_emplace(language, query, planner_.others(language), language, stems_).first->second;
    }

    SearchHit hit(const Xapian::MSetIterator& match, const Query& query, double best)
    {
        const std::string data = texts_.unpacked(match.get_document().get_value(terms::value_text));
        const terms::Stored stored = terms::read_stored(data);
        SearchHit hit;
        hit.kind = found_as(stored.kind);
        hit.pack = stored.pack;
        hit.id = stored.id;
        hit.language = stored.language;
        hit.title = stored.title;
        hit.score = best > 0 ? std::min(1.0, match.get_weight() / best) : 1.0;
        Snippet snippet = snippet_of(stored.text, marker_for(query, hit.language));
        hit.snippet = std::move(snippet.text);
        hit.marks = std::move(snippet.marks);
        return hit;
    }

    const OpenIndexes& indexes_;
    const SearchRequest& request_;
    Stems stems_;
    Trace trace_;
    TextUnpacker texts_;
    std::map<std::string, std::vector<std::string>> corrections_;
    std::map<std::string, Marker> markers_; // by language
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
        state_->have_synonyms = state_->have_synonyms || pack.state_->has_synonyms;
        state_->have_symptoms = state_->have_symptoms || pack.state_->has_symptoms;
        state_->parts.insert(state_->parts.end(), pack.state_->databases.begin(), pack.state_->databases.end());
        state_->remotes.insert(state_->remotes.end(), pack.state_->remotes.begin(), pack.state_->remotes.end());
        state_->replaced.insert(state_->replaced.end(), pack.state_->replaced.begin(), pack.state_->replaced.end());
        state_->languages.insert(state_->languages.end(), pack.languages().begin(), pack.languages().end());
    }
    state_->unite();
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
    Problems warnings;
    SearchResult result = fenced("the search index is damaged", [&] {
        for (bool again = false; !request.query.empty() && !state_->empty(); again = true) {
            try {
                return Searcher(*state_, request).search();
            } catch (const Xapian::Error& error) {
                if (state_->remotes.empty()) {
                    throw;
                }
                state_->remotes = (again ? without_any : without_failed)(state_->remotes, error, warnings);
                state_->unite();
            }
        }
        return SearchResult();
    });
    result.warnings = std::move(warnings);
    return result;
}

} // namespace unknot
