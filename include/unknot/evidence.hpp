// SPDX-License-Identifier: GPL-3.0-or-later
// What an index knows about single words, and which parts of which trees have them: the facts that routing judges by. It judges nothing.
#pragma once

#include "unknot/search_index.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unknot {

enum class TreePart { symptom, title, summary, nodes };

// A token in search form, in a text of this language.
struct EvidenceWord {
    std::string text;
    std::string language;
};

// One symptom, one phrase of what no tree solves, or one tree without its symptoms, that has some of the words.
struct Evidence {
    DocumentKind kind = DocumentKind::tree; // tree, symptom or elsewhere
    std::string pack;
    std::string id;
    std::string language;
    std::string title;
    double likeness = 0;                                 // of a symptom: how much of what it says was asked for, 0 to 1
    std::vector<std::pair<std::size_t, TreePart>> words; // which of the words that were asked for, and where it stands
};

// Looks into a SearchIndex, which must outlive it. Failure when an index was damaged since it was opened.
class EvidenceIndex {
public:
    explicit EvidenceIndex(const SearchIndex& index);

    // The documents in the order of packs and files. Of the symptoms, only those that have most of the words have a likeness.
    std::vector<Evidence> of(const std::vector<EvidenceWord>& words) const;

    // How many documents of the word's language there are, and how many of them have the word (in any form).
    std::size_t documents(std::string_view language) const;
    std::size_t documents_with(const EvidenceWord& word) const;

    // Whether any Chinese text has the character.
    bool knows_character(std::string_view character) const;

    // The known words that are nearest to one which isn't known, in search form, the likeliest first.
    std::vector<std::string> respelled(std::string_view word) const;

    // What means the same as some words with single spaces between them: each as such words.
    std::vector<std::string> synonyms(std::string_view words, std::string_view language) const;

private:
    const SearchIndex::State* state_;
};

} // namespace unknot
