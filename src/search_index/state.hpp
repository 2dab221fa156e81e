// SPDX-License-Identifier: GPL-3.0-or-later
// The opened databases, and what is asked of them in several places.
#pragma once

#include "search_index/manifest.hpp"
#include "search_index/remote.hpp"
#include "search_index/stems.hpp"
#include "unknot/search_index.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

struct PackIndex::State {
    std::vector<Xapian::Database> databases; // the large one, then perhaps the one with changes
    std::vector<RemoteIndex> remotes;        // one, in place of the two, for an index on a server
    std::vector<std::string> languages;
    bool has_synonyms = false;
    bool has_symptoms = false;
    std::vector<std::string> replaced; // terms of the items in the large one that are not to be found

    // For the large one.
    void open(Xapian::Database database, const Manifest& manifest);
};

// What is open, seen as one.
struct OpenIndexes {
    std::vector<Xapian::Database> parts; // on this machine
    std::vector<RemoteIndex> remotes;
    Xapian::Database all;               // docids interleave: they mean something only until the next open
    std::vector<std::string> languages; // sorted
    std::vector<std::string> replaced;
    bool have_synonyms = false; // any of the parts: looking each word up costs more than knowing that there is nothing to find
    bool have_symptoms = false; // any of the parts

    // Makes `all` of the parts and then the remotes.
    void unite();

    bool empty() const { return parts.empty() && remotes.empty(); }

    bool knows(const std::string& term) const { return all.term_exists(term); }

    // The word is known if any of the languages has it.
    bool knows_word(std::string_view word, Stems& stems) const;

    // Whether the dictionaries have the word as it is; also when there is none to be asked.
    bool may_be_written(const std::string& word) const;

    // Whether a Chinese text has two characters that touch; or one, in any pair or alone.
    bool knows_pair(std::string_view pair) const;
    bool knows_character(std::string_view character) const;

    // Each synonym as words in search form with single spaces between them.
    std::vector<std::string> synonyms(std::string_view words, std::string_view language) const;

    // For TextUnpacker.
    std::string sample(std::uint32_t key) const;

    // A word in search form as it is written.
    std::string written(const std::string& word) const;

    // Documents that are not to be found.
    std::set<Xapian::docid> replaced_documents() const;

private:
    std::string first_metadata(const std::string& key) const; // of an index that has it
};

struct SearchIndex::State : OpenIndexes {};

// Calls `work` and turns what Xapian throws into a Failure that says `what` could not be done.
[[noreturn]] void fail(std::string_view what, const Xapian::Error& error);

template <class Work>
auto fenced(std::string_view what, Work work)
{
    try {
        return work();
    } catch (const Xapian::Error& error) {
        fail(what, error);
    }
}

} // namespace unknot
