// SPDX-License-Identifier: GPL-3.0-or-later
// A tree is judged by shares of information, not by raw relevance: relevance always has a best document, also for a recipe; a share says how much of
// what the person told the tree is about at all, and words that nobody here knows count against it.
//
// Three shares are mixed. How alike the text and the likest symptom of the tree are: the cosine of their words, weighted by information. How alike
// the next symptoms are, because a trouble that is described in several ways is seldom found by chance. And the whole tree: each part that has
// a word covers some of what is left of it, a symptom more than a node, because sooner or later every word stands in some node. What is covered
// must also be something: one common word, though all of the text, tells little. A text that repeats one symptom needs no more than that: a tree of a
// small pack has no other words to speak for it.
#include "routing/judging.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

namespace unknot {

namespace {

constexpr std::size_t further_symptoms = 3;
constexpr double repeated = 0.9; // the score of a text that repeats a symptom, whatever else the tree says

using Shares = std::array<double, max_concepts>; // of each concept, how well it is covered

struct TreeNotes {
    std::string title;
    std::vector<double> likenesses; // of symptoms
    Shares left = {};               // of each concept, what no part has covered yet
};

TreeNotes unspoken(const std::string& title)
{
    TreeNotes notes;
    notes.title = title;
    notes.left.fill(1);
    return notes;
}

class Judge {
public:
    Judge(const PersonsText& text, const RoutingWeights& weights) : text_(text), weights_(weights)
    {
        for (const Concept& one : text.concepts) {
            all_ += one.information;
            all_squared_ += one.information * one.information;
        }
    }

    bool has_something_to_judge() const { return all_ > 0; }

    void note(TreeNotes& notes, const Evidence& evidence) const
    {
        const Shares shares = covered_by(evidence);
        for (std::size_t i = 0; i < text_.concepts.size(); ++i) {
            notes.left[i] *= 1 - shares[i];
        }
        if (evidence.kind != DocumentKind::tree && evidence.likeness > 0) {
            notes.likenesses.push_back(std::sqrt(evidence.likeness * share_squared(shares)));
        }
    }

    double score(TreeNotes& notes) const
    {
        std::sort(notes.likenesses.begin(), notes.likenesses.end(), std::greater<>());
        const double nearest = notes.likenesses.empty() ? 0 : notes.likenesses.front();
        double further = 0;
        for (std::size_t i = 1; i <= further_symptoms && i < notes.likenesses.size(); ++i) {
            further += notes.likenesses[i] / further_symptoms;
        }
        const double said = all_ - information_in(notes.left);
        const double mixed =
            weights_.nearest * nearest + weights_.further * further + (1 - weights_.nearest - weights_.further) * said / all_;
        const double alone = repeated * nearest * nearest;
        return std::max(mixed, alone) * said / (said + weights_.doubt);
    }

private:
    // The best part that has each word.
    std::map<std::size_t, double> spoken_words(const Evidence& evidence) const
    {
        std::map<std::size_t, double> words;
        for (const auto& [word, part] : evidence.words) {
            double& weight = words[word];
            weight = std::max(weight, weights_.parts[static_cast<std::size_t>(part)]);
        }
        return words;
    }

    Shares covered_by(const Evidence& evidence) const
    {
        const std::map<std::size_t, double> spoken = spoken_words(evidence);
        Shares shares = {};
        for (const Phrasing& phrasing : text_.phrasings) {
            double weight = phrasing.fidelity;
            for (const std::size_t word : phrasing.words) {
                const auto found = spoken.find(word);
                weight = std::min(weight, found == spoken.end() ? 0.0 : found->second * phrasing.fidelity);
            }
            for (std::size_t i = 0; weight > 0 && i < text_.concepts.size(); ++i) {
                shares[i] = phrasing.concepts.test(i) ? std::max(shares[i], weight) : shares[i];
            }
        }
        return shares;
    }

    double information_in(const Shares& shares) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < text_.concepts.size(); ++i) {
            sum += text_.concepts[i].information * shares[i];
        }
        return sum;
    }

    double share_squared(const Shares& shares) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < text_.concepts.size(); ++i) {
            sum += text_.concepts[i].information * text_.concepts[i].information * shares[i] / weights_.parts.front();
        }
        return std::min(1.0, sum / all_squared_);
    }

    const PersonsText& text_;
    const RoutingWeights& weights_;
    double all_ = 0;
    double all_squared_ = 0;
};

Concepts speaking(const TreeNotes& notes, const PersonsText& text)
{
    Concepts because;
    for (std::size_t i = 0; i < text.concepts.size(); ++i) {
        because.set(i, notes.left[i] < 1 && text.concepts[i].information > 0);
    }
    return because;
}

} // namespace

std::vector<Judgement> judge(const PersonsText& text, const std::vector<Evidence>& evidence, const RoutingWeights& weights)
{
    const Judge judge(text, weights);
    if (!judge.has_something_to_judge()) {
        return {};
    }
    std::map<std::tuple<std::string, std::string, DocumentKind>, TreeNotes> trees;
    for (const Evidence& one : evidence) {
        judge.note(trees.try_emplace({one.pack, one.id, found_as(one.kind)}, unspoken(one.title)).first->second, one);
    }
    std::vector<Judgement> judgements;
    for (auto& [tree, notes] : trees) {
        const auto& [pack, id, kind] = tree;
        const double share = kind == DocumentKind::article ? weights.elsewhere : 1.0;
        judgements.push_back({pack, id, notes.title, judge.score(notes) * share, speaking(notes, text), kind});
    }
    std::stable_sort(judgements.begin(), judgements.end(), [](const Judgement& a, const Judgement& b) { return a.score > b.score; });
    return judgements;
}

} // namespace unknot
