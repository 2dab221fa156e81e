// SPDX-License-Identifier: GPL-3.0-or-later
// Latin words are looked for by their stems; a phrase is stems next to each other. Chinese is the OR of its pairs, also in a strict query:
// without a word list any two characters that touch may be a word or the seam between two, and BM25 puts the documents with most of
// the pairs first. Words written apart or together (top up, topup; Bluetoothgerät, Bluetooth Gerät) are looked for in both ways when the index
// knows the other one.
#include "search_index/words.hpp"

#include "search_index/terms.hpp"
#include "search_index/verified_phrase.hpp"
#include "unknot/compound.hpp"
#include "unknot/search_form.hpp"
#include "unknot/stop_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot {

namespace {

constexpr std::size_t max_neighbours = 3; // words that may have a synonym together
constexpr std::size_t max_synonyms = 8;
constexpr Xapian::doccount few_texts = 5;
constexpr std::size_t long_word = 12; // letters, in search form

bool in_phrases(const WordToken& token)
{
    return token.kind == TokenKind::word || token.kind == TokenKind::pair || token.alone;
}

} // namespace

Xapian::Query any_of(const std::vector<Xapian::Query>& queries)
{
    return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

Xapian::Query all_of(const std::vector<Xapian::Query>& queries)
{
    return Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end());
}

Xapian::Query best_of(const std::vector<Xapian::Query>& queries)
{
    return Xapian::Query(Xapian::Query::OP_MAX, queries.begin(), queries.end());
}

// What means the same as some neighbours.
struct WordPlanner::Alike {
    std::size_t count = 0; // of the neighbours; 0 when there is nothing
    std::vector<Xapian::Query> others;
};

Xapian::Query WordPlanner::joined(const std::vector<Xapian::Query>& queries) const
{
    return strictness_ == Strictness::every_word ? all_of(queries) : any_of(queries);
}

std::string WordPlanner::stem_term(std::string_view word, PieceScope scope)
{
    const std::string stem = stems_.stem(word, language_);
    return scope == PieceScope::title ? terms::title_stem(language_, stem) : terms::stem(language_, stem);
}

// Of a token that is no word.
std::string WordPlanner::as_it_is(const WordToken& token, PieceScope scope) const
{
    const bool in_title = scope == PieceScope::title;
    if (token.kind == TokenKind::code) {
        return in_title ? terms::title_code(token.text) : terms::code(token.text);
    }
    return in_title ? terms::title_ideographs(language_, token.text) : terms::ideographs(language_, token.text);
}

std::vector<WordUnit> WordPlanner::meaningful(const std::vector<WordUnit>& units) const
{
    const auto says_nothing = [&](const WordToken& part) {
        return (part.kind == TokenKind::character && !part.alone) || is_stop_word(part.text, language_);
    };
    std::vector<WordUnit> kept;
    std::copy_if(units.begin(), units.end(), std::back_inserter(kept),
        [&](const WordUnit& unit) { return !std::all_of(unit.parts.begin(), unit.parts.end(), says_nothing); });
    return kept;
}

Xapian::Query WordPlanner::group(const QueryGroup& group)
{
    std::vector<Xapian::Query> alternatives;
    for (const QueryPiece& one : group.alternatives) {
        alternatives.push_back(piece(one));
    }
    return any_of(alternatives);
}

Xapian::Query WordPlanner::piece(const QueryPiece& piece)
{
    switch (piece.kind) {
    case PieceKind::phrase: return phrase(piece);
    case PieceKind::prefix: return prefix(piece);
    case PieceKind::words: break;
    }
    std::vector<Xapian::Query> words;
    for (const WordUnit& one : units_of(piece.tokens)) {
        words.push_back(unit(one, piece.scope));
    }
    return all_of(words);
}

