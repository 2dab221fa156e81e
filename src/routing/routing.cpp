// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/routing.hpp"

#include "routing/choice.hpp"
#include "routing/reading.hpp"
#include "unknot/query.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>

namespace unknot {

namespace {

const RoutingWeights weights;
constexpr double article_worth_showing = 0.6; // of the best article's score

bool contains(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// As typed; Chinese characters that touch are one.
std::vector<std::string> typed_words(std::string_view text, const PersonsText& read, const Concepts& because)
{
    std::vector<std::string> words;
    std::size_t end = 0;
    for (std::size_t i = 0; i < read.concepts.size(); ++i) {
        const Concept& one = read.concepts[i];
        if (!because.test(i)) {
            continue;
        }
        const std::string word(text.substr(one.begin, one.end - one.begin));
        if (one.chinese && !words.empty() && end == one.begin) {
            words.back() += word;
        } else if (!contains(words, word)) {
            words.push_back(word);
        }
        end = one.end;
    }
    return words;
}

std::vector<RoutedTree> trees_of(std::string_view text, const PersonsText& read, const std::vector<Judgement>& told)
{
    std::vector<RoutedTree> trees;
    for (const Judgement& one : told) {
        trees.push_back({one.id, one.pack, read.language, one.title, one.score, typed_words(text, read, one.because)});
    }
    return trees;
}

// As words only: what looks like the query language in a person's text is none.
Query words_of(std::string_view text)
{
    Query query;
    QueryPiece piece;
    piece.text = text;
    piece.tokens = tokens(text, query_max_terms);
    if (!piece.tokens.empty()) {
        query.groups.push_back({Presence::wanted, {std::move(piece)}});
        query.filters.push_back({"kind", "article", Presence::required});
    }
    return query;
}

std::vector<RoutedArticle> articles_for(const SearchIndex& index, std::string_view text, const std::vector<std::string>& languages, std::size_t limit)
{
    std::vector<RoutedArticle> articles;
    for (SearchHit& hit : index.search({words_of(text), languages, 0, limit}).hits) {
        if (hit.score >= article_worth_showing) {
            articles.push_back(
                {std::move(hit.id), std::move(hit.pack), std::move(hit.language), std::move(hit.title), hit.score, std::move(hit.snippet)});
        }
    }
    return articles;
}

// No tree is about the text, but an article says who is.
Routing outside(Routing routing, const Judgement& other, const std::string& language)
{
    routing.match = Match::none;
    routing.trees.clear();
    routing.articles = {{other.id, other.pack, language, other.title, 1.0, {}}};
    return routing;
}

} // namespace

std::string_view name(Match match)
{
    return match == Match::strong ? "strong" : match == Match::weak ? "weak" : "none";
}

Routing route(const SearchIndex& index, std::string_view text, const std::vector<std::string>& languages, std::size_t limit)
{
    Routing routing;
    text = text.substr(0, routing_max_bytes);
    const EvidenceIndex evidence(index);
    for (const std::string& language : languages_for(text, languages, index.languages())) {
        routing.languages.push_back(language);
        const PersonsText read = read_text(evidence, text, language);
        const std::vector<Judgement> judged = judge(read, evidence.of(read.words), weights);
        if (const Judgement* other = elsewhere(judged, weights)) {
            return outside(std::move(routing), *other, language);
        }
        const std::vector<Judgement> told = worth_telling(judged, limit, weights);
        if (!told.empty() && (routing.trees.empty() || told.front().score > routing.trees.front().score)) {
            routing.trees = trees_of(text, read, told);
            routing.match = match_of(told, weights);
        }
        if (routing.match == Match::strong) {
            break;
        }
    }
    if (!routing.trees.empty()) {
        routing.articles = articles_for(index, text, {routing.trees.front().language}, limit);
    }
    return routing;
}

} // namespace unknot
