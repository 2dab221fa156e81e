// SPDX-License-Identifier: GPL-3.0-or-later
// How words become terms of the index: one capital letter says what a term is, then for words the language. Codes, which are of no language, go in as
// they are: in search form they never begin with a capital.
#pragma once

#include "unknot/search_index.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace unknot::terms {

// Counts whenever terms, values or stored data change their meaning: an index of another revision is made anew.
inline constexpr int revision = 5;

inline constexpr unsigned value_identity = 0; // kind/pack/id: the versions of one thing in several languages
inline constexpr unsigned value_version = 1;  // the same with its language
inline constexpr unsigned value_reviewed = 2; // the day, YYYY-MM-DD; none for what has no such day
inline constexpr unsigned value_title = 3;    // in search form
inline constexpr unsigned value_language = 4;
inline constexpr unsigned value_topics = 5; // one a line
inline constexpr unsigned value_text = 6;   // what stored() makes, packed: Xapian would deflate a document's data

// The item of the pack that a document was made from.
std::string item(IndexLayer layer, std::string_view pack, std::string_view item);

// Without positions.
inline std::string code(std::string_view code)
{
    return std::string(code);
}
inline std::string title_code(std::string_view code)
{
    return 'S' + std::string(code);
}

// Stems, with positions. Words of one language each: who looks for them needs no other term to stay in it.
inline std::string stem(std::string_view language, std::string_view stem)
{
    return 'Z' + std::string(language) + ':' + std::string(stem);
}
inline std::string title_stem(std::string_view language, std::string_view stem)
{
    return 'T' + std::string(language) + ':' + std::string(stem);
}

// Pairs of Chinese characters, and a character that stands alone or ends a run; without positions. The language is that of the text: it is not said of
// Chinese ones, whose index would be a hundredth larger.
inline std::string ideographs(std::string_view language, std::string_view text)
{
    return language == "zh" ? 'C' + std::string(text) : 'C' + std::string(language) + ':' + std::string(text);
}
inline std::string title_ideographs(std::string_view language, std::string_view text)
{
    return title_stem(language, text);
}

// Whether a term is a word of this language.
bool is_of(std::string_view language, std::string_view term);

// Which part of a tree speaks, for routing.
enum class Part { symptom, title, summary, nodes };
std::string part(Part part, std::string_view language, std::string_view stem);

// Filters, without a weight.
inline std::string language(std::string_view language)
{
    return 'L' + std::string(language);
}
inline std::string kind(DocumentKind kind)
{
    return 'K' + std::string(name(kind));
} // a symptom is found as a tree
inline std::string document_kind(DocumentKind kind)
{
    return 'D' + std::string(name(kind));
}
std::string filter(std::string_view field, std::string_view value); // of a query
std::string topic(std::string_view topic);

// Keys of the metadata.
inline constexpr std::string_view key_manifest = "unknot manifest";
inline constexpr std::string_view synonyms_begin = "synonym ";
std::string key_synonym(std::string_view language, std::string_view words); // values: one synonym a line, as words in search form
std::string key_written(std::string_view word);                             // how a word with accents is written
std::string key_sample(std::uint32_t key);                                  // what packed texts may refer to

std::string stored(const IndexDocument& document);

// What a document stores: views into its data, which may be a whole book's chapter and must outlive them.
struct Stored {
    DocumentKind kind = DocumentKind::article;
    std::string_view pack;
    std::string_view id;
    std::string_view language;
    std::string_view title;
    std::string_view keywords;
    std::string_view text;
};
Stored read_stored(std::string_view data);

} // namespace unknot::terms
