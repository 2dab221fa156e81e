// SPDX-License-Identifier: GPL-3.0-or-later
// The opened databases, and what is asked of them in several places.
#pragma once

#include "search_index/stems.hpp"
#include "unknot/search_index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

struct PackIndex::State {
    Xapian::Database database;
    std::vector<std::string> languages;
};

// What is open, seen as one.
struct OpenIndexes {
    std::vector<Xapian::Database> parts;
    Xapian::Database all;               // docids interleave: they mean something only until the next open
    std::vector<std::string> languages; // sorted

    bool knows(const std::string& term) const { return all.term_exists(term); }

    // The word is known if any of the languages has it.
    bool knows_word(std::string_view word, Stems& stems) const;

    // Each synonym as words in search form with single spaces between them.
    std::vector<std::string> synonyms(std::string_view words, std::string_view language) const;

    // The nearest known word, as it is written.
    std::optional<std::string> respelled(std::string_view word) const;
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
