// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/expansions.hpp"

#include "search_index/terms.hpp"
#include "unknot/utf8.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t max_looked_through = 5000; // a third of a millisecond
constexpr std::size_t max_kept = 50;
constexpr std::size_t shortest_word = 2; // characters
constexpr std::size_t longest_word = 6;

using Counted = std::pair<Xapian::doccount, std::string>;

std::vector<std::string> most_frequent(std::vector<Counted> found)
{
    std::sort(found.begin(), found.end(),
        [](const Counted& a, const Counted& b) { return a.first > b.first || (a.first == b.first && a.second < b.second); });
    found.resize(std::min(found.size(), max_kept));
    std::vector<std::string> words;
    for (Counted& one : found) {
        words.push_back(std::move(one.second));
    }
    return words;
}

std::vector<std::string> terms_from(const Xapian::Database& database, const std::string& prefix)
{
    std::vector<Counted> found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix) && found.size() < max_looked_through; ++term) {
        found.emplace_back(term.get_termfreq(), *term);
    }
    return most_frequent(std::move(found));
}

Xapian::Query synonyms_of(const std::set<std::string>& terms)
{
    return Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
}

} // namespace

// Words of the dictionary, as they are written.
std::vector<std::string> Expansions::begun(const std::string& prefix)
{
    const auto known = begun_.find(prefix);
    if (known != begun_.end()) {
        return known->second;
    }
    std::vector<Counted> found;
    try {
        auto term = indexes_.all.spellings_begin();
        term.skip_to(prefix);
        for (; term != indexes_.all.spellings_end() && found.size() < max_looked_through; ++term) {
            const std::string word = *term;
            if (word.compare(0, prefix.size(), prefix) != 0) {
                break;
            }
            found.emplace_back(term.get_termfreq(), word);
        }
    } catch (const Xapian::UnimplementedError&) {
        found.clear(); // an index in memory has no dictionary; its stems must do
    }
    return begun_.emplace(prefix, most_frequent(std::move(found))).first->second;
}

const Xapian::Query& Expansions::words(const std::string& prefix, const std::string& language, PieceScope scope)
{
    const auto make = scope == PieceScope::title ? terms::title_stem : terms::stem;
    const std::string key = make(language, prefix);
    const auto found = known_.find(key);
    if (found != known_.end()) {
        return found->second;
    }
    const std::vector<std::string> stems = terms_from(indexes_.all, key);
    std::set<std::string> all(stems.begin(), stems.end());
    for (const std::string& word : begun(prefix)) {
        all.insert(make(language, stems_.stem(word, language)));
    }
    if (!indexes_.remotes.empty()) {
        all.insert(make(language, stems_.stem(prefix, language))); // servers have no dictionary, and `payments` begins no stem
    }
    return known_.emplace(key, synonyms_of(all)).first->second;
}

const Xapian::Query& Expansions::character(const std::string& character, const std::string& language, PieceScope scope)
{
    const std::string key = (scope == PieceScope::title ? terms::title_ideographs : terms::ideographs)(language, character);
    const auto found = known_.find(key);
    if (found != known_.end()) {
        return found->second;
    }
    const std::vector<std::string> pairs = terms_from(indexes_.all, key);
    return known_.emplace(key, synonyms_of({pairs.begin(), pairs.end()})).first->second;
}

std::vector<std::string> possible_words(std::string_view run)
{
    std::vector<std::size_t> starts;
    for (std::size_t offset = 0; offset < run.size(); offset += decode_at(run, offset).length) {
        starts.push_back(offset);
    }
    starts.push_back(run.size());
    std::vector<std::string> words;
    for (std::size_t from = 0; from + shortest_word < starts.size(); ++from) {
        for (std::size_t to = from + shortest_word; to <= from + longest_word && to < starts.size(); ++to) {
            words.emplace_back(run.substr(starts[from], starts[to] - starts[from]));
        }
    }
    return words;
}

} // namespace unknot
