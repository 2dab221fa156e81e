// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/routing.hpp"

#include "routing/judging.hpp"
#include "routing/reading.hpp"
#include "unknot/query.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr double strong_score = 0.5;
constexpr double weak_score = 0.3;
constexpr double worth_showing = 0.6; // of the best tree's score

bool contains(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// Chinese first for a text with Chinese in it, last for any other; between them the person's languages, then what else there is.
std::vector<std::string> order_of_languages(std::string_view text, const std::vector<std::string>& wanted, const std::vector<std::string>& there)
{
    std::vector<std::string> order;
    for (const std::vector<std::string>& list : {wanted, there}) {
        std::copy_if(list.begin(), list.end(), std::back_inserter(order),
            [&](const std::string& language) { return contains(there, language) && !contains(order, language); });
    }
    const bool chinese = looks_chinese(text);
    std::stable_partition(order.begin(), order.end(), [&](const std::string& language) { return (language == "zh") == chinese; });
    return order;
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

std::vector<RoutedTree> trees_in(const EvidenceIndex& index, std::string_view text, const std::string& language, std::size_t limit)
{
    const PersonsText read = read_text(index, text, language);
    std::vector<RoutedTree> trees;
    for (const Judgement& judgement : judge(read, index.of(read.words))) {
        const double least = trees.empty() ? weak_score : std::max(weak_score, trees.front().score * worth_showing);
        if (trees.size() < limit && judgement.score >= least) {
            trees.push_back({judgement.id, judgement.pack, language, judgement.title, judgement.score, typed_words(text, read, judgement.because)});
        }
    }
    return trees;
}

double best_score(const std::vector<RoutedTree>& trees)
{
    return trees.empty() ? 0 : trees.front().score;
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
        if (hit.score >= worth_showing) {
            articles.push_back(
                {std::move(hit.id), std::move(hit.pack), std::move(hit.language), std::move(hit.title), hit.score, std::move(hit.snippet)});
        }
    }
    return articles;
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
    const std::vector<std::string> order = order_of_languages(text, languages, index.languages());
    for (const std::string& language : order) {
        routing.languages.push_back(language);
        std::vector<RoutedTree> trees = trees_in(evidence, text, language, limit);
        if (best_score(trees) > best_score(routing.trees)) {
            routing.trees = std::move(trees);
        }
        if (best_score(routing.trees) >= strong_score) {
            break;
        }
    }
    if (!routing.trees.empty()) {
        routing.match = best_score(routing.trees) >= strong_score ? Match::strong : Match::weak;
        routing.articles = articles_for(index, text, {routing.trees.front().language}, limit);
    }
    return routing;
}

} // namespace unknot
