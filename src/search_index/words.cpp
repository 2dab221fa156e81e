// SPDX-License-Identifier: GPL-3.0-or-later
// Latin words are looked for by their stems, phrases and prefixes by the words as they are. Chinese is the OR of its pairs, also in a strict query:
// without a word list any two characters that touch may be a word or the seam between two, and BM25 puts the documents with most of
// the pairs first. Words written apart or together (top up, topup; Bluetoothgerät, Bluetooth Gerät) are looked for in both ways when the index
// knows the other one.
#include "search_index/words.hpp"

#include "search_index/terms.hpp"
#include "unknot/stop_words.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t max_neighbours = 3; // words that may have a synonym together
constexpr std::size_t max_synonyms = 8;
constexpr std::size_t shortest_compound = 8; // bytes
constexpr std::size_t shortest_part = 4;

bool in_phrases(const WordToken& token)
{
    return token.kind == TokenKind::word || token.kind == TokenKind::pair || token.alone;
}

std::string as_it_is(std::string_view word, PieceScope scope)
{
    return scope == PieceScope::title ? terms::title_word(word) : terms::word(word);
}

Xapian::Query phrase_of(const std::vector<std::string>& words, Xapian::termcount window)
{
    return Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), window);
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

Xapian::Query WordPlanner::phrase(const QueryPiece& piece) const
{
    std::vector<std::string> exact;
    std::vector<std::string> respelled;
    std::size_t first = 0;
    std::size_t last = 0;
    for (const WordToken& token : piece.tokens) {
        if (in_phrases(token)) {
            first = exact.empty() ? token.position : first;
            last = token.position;
            exact.push_back(as_it_is(token.text, piece.scope));
            respelled.push_back(as_it_is(without_digraphs(token.text), piece.scope));
        }
    }
    const auto window = static_cast<Xapian::termcount>(last - first + 1);
    return exact == respelled ? phrase_of(exact, window) : any_of({phrase_of(exact, window), phrase_of(respelled, window)});
}

Xapian::Query WordPlanner::prefix(const QueryPiece& piece)
{
    const std::string& start = piece.tokens.back().text;
    const std::string respelled = without_digraphs(start);
    std::vector<Xapian::Query> begins = {expansions_.of(as_it_is(start, piece.scope))};
    if (respelled != start) {
        begins.push_back(expansions_.of(as_it_is(respelled, piece.scope)));
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
        }
        if (count == 2 && indexes_.knows(stem_term(together, PieceScope::anywhere))) {
            others.emplace_back(stem_term(together, PieceScope::anywhere));
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

Xapian::Query WordPlanner::word(std::string_view word, PieceScope scope)
{
    const std::string term = stem_term(word, scope);
    const bool may_be_compound = word.size() >= shortest_compound && scope == PieceScope::anywhere;
    return may_be_compound && !indexes_.knows(term) ? compound(word) : Xapian::Query(term);
}

// The most even cut into two words that the index knows, the left one also without a linking -s or -n.
Xapian::Query WordPlanner::compound(std::string_view word)
{
    const std::size_t middle = word.size() / 2;
    for (std::size_t step = 0; step <= word.size(); ++step) {
        const std::size_t cut = step % 2 == 0 ? middle + step / 2 : middle - step / 2 - 1;
        if (cut < shortest_part || cut + shortest_part > word.size()) {
            break;
        }
        const std::string right = stem_term(word.substr(cut), PieceScope::anywhere);
        if (!indexes_.knows(right)) {
            continue;
        }
        const bool linked = word[cut - 1] == 's' || word[cut - 1] == 'n';
        for (const std::size_t left_size : {cut, linked ? cut - 1 : cut}) {
            const std::string left = stem_term(word.substr(0, left_size), PieceScope::anywhere);
            if (indexes_.knows(left)) {
                return all_of({Xapian::Query(left), Xapian::Query(right)});
            }
        }
    }
    return Xapian::Query(stem_term(word, PieceScope::anywhere));
}

Xapian::Query WordPlanner::code(const WordUnit& unit, PieceScope scope)
{
    std::vector<Xapian::Query> found;
    for (const WordToken& whole : unit.whole) {
        found.emplace_back(whole.kind == TokenKind::joined ? stem_term(whole.text, scope) : as_it_is(whole.text, scope));
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
            pairs.emplace_back(as_it_is(part.text, scope));
        }
    }
    if (pairs.empty()) {
        pairs.emplace_back(as_it_is(unit.parts.front().text, scope));
    }
    for (const std::string& part : possible_words(plain_words(unit))) {
        for (const std::string& synonym : indexes_.synonyms(part, language_)) {
            pairs.push_back(every_word_of(synonym));
        }
    }
    return any_of(pairs);
}

Xapian::Query WordPlanner::every_word_of(std::string_view text)
{
    std::vector<Xapian::Query> all;
    for (const WordToken& token : tokens(text, query_max_terms)) {
        if (in_phrases(token)) {
            all.emplace_back(token.kind == TokenKind::word ? stem_term(token.text, PieceScope::anywhere) : terms::word(token.text));
        }
    }
    return all_of(all);
}

} // namespace unknot
