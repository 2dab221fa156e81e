// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor/abbreviated_phrase.hpp"

#include "redactor/fold.hpp"
#include "redactor/phrase_windows.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace unknot {

namespace {

constexpr std::size_t letters = 4;
constexpr std::size_t fewest_words = 12;
constexpr std::array<WordList, 6> lists = {
    WordList::english, WordList::spanish, WordList::french, WordList::italian, WordList::czech, WordList::portuguese};

struct Full {
    std::uint16_t index = 0;
    std::string word;
};

using Abbreviations = std::map<std::string, Full, std::less<>>; // by the folded word's first letters

// Folding leaves the Latin letters without marks, one byte each.
Abbreviations abbreviations_of(WordList list)
{
    Abbreviations all;
    std::uint16_t index = 0;
    for (std::string_view rest = packed_words(list); !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
        std::string word(fold_word(rest.substr(0, rest.find(' '))).view());
        all.emplace(word.substr(0, letters), Full{index++, word});
    }
    return all;
}

// Made when the first row of short words is met: in most texts there is none.
const Abbreviations& abbreviations(std::size_t list)
{
    static const std::array<Abbreviations, lists.size()> all = [] {
        std::array<Abbreviations, lists.size()> made;
        std::transform(lists.begin(), lists.end(), made.begin(), abbreviations_of);
        return made;
    }();
    return all[list];
}

// Words in a row that one list abbreviates so.
struct Run {
    std::size_t first = 0;
    std::vector<RunWord> words;
    std::vector<std::string_view> full;
};

void report_run(PhraseChain row, Run& run, WordList list, Findings& findings)
{
    if (run.words.size() < fewest_words) {
        return;
    }
    run.words.front().edge = std::max(run.words.front().edge, line_edge);
    for (const PhrasePart& part : bip39_parts(run.words)) {
        std::string canonical;
        for (std::size_t at = part.phrase.first; at < part.phrase.last; ++at) {
            canonical.append(canonical.empty() ? "" : " ").append(run.full[at]);
        }
        const std::size_t start = row[run.first + part.part.first].start;
        const std::size_t end = row[run.first + part.part.last - 1].end;
        report(findings, "phrase", rule_of(list), start, end, Proof::checksum, std::move(canonical));
    }
}

} // namespace

void find_abbreviated(std::string_view text, PhraseChain row, Findings& findings)
{
    for (std::size_t list = 0; list < lists.size(); ++list) {
        const Abbreviations& known = abbreviations(list);
        Run run;
        for (std::size_t at = 0; at < row.size(); ++at) {
            const auto found = known.find(fold_word(text.substr(row[at].start, row[at].end - row[at].start)).view());
            if (found == known.end()) {
                report_run(row, run, lists[list], findings);
                run = {at + 1, {}, {}};
                continue;
            }
            run.words.push_back({found->second.index, row[at].edge});
            run.full.emplace_back(found->second.word);
        }
        report_run(row, run, lists[list], findings);
    }
}

} // namespace unknot
