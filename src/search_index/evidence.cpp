// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/evidence.hpp"

#include "search_index/corrections.hpp"
#include "search_index/likeness.hpp"
#include "search_index/packed_text.hpp"
#include "search_index/state.hpp"
#include "search_index/terms.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace unknot {

namespace {

constexpr std::array<std::pair<TreePart, terms::Part>, 4> parts = {{{TreePart::symptom, terms::Part::symptom}, {TreePart::title, terms::Part::title},
    {TreePart::summary, terms::Part::summary}, {TreePart::nodes, terms::Part::nodes}}};

using Speaking = std::map<Xapian::docid, std::vector<std::pair<std::size_t, TreePart>>>;

constexpr std::size_t most_likened = 60; // symptoms

// The terms that a symptom can share with what was asked, and how much each symptom has of them.
struct Asked {
    std::set<std::string> terms;
    std::map<Xapian::docid, double> said;
};

// The symptoms that have most of what was asked, best first.
std::vector<Xapian::docid> nearest_symptoms(const Asked& asked)
{
    std::vector<std::pair<double, Xapian::docid>> order;
    for (const auto& [document, said] : asked.said) {
        order.emplace_back(-said, document);
    }
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), most_likened));
    std::vector<Xapian::docid> nearest;
    for (const auto& one : order) {
        nearest.push_back(one.second);
    }
    return nearest;
}

Evidence evidence_of(const Xapian::Document& document, TextUnpacker& texts)
{
    const std::string data = texts.unpacked(document.get_value(terms::value_text));
    const terms::Stored stored = terms::read_stored(data);
    Evidence evidence;
    evidence.kind = stored.kind;
    evidence.pack = stored.pack;
    evidence.id = stored.id;
    evidence.language = stored.language;
    evidence.title = stored.title;
    return evidence;
}

std::string seen_term(const EvidenceWord& word, Stems& stems)
{
    const bool latin = static_cast<unsigned char>(word.text.empty() ? 'a' : word.text.front()) < 0x80;
    return latin ? terms::stem(word.language, stems.stem(word.text, word.language)) : terms::ideographs(word.language, word.text);
}

} // namespace

EvidenceIndex::EvidenceIndex(const SearchIndex& index) : state_(index.state_.get()) {}

std::vector<Evidence> EvidenceIndex::of(const std::vector<EvidenceWord>& words) const
{
    return fenced("the search index is damaged", [&] {
        Stems stems;
        Speaking speaking;
        const std::set<Xapian::docid> replaced = state_->replaced_documents();
        Likeness likeness(*state_);
        Asked asked;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string stem = stems.stem(words[i].text, words[i].language);
            for (const auto& [part, term_part] : parts) {
                const std::string term = terms::part(term_part, words[i].language, stem);
                for (auto post = state_->all.postlist_begin(term); post != state_->all.postlist_end(term); ++post) {
                    if (replaced.count(*post) > 0) {
                        continue;
                    }
                    speaking[*post].emplace_back(i, part);
                    if (part == TreePart::symptom) {
                        asked.terms.insert(term);
                        asked.said[*post] += likeness.weight(term);
                    }
                }
            }
        }
        std::map<Xapian::docid, double> likenesses;
        for (const Xapian::docid symptom : nearest_symptoms(asked)) {
            likenesses[symptom] = likeness.of(symptom, words.front().language, asked.terms);
        }
        TextUnpacker texts([this](std::uint32_t key) { return state_->sample(key); });
        std::vector<Evidence> found;
        for (auto& [id, spoken] : speaking) {
            found.push_back(evidence_of(state_->all.get_document(id), texts));
            found.back().words = std::move(spoken);
            const auto known = likenesses.find(id);
            found.back().likeness = known == likenesses.end() ? 0 : known->second;
        }
        return found;
    });
}

std::size_t EvidenceIndex::documents(std::string_view language) const
{
    return fenced("the search index is damaged", [&] { return state_->all.get_termfreq(terms::language(language)); });
}

std::size_t EvidenceIndex::documents_with(const EvidenceWord& word) const
{
    Stems stems;
    return fenced("the search index is damaged", [&] { return state_->all.get_termfreq(seen_term(word, stems)); });
}

bool EvidenceIndex::knows_character(std::string_view character) const
{
    return fenced("the search index is damaged", [&] { return state_->knows_character(character); });
}

std::vector<std::string> EvidenceIndex::respelled(std::string_view word) const
{
    return fenced("the search index is damaged", [&] { return corrections(*state_, word); });
}

std::vector<std::string> EvidenceIndex::synonyms(std::string_view words, std::string_view language) const
{
    return fenced("the search index is damaged", [&] { return state_->synonyms(words, language); });
}

} // namespace unknot
