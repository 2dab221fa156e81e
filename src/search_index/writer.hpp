// SPDX-License-Identifier: GPL-3.0-or-later
// Turns documents into what Xapian stores, and writes them into one database.
#pragma once

#include "search_index/packed_text.hpp"
#include "search_index/stems.hpp"
#include "search_index/terms.hpp"
#include "unknot/chinese.hpp"
#include "unknot/index_document.hpp"
#include "unknot/tokens.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace unknot {

class IndexWriter {
public:
    // The samples must outlive it.
    IndexWriter(Xapian::WritableDatabase& database, IndexLayer layer, const TextSamples& samples) : database_(database), layer_(layer), packer_(samples) {}

    // `item`: the name of what it was read from.
    void add(const IndexDocument& document, std::string_view item);

    // Of the documents so far.
    const std::set<std::string>& languages() const { return languages_; }
    bool has_symptoms() const { return has_symptoms_; }

    // How much text was added so far.
    std::size_t bytes() const { return bytes_; }

    // Adds every word to the dictionary but those that `is_known` names, if it is set: once costs less than word by word, and Xapian spends as long on
    // each entry as on a page of text. Throws UnimplementedError for an index in memory.
    void add_spelling(const std::function<bool(const std::string& word)>& is_known);

private:
    struct Target;
    struct Word {
        Xapian::termcount count = 0;
        std::string written; // with its accents, where it has some
    };

    void add_filters(Target& target, const IndexDocument& document, std::string_view item);
    void add_values(Target& target, const IndexDocument& document);
    void add_field(Target& target, std::string_view text, unsigned weight);
    void add_token(Target& target, const WordToken& token, unsigned weight);
    void add_stem(Target& target, const WordToken& token, unsigned weight);
    void add_parts(Target& target, const IndexDocument& document);
    void add_part(Target& target, std::string_view text);
    void remember(std::string_view original, const std::string& word);
    std::vector<WordToken> simplified_tokens(std::string_view text);

    Xapian::WritableDatabase& database_;
    IndexLayer layer_;
    Stems stems_;
    Simplifier simplifier_;
    TextPacker packer_;
    std::unordered_map<std::string, Word> words_;
    std::set<std::string> languages_;
    bool has_symptoms_ = false;
    std::size_t bytes_ = 0;
};

} // namespace unknot
