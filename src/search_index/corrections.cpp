// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian's suggestion finds one neighbour anywhere in the dictionary by the fragments of the word, but only one, and not always the commonest. So
// the words with the same first two letters are looked through as well: most typos keep them, and the dictionary is sorted.
#include "search_index/corrections.hpp"

#include "search_index/server_words.hpp"
#include "unknot/spelling.hpp"
#include "unknot/stop_words.hpp"

#include <algorithm>

namespace unknot {

namespace {

constexpr std::size_t shortest_word = 4; // bytes
constexpr std::size_t longest_word = 30;
constexpr std::size_t long_word = 6; // from here on two edits still make the same word
constexpr std::size_t most_looked_through = 20'000;

bool is_plain_word(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

std::vector<NearWord> neighbours(const Xapian::Database& database, const std::string& word, std::size_t limit)
{
    std::vector<NearWord> found;
    std::size_t seen = 0;
    auto term = database.spellings_begin();
    const std::string start = word.substr(0, 2);
    term.skip_to(start);
    for (; term != database.spellings_end() && seen < most_looked_through; ++term, ++seen) {
        const std::string known = *term;
        if (known.compare(0, start.size(), start) != 0) {
            break;
        }
        const std::size_t edits = edit_distance(word, known, limit);
        if (edits > 0 && edits <= limit) {
            found.push_back({edits, term.get_termfreq(), known});
        }
    }
    return found;
}

// Several indexes may have one word.
std::vector<std::string> likeliest(std::vector<NearWord> found)
{
    std::sort(found.begin(), found.end(), likelier);
    std::vector<std::string> words;
    for (NearWord& one : found) {
        if (words.size() < corrections_most && std::find(words.begin(), words.end(), one.word) == words.end()) {
            words.push_back(std::move(one.word));
        }
    }
    return words;
}

} // namespace

std::vector<std::string> corrections(const OpenIndexes& indexes, std::string_view word)
{
    if (word.size() < shortest_word || word.size() > longest_word || !is_plain_word(word)) {
        return {};
    }
    const std::size_t limit = word.size() < long_word ? 1 : 2;
    std::vector<NearWord> found;
    try {
        found = neighbours(indexes.all, std::string(word), limit);
        const std::string near = indexes.all.get_spelling_suggestion(std::string(word), static_cast<unsigned>(limit));
        if (!near.empty() && near.substr(0, 2) != word.substr(0, 2)) {
            found.push_back({edit_distance(word, near, limit), 0, near});
        }
    } catch (const Xapian::UnimplementedError&) {
        found.clear(); // an index in memory has no dictionary
    }
    for (const RemoteIndex& remote : indexes.remotes) {
        const std::vector<NearWord> there = near_words_on(remote, word, limit);
        found.insert(found.end(), there.begin(), there.end());
    }
    // What a server's texts hold includes the words that its dictionary left out: they correct nothing.
    std::erase_if(found, [](const NearWord& near) { return is_stop_word(near.word, "en") || is_stop_word(near.word, "de"); });
    return likeliest(std::move(found));
}

} // namespace unknot
