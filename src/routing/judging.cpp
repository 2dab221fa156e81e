// SPDX-License-Identifier: GPL-3.0-or-later
// A tree is judged by shares of information, not by raw relevance: relevance always has a best document, also for a recipe; a share says how much of
// what the person told the tree is about at all, and words that nobody here knows count against it.
//
// Two shares are mixed. The best symptom: how much of the text one single phrase of the tree covers, and how much of that phrase the text covers.
// And the whole tree: each part that has a word covers some of what is left of it, a symptom more than a node, because sooner or later every
// word stands in some node. What is covered must also be something: one common word, though all of the text, tells little.
#include "routing/judging.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace unknot {

namespace {

constexpr double doubt = 1.0;                                        // information at which a text that is covered whole is believed by half
constexpr double symptom_share = 0.4;                                // of the score; the whole tree has the rest
constexpr double same_length_share = 0.4;                            // of the likeness to a symptom: how much of the symptom was said
constexpr std::array<double, 4> part_weights = {0.6, 0.7, 0.5, 0.3}; // symptom (each), title, summary, nodes

using Shares = std::array<double, max_concepts>; // of each concept, how well it is covered

struct TreeNotes {
    std::string title;
    double best_symptom = 0;
    Shares left = {}; // of each concept, what no part has covered yet
};

TreeNotes unspoken(const std::string& title)
{
    TreeNotes notes;
    notes.title = title;
    notes.left.fill(1);
    return notes;
}

// The best part that has each word.
std::map<std::size_t, double> spoken_words(const Evidence& evidence)
{
    std::map<std::size_t, double> words;
    for (const auto& [word, part] : evidence.words) {
        double& weight = words[word];
        weight = std::max(weight, part_weights[static_cast<std::size_t>(part)]);
    }
    return words;
}

Shares covered_by(const PersonsText& text, const Evidence& evidence)
{
    const std::map<std::size_t, double> spoken = spoken_words(evidence);
    Shares shares = {};
    for (const Phrasing& phrasing : text.phrasings) {
        double weight = phrasing.fidelity;
        for (const std::size_t word : phrasing.words) {
            const auto found = spoken.find(word);
            weight = std::min(weight, found == spoken.end() ? 0.0 : found->second * phrasing.fidelity);
        }
        for (std::size_t i = 0; i < text.concepts.size(); ++i) {
            shares[i] = phrasing.concepts.test(i) ? std::max(shares[i], weight) : shares[i];
        }
    }
    return shares;
}

double information_in(const PersonsText& text, const Shares& shares)
{
    double sum = 0;
    for (std::size_t i = 0; i < text.concepts.size(); ++i) {
        sum += text.concepts[i].information * shares[i];
    }
    return sum;
}

// How well a symptom and the text are the same.
double likeness(const Evidence& symptom, double share)
{
    std::set<std::size_t> said;
    for (const auto& spoken : symptom.words) {
        said.insert(spoken.first);
    }
    const double of_symptom = std::min(1.0, static_cast<double>(said.size()) / static_cast<double>(symptom.size));
    return share * (1 - same_length_share + same_length_share * of_symptom);
}

void note(TreeNotes& notes, const PersonsText& text, const Evidence& evidence, double all)
{
    const Shares shares = covered_by(text, evidence);
    for (std::size_t i = 0; i < text.concepts.size(); ++i) {
        notes.left[i] *= 1 - shares[i];
    }
    if (evidence.kind == DocumentKind::symptom) {
        const double share = information_in(text, shares) / part_weights.front() / all;
        notes.best_symptom = std::max(notes.best_symptom, likeness(evidence, share));
    }
}

double score(const TreeNotes& notes, const PersonsText& text, double all)
{
    const double said = all - information_in(text, notes.left);
    const double mixed = symptom_share * notes.best_symptom + (1 - symptom_share) * said / all;
    return mixed * said / (said + doubt);
}

Concepts speaking(const TreeNotes& notes, const PersonsText& text)
{
    Concepts because;
    for (std::size_t i = 0; i < text.concepts.size(); ++i) {
        because.set(i, notes.left[i] < 1 && text.concepts[i].information > 0);
    }
    return because;
}

} // namespace

std::vector<Judgement> judge(const PersonsText& text, const std::vector<Evidence>& evidence)
{
    Shares whole = {};
    whole.fill(1);
    const double all = information_in(text, whole);
    if (all <= 0) {
        return {};
    }
    std::map<std::pair<std::string, std::string>, TreeNotes> trees;
    for (const Evidence& one : evidence) {
        TreeNotes& notes = trees.try_emplace({one.pack, one.id}, unspoken(one.title)).first->second;
        note(notes, text, one, all);
    }
    std::vector<Judgement> judgements;
    for (const auto& [tree, notes] : trees) {
        judgements.push_back({tree.first, tree.second, notes.title, score(notes, text, all), speaking(notes, text)});
    }
    std::stable_sort(judgements.begin(), judgements.end(), [](const Judgement& a, const Judgement& b) { return a.score > b.score; });
    return judgements;
}

} // namespace unknot
