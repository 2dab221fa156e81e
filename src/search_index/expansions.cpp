// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/expansions.hpp"

#include "unknot/utf8.hpp"

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t max_looked_through = 5000; // a third of a millisecond
constexpr std::size_t max_kept = 50;
constexpr std::size_t shortest_word = 2; // characters
constexpr std::size_t longest_word = 6;

using Counted = std::pair<Xapian::doccount, std::string>;

std::vector<std::string> most_frequent(const Xapian::Database& database, const std::string& prefix)
{
    std::vector<Counted> found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix) && found.size() < max_looked_through; ++term) {
        found.emplace_back(term.get_termfreq(), *term);
    }
    std::sort(found.begin(), found.end(),
        [](const Counted& a, const Counted& b) { return a.first > b.first || (a.first == b.first && a.second < b.second); });
    found.resize(std::min(found.size(), max_kept));
    std::vector<std::string> words;
    for (Counted& one : found) {
        words.push_back(std::move(one.second));
    }
    return words;
}

} // namespace

const Xapian::Query& Expansions::of(const std::string& prefix)
{
    const auto found = known_.find(prefix);
    if (found != known_.end()) {
        return found->second;
    }
    const std::vector<std::string> words = most_frequent(database_, prefix);
    return known_.emplace(prefix, Xapian::Query(Xapian::Query::OP_SYNONYM, words.begin(), words.end())).first->second;
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