// The words of a phrase as terms; those of a code that have positions are its parts.
Xapian::Query WordPlanner::phrase(const QueryPiece& piece)
{
    std::vector<std::string> row;
    std::size_t first = 0;
    std::size_t last = 0;
    bool latin = true;
    for (const WordToken& token : piece.tokens) {
        if (in_phrases(token)) {
            first = row.empty() ? token.position : first;
            last = token.position;
            latin = latin && token.kind == TokenKind::word;
            row.push_back(token.kind == TokenKind::word ? stem_term(token.text, piece.scope) : as_it_is(token, piece.scope));
        }
    }
    if (latin) {
        return Xapian::Query(Xapian::Query::OP_PHRASE, row.begin(), row.end(), static_cast<Xapian::termcount>(last - first + 1));
    }
    const Xapian::Query all(Xapian::Query::OP_AND, row.begin(), row.end());
    return row.size() == 1 ? unit(units_of(piece.tokens).front(), piece.scope) : Xapian::Query(Xapian::Query::OP_FILTER, all, verified_phrase(piece, row));
}

Xapian::Query WordPlanner::prefix(const QueryPiece& piece)
{
    const std::string& start = piece.tokens.back().text;
    const std::string respelled = without_digraphs(start);
    std::vector<Xapian::Query> begins = {expansions_.words(start, language_, piece.scope)};
    if (respelled != start) {
        begins.push_back(expansions_.words(respelled, language_, piece.scope));
    }
    std::vector<Xapian::Query> all = {any_of(begins)};
    for (const WordToken& token : piece.tokens) {
        if (token.kind == TokenKind::word && &token != &piece.tokens.back()) {
            all.push_back(word(token.text, piece.scope));
        }
    }
    return all_of(all);
}

Xapian::Query WordPlanner::sequence(const std::vector<WordUnit>& units)
{
    std::vector<Xapian::Query> found;
    for (std::size_t next = 0; next < units.size();) {
        Alike same = alike(units, next);
        std::vector<Xapian::Query> themselves;
        const std::size_t end = next + std::max<std::size_t>(same.count, 1);
        for (; next < end; ++next) {
            themselves.push_back(unit(units[next], PieceScope::anywhere));
        }
        same.others.push_back(joined(themselves));
        found.push_back(any_of(same.others));
    }
    return joined(found);
}

// The longest row of neighbours from `first` on that has a synonym, or is a word when written together.
WordPlanner::Alike WordPlanner::alike(const std::vector<WordUnit>& units, std::size_t first)
{
    Alike found;
    std::string words;
    std::string together;
    for (std::size_t count = 1; count <= max_neighbours && first + count <= units.size(); ++count) {
        const std::string last = plain_words(units[first + count - 1]);
        words += (count == 1 ? "" : " ") + last;
        together += last;
        std::vector<Xapian::Query> others;
        for (const std::string& synonym : indexes_.synonyms(words, language_)) {
            others.push_back(every_word_of(synonym));
            trace_.note("synonyms", fmt::format("{} = {}", words, synonym));
        }
        if (count == 2 && indexes_.knows(stem_term(together, PieceScope::anywhere))) {
            others.emplace_back(stem_term(together, PieceScope::anywhere));
            others_.push_back(together);
            trace_.note("written together", fmt::format("{} = {}", words, together));
        }
        if (!others.empty()) {
            others.resize(std::min(others.size(), max_synonyms));
            found = {count, std::move(others)};
        }
    }
    return found;
}

Xapian::Query WordPlanner::unit(const WordUnit& unit, PieceScope scope)
{
    switch (unit.kind) {
    case UnitKind::code: return code(unit, scope);
    case UnitKind::run: return run(unit, scope);
    case UnitKind::word: break;
    }
    return word(unit.parts.front().text, scope);
}

// A long word that few texts have is looked for by its parts as well: `Kontolöschung` where others say that an account is deleted.
Xapian::Query WordPlanner::word(std::string_view word, PieceScope scope)
{
    const std::string term = stem_term(word, scope);
    if (scope == PieceScope::title) {
        return Xapian::Query(term);
    }
    const Xapian::doccount texts = indexes_.all.get_termfreq(term);
    if (texts >= few_texts || (texts > 0 && word.size() < long_word)) {
        return with_doers(stems_.stem(word, language_));
    }
    const std::vector<Xapian::Query> parts = parts_of(word);
    if (parts.empty()) {
        if (texts == 0) {
            unknown_.emplace_back(word);
        }
        return Xapian::Query(term);
    }
    has_split_ = true;
    return texts == 0 ? joined(parts) : best_of({Xapian::Query(term), all_of(parts)});
}

