// SPDX-License-Identifier: GPL-3.0-or-later
// Turns documents into what Xapian stores, and writes them into one database.
#pragma once

#include "search_index/stems.hpp"
#include "unknot/chinese.hpp"
#include "unknot/index_document.hpp"
#include "unknot/tokens.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace unknot {

class IndexWriter {
public:
    explicit IndexWriter(Xapian::WritableDatabase& database) : database_(database) {}

    void add(const IndexDocument& document);

    // The spelling dictionary, from the words that are there by now, and how words with accents are written. Once, after all documents.
    void add_spelling();

private:
    struct Target;

    void add_field(Target& target, std::string_view text, unsigned weight);
    void add_word(Target& target, const WordToken& token, unsigned weight);
    void add_part(Target& target, std::string_view text);
    void add_filters(Target& target, const IndexDocument& document);
    void add_values(Target& target, const IndexDocument& document);
    void add_parts(Target& target, const IndexDocument& document);
    void remember_writing(std::string_view original, const std::string& word);
    std::vector<WordToken> simplified_tokens(std::string_view text);

    Xapian::WritableDatabase& database_;
    Stems stems_;
    Simplifier simplifier_;
    std::map<std::string, std::string, std::less<>> written_; // word in search form -> as it is written, where accents differ
    std::size_t pending_bytes_ = 0;
};

} // namespace unknot
