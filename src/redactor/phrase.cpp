// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery phrases are looked for in runs: words of the list with nothing but separators between them. People put words of the list
// right before a phrase ("seed phrase legal winner …"), and every sixteenth window of twelve words has a right checksum by chance. So
// all windows are tried; the one with the most evidence is taken for the phrase, and every word of any valid window is covered, so that
// a wrong guess never leaves a part of the real phrase behind.
//
// Evidence is counted in bits: a checksum of n words brings n/3 bits; a window that begins or ends where the text has an edge (the
// run's end, a new line, numbering that starts at 1) brings a few more. Windows are chosen by evidence, the later one first among
// equals, because labels stand before phrases. Work is bounded by five windows for each word, and their order comes from a
// bucket for each score, so the whole is linear.
#include "redactor/detectors.hpp"
#include "redactor/phrase_run.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unknot {

namespace {

struct Window {
    std::size_t first = 0;
    std::size_t last = 0;   // one past
};

constexpr std::array<std::size_t, 5> lengths = {24, 21, 18, 15, 12};
constexpr std::size_t highest_score = 24 / 3 + 2 * run_edge;
constexpr std::size_t nobody = static_cast<std::size_t>(-1);

using Buckets = std::array<std::vector<Window>, highest_score + 1>;

std::size_t score(const PhraseRun& run, const Window& window)
{
    const std::size_t after = window.last < run.size() ? run[window.last].edge : run_edge;
    return (window.last - window.first) / 3 + run[window.first].edge + after;
}

Buckets valid_windows(const PhraseRun& run)
{
    Buckets buckets;
    for (std::size_t first = 0; first < run.size(); ++first) {
        for (const std::size_t length : lengths) {
            if (first + length <= run.size() && checksum_fits(&run[first], length)) {
                const Window window{first, first + length};
                buckets[score(run, window)].push_back(window);
            }
        }
    }
    return buckets;
}

// Which words belong to a chosen window (by its number), and which to any valid one.
struct Cover {
    std::vector<Window> chosen;
    std::vector<std::size_t> owner;
    std::vector<bool> covered;
};

bool is_free(const Cover& cover, const Window& window)
{
    for (std::size_t i = window.first; i < window.last; ++i) {
        if (cover.owner[i] != nobody) {
            return false;
        }
    }
    return true;
}

void take(Cover& cover, const Window& window)
{
    if (is_free(cover, window)) {
        for (std::size_t i = window.first; i < window.last; ++i) {
            cover.owner[i] = cover.chosen.size();
        }
        cover.chosen.push_back(window);
    }
    for (std::size_t i = window.first; i < window.last; ++i) {
        cover.covered[i] = true;
    }
}

// Covered words that nobody owns go with the window before them, or with the one after where none is before.
void give_away(Cover& cover)
{
    std::vector<std::size_t>& owner = cover.owner;
    for (std::size_t i = 1; i < owner.size(); ++i) {
        if (cover.covered[i] && owner[i] == nobody) {
            owner[i] = owner[i - 1];
        }
    }
    for (std::size_t i = owner.size() - 1; i > 0; --i) {
        if (cover.covered[i - 1] && owner[i - 1] == nobody) {
            owner[i - 1] = owner[i];
        }
    }
}

Cover choose(const PhraseRun& run)
{
    Cover cover{{}, std::vector<std::size_t>(run.size(), nobody), std::vector<bool>(run.size(), false)};
    const Buckets buckets = valid_windows(run);
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        for (auto window = bucket->rbegin(); window != bucket->rend(); ++window) {
            take(cover, *window);
        }
    }
    give_away(cover);
    return cover;
}

std::string canonical(const PhraseRun& run, const Window& window)
{
    std::string words;
    for (std::size_t i = window.first; i < window.last; ++i) {
        words.append(word_of(run[i])).push_back(' ');
    }
    return words;
}

void report(const PhraseRun& run, const Cover& cover, Findings& findings)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const std::size_t owner = cover.owner[i];
        start = i > 0 && cover.owner[i - 1] == owner ? start : i;
        if (owner != nobody && (i + 1 == run.size() || cover.owner[i + 1] != owner)) {
            findings.push_back({{"phrase", "bip39-english", run[start].start, run[i].end, true}, canonical(run, cover.chosen[owner])});
        }
    }
}

} // namespace

void find_phrases(std::string_view text, Findings& findings)
{
    PhraseReader reader(text);
    while (const PhraseRun* run = reader.next()) {
        if (run->size() >= lengths.back()) {
            report(*run, choose(*run), findings);
        }
    }
}

} // namespace unknot