std::vector<Xapian::Query> WordPlanner::parts_of(std::string_view word)
{
    std::vector<Xapian::Query> parts;
    std::vector<std::string> cut = compound_parts(word, [&](const std::string& part) { return is_part(part); });
    if (language_ != "de" && fmt::format("{}", fmt::join(cut, "")) != word) {
        cut.clear(); // links between parts, and ends that a part has lost, are German
    }
    for (const std::string& part : cut) {
        parts.emplace_back(stem_term(part, PieceScope::anywhere));
    }
    others_.insert(others_.end(), cut.begin(), cut.end());
    if (!cut.empty()) {
        trace_.note("compound", fmt::format("{} = {} ({})", word, fmt::join(cut, " + "), language_));
    }
    return parts;
}

// German stems are words as a rule. Others are often none, such as `charg` of charge.
bool WordPlanner::is_part(const std::string& part)
{
    const std::string stem = stems_.stem(part, language_);
    return indexes_.knows(terms::stem(language_, stem)) && (stem != part || language_ == "de" || indexes_.may_be_written(part));
}

// Who drains is a drainer, and either is found by the other; they count half.
Xapian::Query WordPlanner::with_doers(const std::string& stem)
{
    constexpr std::string_view end = "er";
    constexpr std::size_t shortest = 4;
    constexpr double share = 0.5;
    const Xapian::Query itself(terms::stem(language_, stem));
    if (language_ != "en" || stem.size() < shortest) {
        return itself;
    }
    const bool does = stem.size() >= shortest + end.size() && stem.compare(stem.size() - end.size(), end.size(), end) == 0;
    const std::string other = does ? stem.substr(0, stem.size() - end.size()) : stem + std::string(end);
    if (!indexes_.knows(terms::stem(language_, other))) {
        return itself;
    }
    others_.push_back(other);
    return best_of({itself, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(terms::stem(language_, other)), share)});
}

Xapian::Query WordPlanner::code(const WordUnit& unit, PieceScope scope)
{
    std::vector<Xapian::Query> found;
    for (const WordToken& whole : unit.whole) {
        found.emplace_back(whole.kind == TokenKind::joined ? stem_term(whole.text, scope) : as_it_is(whole, scope));
    }
    std::vector<Xapian::Query> parts;
    for (const WordToken& part : unit.parts) {
        parts.push_back(word(part.text, scope));
    }
    found.push_back(joined(parts));
    return any_of(found);
}

Xapian::Query WordPlanner::run(const WordUnit& unit, PieceScope scope)
{
    std::vector<Xapian::Query> pairs;
    for (const WordToken& part : unit.parts) {
        if (in_phrases(part) && !is_stop_word(part.text, language_)) {
            pairs.emplace_back(as_it_is(part, scope));
        }
    }
    if (pairs.empty() || unit.parts.front().alone) {
        pairs.push_back(expansions_.character(unit.parts.front().text, language_, scope));
    }
    for (const std::string& part : possible_words(plain_words(unit))) {
        for (const std::string& synonym : indexes_.synonyms(part, language_)) {
            if (synonym.find(part) == std::string::npos) { // `人工客服` finds nothing that `客服` does not, and would count twice
                pairs.push_back(every_word_of(synonym));
                trace_.note("synonyms", fmt::format("{} = {}", part, synonym));
            }
        }
    }
    return any_of(pairs);
}

Xapian::Query WordPlanner::every_word_of(std::string_view text)
{
    std::vector<Xapian::Query> all;
    for (const WordToken& token : tokens(text, query_max_terms)) {
        if (in_phrases(token)) {
            all.emplace_back(token.kind == TokenKind::word ? stem_term(token.text, PieceScope::anywhere) : as_it_is(token, PieceScope::anywhere));
            others_.push_back(token.text);
        }
    }
    return all_of(all);
}

} // namespace unknot
