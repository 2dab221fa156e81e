// SPDX-License-Identifier: GPL-3.0-or-later
// Nearly all of the time and the size of an index is what Xapian makes of each (document, term), so a word goes in once: as its stem in the
// document's language, with its position. Words as they are written stand in the dictionary only, which serves prefixes and corrections.
// Chinese goes in as pairs of characters without positions: a quoted run is looked for by its pairs and then verified in the text.
// Words of the title go in again under prefixes of their own, for `title:`. Weights of fields are baked in as counts. A tree's and symptom's
// words go in once more under the part of the tree they stand in: routing reads those terms and no others, so the articles of a large pack
// cost it nothing.
#include "search_index/writer.hpp"

#include "search_index/terms.hpp"
#include "unknot/display.hpp"
#include "unknot/search_form.hpp"
#include "unknot/stop_words.hpp"

#include <algorithm>
#include <set>

namespace unknot {

namespace {

constexpr unsigned title_weight = 5;
constexpr unsigned keyword_weight = 3;
constexpr unsigned summary_weight = 2;
constexpr unsigned body_weight = 1;
constexpr Xapian::termpos gap_between_fields = 100; // no phrase spans two fields
constexpr std::size_t shortest_spelling = 4; // bytes; shorter words have too many neighbours
constexpr std::size_t longest_spelling = 30;

bool is_spelled(std::string_view word)
{
    const bool plain = std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
    return plain && word.size() >= shortest_spelling && word.size() <= longest_spelling;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string out;
    for (const std::string& line : lines) {
        out += line + '\n';
    }
    return out;
}

} // namespace

// The document that is being made.
struct IndexWriter::Target {
    Xapian::Document document;
    std::string language;
    bool is_title = false;
    Xapian::termpos position = 1; // of the first word of the field
    terms::Part part = terms::Part::nodes;
    std::set<std::string> parts; // terms for routing
};

void IndexWriter::add(const IndexDocument& document, std::string_view item)
{
    Target target;
    target.language = document.language;
    target.document.add_value(terms::value_text, packer_.packed(terms::stored(document), document.language));
    add_filters(target, document, item);
    target.is_title = found_as(document.kind) == document.kind;
    add_field(target, document.title, target.is_title ? title_weight : 0);
    target.is_title = false;
    add_field(target, joined(document.keywords), keyword_weight);
    add_field(target, document.summary, summary_weight);
    add_field(target, document.body, body_weight);
    add_parts(target, document);
    add_values(target, document);
    database_.add_document(target.document);
    languages_.insert(document.language);
    has_symptoms_ = has_symptoms_ || document.kind == DocumentKind::symptom;
    bytes_ += document.body.size();
}

void IndexWriter::add_filters(Target& target, const IndexDocument& document, std::string_view item)
{
    target.document.add_boolean_term(terms::item(layer_, document.pack, item));
    target.document.add_boolean_term(terms::language(document.language));
    target.document.add_boolean_term(terms::kind(found_as(document.kind)));
    target.document.add_boolean_term(terms::document_kind(document.kind));
    target.document.add_boolean_term(terms::filter("pack", document.pack));
    target.document.add_boolean_term(terms::filter("id", document.id));
    for (const std::string& topic : document.topics) {
        target.document.add_boolean_term(terms::topic(topic));
    }
}

void IndexWriter::add_values(Target& target, const IndexDocument& document)
{
    const std::string identity = std::string(name(found_as(document.kind))) + '/' + document.pack + '/' + document.id;
    target.document.add_value(terms::value_identity, identity);
    target.document.add_value(terms::value_version, identity + '/' + document.language);
    if (!document.reviewed.empty()) {
        target.document.add_value(terms::value_reviewed, document.reviewed);
    }
    target.document.add_value(terms::value_title, search_form(document.title));
    target.document.add_value(terms::value_language, document.language);
    if (!document.topics.empty()) {
        target.document.add_value(terms::value_topics, joined(document.topics));
    }
}

std::vector<WordToken> IndexWriter::simplified_tokens(std::string_view text)
{
    std::vector<WordToken> found = tokens(text);
    for (WordToken& token : found) {
        if (token.kind == TokenKind::character || token.kind == TokenKind::pair) {
            token.text = simplifier_.simplified(token.text);
        }
    }
    return found;
}

void IndexWriter::add_field(Target& target, std::string_view text, unsigned weight)
{
    if (weight == 0) {
        return;
    }
    Xapian::termpos last = 0;
    for (const WordToken& token : simplified_tokens(text)) {
        add_token(target, token, weight);
        last = static_cast<Xapian::termpos>(token.position);
        if (token.kind == TokenKind::word) {
            remember(text.substr(token.begin, token.end - token.begin), token.text);
        }
    }
    target.position += last + gap_between_fields;
}

void IndexWriter::add_token(Target& target, const WordToken& token, unsigned weight)
{
    if (token.kind == TokenKind::word || token.kind == TokenKind::joined) {
        add_stem(target, token, weight);
    } else if (token.kind != TokenKind::character || token.last) {
        const bool code = token.kind == TokenKind::code;
        target.document.add_term(code ? terms::code(token.text) : terms::ideographs(target.language, token.text), weight);
        if (target.is_title) {
            target.document.add_term(code ? terms::title_code(token.text) : terms::title_ideographs(target.language, token.text));
        }
    }
}

void IndexWriter::add_stem(Target& target, const WordToken& token, unsigned weight)
{
    const std::string stem = stems_.stem(token.text, target.language);
    const std::string term = terms::stem(target.language, stem);
    const Xapian::termpos position = target.position + static_cast<Xapian::termpos>(token.position);
    if (token.kind == TokenKind::joined) {
        target.document.add_term(term, weight);
    } else {
        target.document.add_posting(term, position, weight);
    }
    if (target.is_title) {
        target.document.add_posting(terms::title_stem(target.language, stem), position);
    }
}

void IndexWriter::add_part(Target& target, std::string_view text)
{
    for (const WordToken& token : simplified_tokens(text)) {
        const bool says_something = token.kind != TokenKind::code && (token.kind != TokenKind::character || token.alone);
        if (says_something && !is_stop_word(token.text, target.language)) {
            target.parts.insert(terms::part(target.part, target.language, stems_.stem(token.text, target.language)));
        }
    }
}

void IndexWriter::add_parts(Target& target, const IndexDocument& document)
{
    if (document.kind == DocumentKind::symptom || document.kind == DocumentKind::elsewhere) {
        target.part = terms::Part::symptom;
        add_part(target, document.body);
    } else if (document.kind == DocumentKind::tree) {
        target.part = terms::Part::title;
        add_part(target, document.title);
        target.part = terms::Part::summary;
        add_part(target, document.summary);
        target.part = terms::Part::nodes;
        add_part(target, document.body);
    }
    for (const std::string& term : target.parts) {
        target.document.add_boolean_term(term);
    }
}

void IndexWriter::remember(std::string_view original, const std::string& word)
{
    if (!is_spelled(word)) {
        return;
    }
    Word& known = words_[word];
    ++known.count;
    if (known.written.empty() && !is_ascii(original)) {
        std::string folded = fold_case(to_nfkc(original));
        known.written = folded == word ? std::string() : to_nfc(folded);
    }
}

void IndexWriter::add_spelling(const std::function<bool(const std::string& word)>& is_known)
{
    std::vector<const std::pair<const std::string, Word>*> sorted;
    for (const auto& word : words_) {
        sorted.push_back(&word);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* word : sorted) {
        if (is_known && is_known(word->first)) {
            continue;
        }
        database_.add_spelling(word->first, word->second.count);
        if (!word->second.written.empty()) {
            database_.set_metadata(terms::key_written(word->first), word->second.written);
        }
    }
}

} // namespace unknot
