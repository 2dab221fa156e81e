// SPDX-License-Identifier: GPL-3.0-or-later
// A Latin word is one concept. So is a Chinese character, but it speaks only together with a neighbour: the phrasings of a run are its pairs, which
// cover two concepts each, and the seams between two words, which are no word and stand nowhere, cost nothing that way.
// Words that the index doesn't know are looked at again: spelled another way, cut up, or joined with their neighbour. Numbers say nothing
// unless the knowledge has them (an amount says nothing, an error code does).
#include "routing/reading.hpp"

#include "unknot/chinese.hpp"
#include "unknot/compound.hpp"
#include "unknot/stop_words.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr double unsaid_texts = 50; // about something else, as if they were there: in a small pack every text has the same few words
constexpr double unknown_share = 0.7; // of what a word tells that only one document has
constexpr double respelled_fidelity = 0.8;
constexpr double synonym_fidelity = 0.9;
constexpr double half_word_fidelity = 0.5; // one part of a word that was cut up
constexpr std::size_t max_respelled = 8;
constexpr std::size_t max_neighbours = 3;

bool is_number(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

class Reader {
public:
    Reader(const EvidenceIndex& index, std::string_view text, const std::string& language) : index_(index), text_(text)
    {
        out_.language = language;
        documents_ = static_cast<double>(index.documents(language));
    }

    PersonsText read()
    {
        for (WordToken& token : tokens(text_, 8 * max_concepts)) {
            if (token.kind == TokenKind::word) {
                take_word(token);
            } else if (token.kind == TokenKind::character) {
                take_character(token);
            }
        }
        add_pairs();
        add_neighbours();
        return std::move(out_);
    }

private:
    // A concept and the word that stands for it.
    struct Place {
        std::size_t concept_index = 0;
        std::string word;
        std::size_t position = 0;
    };

    // 1 for a word that one text in all has, near 0 for one that every text has, whatever the number of texts.
    double information(std::size_t documents) const
    {
        return std::log((documents_ + unsaid_texts) / (static_cast<double>(documents) + 0.5)) / std::log(documents_ + unsaid_texts + 1);
    }

    std::size_t documents_with(const std::string& word) const { return index_.documents_with({word, out_.language}); }

    void express(const std::vector<std::string>& words, const Concepts& concepts, double fidelity)
    {
        Phrasing phrasing;
        for (const std::string& word : words) {
            phrasing.words.push_back(out_.words.size());
            out_.words.push_back({word, out_.language});
        }
        phrasing.concepts = concepts;
        phrasing.fidelity = fidelity;
        out_.phrasings.push_back(std::move(phrasing));
    }

    static Concepts only(std::size_t index) { return Concepts().set(index); }

    std::size_t add_concept(const WordToken& token, double tells, bool chinese)
    {
        out_.concepts.push_back({token.begin, token.end, tells, chinese});
        places_.push_back({out_.concepts.size() - 1, token.text, token.position});
        return out_.concepts.size() - 1;
    }

    void take_word(const WordToken& token)
    {
        if (out_.concepts.size() == max_concepts || is_stop_word(token.text, out_.language)) {
            return;
        }
        const std::size_t documents = documents_with(token.text);
        if (documents > 0) {
            express({token.text}, only(add_concept(token, information(documents), false)), 1);
        } else if (!is_number(token.text)) {
            take_unknown(token);
        }
    }

    void take_unknown(const WordToken& token)
    {
        const std::size_t here = add_concept(token, information(0) * unknown_share, false);
        if (cut_up(token.text, only(here))) {
            return;
        }
        const std::vector<std::string> near = respelled_++ < max_respelled ? index_.respelled(token.text) : std::vector<std::string>();
        if (!near.empty()) {
            const bool means_nothing = is_stop_word(near.front(), out_.language);
            out_.concepts[here].information = means_nothing ? 0 : information(documents_with(near.front()));
            express({near.front()}, only(here), respelled_fidelity);
        }
    }

    // Words that were written together.
    bool cut_up(const std::string& word, const Concepts& here)
    {
        const std::vector<std::string> parts = compound_parts(word, [this](const std::string& part) { return documents_with(part) > 0; });
        for (const std::string& part : parts) {
            express({part}, here, half_word_fidelity);
        }
        if (!parts.empty()) {
            express(parts, here, 1);
        }
        return !parts.empty();
    }

    void take_character(WordToken& token)
    {
        if (out_.concepts.size() == max_concepts) {
            return;
        }
        if (!index_.knows_character(token.text)) {
            token.text = simplifier_.simplified(token.text);
        }
        add_concept(token, 0, true);
    }

    bool touch(std::size_t left) const
    {
        return left + 1 < places_.size() && out_.concepts[left].chinese && out_.concepts[left + 1].chinese
               && places_[left].position + 1 == places_[left + 1].position && out_.concepts[left].end == out_.concepts[left + 1].begin;
    }

    // Characters tell as much as the pairs that they are in; particles and the pairs of common phrases tell nothing.
    void add_pairs()
    {
        std::vector<bool> silent(places_.size(), false);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            silent[i] = silent[i] || (out_.concepts[i].chinese && is_stop_word(places_[i].word, out_.language));
            if (touch(i) && is_stop_word(places_[i].word + places_[i + 1].word, out_.language)) {
                silent[i] = true;
                silent[i + 1] = true;
            }
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (touch(i) && !is_stop_word(places_[i].word + places_[i + 1].word, out_.language)) {
                add_pair(i);
            }
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            Concept& one = out_.concepts[i];
            if (one.chinese) {
                one.information = silent[i] ? 0 : one.information > 0 ? one.information : information(0) * unknown_share / 2;
            }
        }
    }

    void add_pair(std::size_t left)
    {
        const std::string pair = places_[left].word + places_[left + 1].word;
        const std::size_t documents = documents_with(pair);
        if (documents == 0) {
            return;
        }
        for (const std::size_t i : {left, left + 1}) {
            out_.concepts[i].information = std::max(out_.concepts[i].information, information(documents) / 2);
        }
        express({pair}, only(left) | only(left + 1), 1);
    }

    // Up to three words that follow each other: written together, or with a synonym.
    void add_neighbours()
    {
        for (std::size_t first = 0; first < places_.size(); ++first) {
            std::string words;
            Concepts covered;
            for (std::size_t last = first; last < places_.size() && last < first + max_neighbours + 3; ++last) {
                const bool chinese = out_.concepts[last].chinese;
                const bool apart = !words.empty() && !(last > first && touch(last - 1));
                words += (apart ? " " : "") + places_[last].word;
                covered.set(last);
                if (!chinese && last == first + 1) {
                    add_joined(first, covered);
                }
                add_synonyms(words, covered);
            }
        }
    }

    void add_joined(std::size_t first, const Concepts& covered)
    {
        const std::string together = places_[first].word + places_[first + 1].word;
        if (places_[first].position + 1 == places_[first + 1].position && documents_with(together) > 0) {
            express({together}, covered, 1);
        }
    }

    void add_synonyms(const std::string& words, const Concepts& covered)
    {
        for (const std::string& synonym : index_.synonyms(words, out_.language)) {
            std::vector<std::string> parts;
            for (const WordToken& token : tokens(synonym, max_concepts)) {
                const bool speaks = token.kind == TokenKind::word || token.kind == TokenKind::pair || token.alone;
                if (speaks && !is_stop_word(token.text, out_.language)) {
                    parts.push_back(token.text);
                }
            }
            if (!parts.empty()) {
                express(parts, covered, synonym_fidelity);
            }
        }
    }

    const EvidenceIndex& index_;
    std::string_view text_;
    double documents_ = 0;
    PersonsText out_;
    std::vector<Place> places_; // one for each concept
    Simplifier simplifier_;
    std::size_t respelled_ = 0;
};

} // namespace

PersonsText read_text(const EvidenceIndex& index, std::string_view text, const std::string& language)
{
    return Reader(index, text, language).read();
}

} // namespace unknot
