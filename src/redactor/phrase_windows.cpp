// SPDX-License-Identifier: GPL-3.0-or-later
// People put words of the list right before a phrase ("seed phrase legal winner …"), and every sixteenth window of twelve words has a right checksum
// by chance. So all windows are tried, and the one with the most evidence is taken for the phrase; the words that are left go with the window before
// them, because a wrong guess must never leave a part of the real phrase behind.
//
// Evidence is counted in bits: a checksum of n words brings n/3 bits; a window that begins or ends where the text has an edge (the run's end, a new
// line, numbering that starts at 1) brings a few more. Windows are chosen by evidence, the later one first among equals, because labels stand before
// phrases. Work is bounded by five windows for each word, and their order comes from a bucket for each score, so the whole is linear.
#include "redactor/phrase_windows.hpp"

#include "redactor/phrase_checks.hpp"
#include "redactor/phrase_words.hpp"

#include <algorithm>
#include <array>

namespace unknot {

namespace {

constexpr std::array<std::size_t, 5> lengths = {24, 21, 18, 15, 12};
constexpr std::size_t highest_score = 24 / 3 + 2 * run_edge;
constexpr std::size_t nobody = static_cast<std::size_t>(-1);

using Run = std::vector<RunWord>;
using Buckets = std::array<std::vector<PhraseWindow>, highest_score + 1>;

std::size_t score(const Run& run, const PhraseWindow& window)
{
    const std::size_t after = window.last < run.size() ? run[window.last].edge : run_edge;
    return (window.last - window.first) / 3 + run[window.first].edge + after;
}

bool is_valid(const Run& run, std::size_t first, std::size_t length)
{
    std::array<std::uint16_t, 24> words{};
    for (std::size_t i = 0; i < length; ++i) {
        if (!run[first + i].index) {
            return false;
        }
        words[i] = *run[first + i].index;
    }
    return fits_bip39(WordIndexes(words).first(length));
}

Buckets valid_windows(const Run& run)
{
    Buckets buckets;
    for (std::size_t first = 0; first < run.size(); ++first) {
        for (const std::size_t length : lengths) {
            if (first + length <= run.size() && is_valid(run, first, length)) {
                const PhraseWindow window{first, first + length};
                buckets[score(run, window)].push_back(window);
            }
        }
    }
    return buckets;
}

// The chosen windows, and which of them each word belongs to.
struct Choice {
    std::vector<PhraseWindow> chosen;
    std::vector<std::size_t> owner;
};

void take(Choice& choice, const PhraseWindow& window)
{
    const auto first = choice.owner.begin() + static_cast<std::ptrdiff_t>(window.first);
    const auto last = choice.owner.begin() + static_cast<std::ptrdiff_t>(window.last);
    if (std::all_of(first, last, [](std::size_t owner) { return owner == nobody; })) {
        std::fill(first, last, choice.chosen.size());
        choice.chosen.push_back(window);
    }
}

// Words that nobody owns go with the window before them, or with the one after where none is before.
void give_away(std::vector<std::size_t>& owner)
{
    for (std::size_t i = 1; i < owner.size(); ++i) {
        owner[i] = owner[i] == nobody ? owner[i - 1] : owner[i];
    }
    for (std::size_t i = owner.size() - 1; i > 0; --i) {
        owner[i - 1] = owner[i - 1] == nobody ? owner[i] : owner[i - 1];
    }
}

// Whether the window stands in quotation marks as a whole, and has none within.
bool is_quoted(const Run& run, const PhraseWindow& window)
{
    const auto marked = [](const RunWord& word) { return word.edge == quote_edge; };
    const auto first = run.begin() + static_cast<std::ptrdiff_t>(window.first);
    const auto last = run.begin() + static_cast<std::ptrdiff_t>(window.last);
    return marked(*first) && std::none_of(first + 1, last, marked) && (last == run.end() || marked(*last));
}

// What stands outside the quotation marks of the only phrase is a label: `found 'legal winner …'`. Only a few words are left out so.
PhraseWindow without_labels(const Run& run, const Choice& choice)
{
    constexpr std::size_t longest_label = 3;
    const PhraseWindow phrase = choice.chosen.empty() ? PhraseWindow{0, run.size()} : choice.chosen.front();
    if (choice.chosen.size() != 1 || !is_quoted(run, phrase)) {
        return {0, run.size()};
    }
    return {phrase.first <= longest_label ? phrase.first : 0, run.size() - phrase.last <= longest_label ? phrase.last : run.size()};
}

Choice choose(const Run& run)
{
    Choice choice{{}, std::vector<std::size_t>(run.size(), nobody)};
    const Buckets buckets = valid_windows(run);
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        std::for_each(bucket->rbegin(), bucket->rend(), [&choice](const PhraseWindow& window) { take(choice, window); });
    }
    give_away(choice.owner);
    return choice;
}

} // namespace

std::vector<PhrasePart> bip39_parts(const Run& run)
{
    const Choice choice = choose(run);
    std::vector<PhrasePart> parts;
    const PhraseWindow masked = without_labels(run, choice);
    for (std::size_t first = masked.first; first < masked.last && !choice.chosen.empty();) {
        std::size_t last = first + 1;
        while (last < masked.last && choice.owner[last] == choice.owner[first]) {
            ++last;
        }
        parts.push_back({{first, last}, choice.chosen[choice.owner[first]]});
        first = last;
    }
    return parts;
}

} // namespace unknot
