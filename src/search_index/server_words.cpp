// SPDX-License-Identifier: GPL-3.0-or-later
// What a server does tell is its stems, and a typo spoils a stem more than a word: `Sicherugn` has another stem than `Sicherung`, three letters
// longer. So stems count that are near the stem of the typo, and also stems of whatever is one edit away from the typo itself; all of them among the
// stems with the same first letter, which come in one answer. Which word the person is shown, and how far that is from what was typed, is read in
// the first documents that have the stem.
#include "search_index/server_words.hpp"

#include "search_index/packed_text.hpp"
#include "search_index/stems.hpp"
#include "search_index/terms.hpp"
#include "unknot/spelling.hpp"
#include "unknot/tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace unknot {

namespace {

constexpr std::size_t most_stems = 4;          // of a language
constexpr Xapian::doccount most_documents = 4; // for a stem
constexpr std::size_t most_tokens = 20'000;    // of a document

std::vector<std::string> one_edit_away(const std::string& word)
{
    std::vector<std::string> others;
    for (std::size_t at = 0; at <= word.size(); ++at) {
        const std::string before = word.substr(0, at);
        const std::string after = word.substr(at);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            others.push_back(before + letter + after);
            others.push_back(before + letter + after.substr(after.empty() ? 0 : 1));
        }
        if (!after.empty()) {
            others.push_back(before + after.substr(1));
        }
        if (after.size() > 1) {
            others.push_back(before + after[1] + after[0] + after.substr(2));
        }
    }
    return others;
}

class ServerWords {
public:
    ServerWords(const RemoteIndex& remote, std::string language) : database_(remote.database), language_(std::move(language)) {}

    std::vector<NearWord> near(const std::string& word, std::size_t limit)
    {
        std::vector<NearWord> found = near_stems(word, limit);
        std::sort(found.begin(), found.end(), likelier);
        found.resize(std::min(found.size(), most_stems));
        std::vector<NearWord> words;
        for (const NearWord& one : found) {
            const std::map<std::size_t, std::string> read = words_with(one.word, word);
            if (!read.empty()) {
                words.push_back({read.begin()->first, one.count, read.begin()->second});
            }
        }
        return words;
    }

private:
    using Counts = std::map<std::string, Xapian::doccount>; // by stem

    Counts stems_that_begin(const std::string& start) const
    {
        Counts counts;
        const std::string first = terms::stem(language_, start);
        for (auto term = database_.allterms_begin(first); term != database_.allterms_end(first); ++term) {
            counts.emplace((*term).substr(first.size() - start.size()), term.get_termfreq());
        }
        return counts;
    }

    std::vector<NearWord> near_stems(const std::string& word, std::size_t limit)
    {
        const std::string wrong = stems_.stem(word, language_);
        const Counts known = stems_that_begin(wrong.substr(0, 1));
        std::map<std::string, std::size_t> edits;
        for (const auto& [stem, count] : known) {
            const std::size_t distance = edit_distance(wrong, stem, limit);
            if (distance <= limit) {
                edits.emplace(stem, distance);
            }
        }
        for (const std::string& other : one_edit_away(word)) {
            const std::string stem = stems_.stem(other, language_);
            if (known.count(stem) > 0) {
                edits[stem] = 1;
            }
        }
        std::vector<NearWord> found;
        for (const auto& [stem, distance] : edits) {
            found.push_back({distance, known.at(stem), stem});
        }
        return found;
    }

    // Of the first documents with a stem, one word for each number of edits from the typo.
    std::map<std::size_t, std::string> words_with(const std::string& stem, const std::string& typo)
    {
        Xapian::Enquire enquire(database_);
        enquire.set_query(Xapian::Query(terms::stem(language_, stem)));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::MSet documents = enquire.get_mset(0, most_documents);
        documents.fetch();
        TextUnpacker texts([this](std::uint32_t key) { return database_.get_metadata(terms::key_sample(key)); });
        std::map<std::size_t, std::string> words;
        for (auto document = documents.begin(); document != documents.end(); ++document) {
            const std::string data = texts.unpacked(document.get_document().get_value(terms::value_text));
            const terms::Stored stored = terms::read_stored(data);
            for (const WordToken& token : tokens(fmt::format("{}\n{}\n{}", stored.title, stored.keywords, stored.text), most_tokens)) {
                if (token.kind == TokenKind::word && stems_.stem(token.text, language_) == stem) {
                    words.emplace(edit_distance(typo, token.text, typo.size()), token.text);
                }
            }
        }
        return words;
    }

    const Xapian::Database& database_;
    std::string language_;
    Stems stems_;
};

} // namespace

bool likelier(const NearWord& a, const NearWord& b)
{
    return std::tie(a.edits, b.count, a.word) < std::tie(b.edits, a.count, b.word);
}

std::vector<NearWord> near_words_on(const RemoteIndex& remote, std::string_view word, std::size_t limit)
{
    std::vector<NearWord> found;
    for (const std::string& language : remote.languages) {
        for (NearWord& one : ServerWords(remote, language).near(std::string(word), limit)) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

} // namespace unknot
