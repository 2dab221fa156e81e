// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery phrases. A run of eleven words of one list is masked whatever its checksum says: a phrase with a word missing, misspelt or in the wrong
// place is still most of a phrase, and prose has no such runs. One foreign word may stand within, if ten of the list stand around it; an everyday
// word such as `the` needs twelve around it, because that is how prose joins two shorter runs. A foreign word beside a run belongs to it when a
// word of the list is one slip away and a phrase of the usual length comes about.
//
// Where one side of a foreign word is proved by its checksum alone, the other side is prose, and stays, unless both together have a usual length.
#include "redactor/abbreviated_phrase.hpp"
#include "redactor/ascii.hpp"
#include "redactor/detectors.hpp"
#include "redactor/fold.hpp"
#include "redactor/ideographs.hpp"
#include "redactor/phrase_checks.hpp"
#include "redactor/phrase_windows.hpp"
#include "redactor/phrase_words.hpp"
#include "unknot/spelling.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace unknot {

namespace {

constexpr std::string_view everyday_words =
    " the of to and in is it for on my or was are at by be from as but not he she we me his her our an so if no do us am has had were been its they "
    "them their your you i a de la el y en que los las un una le les et des du il e di che per da do em um os as je na se za si ";

struct Piece {
    std::size_t first = 0;
    std::size_t last = 0; // one past

    std::size_t size() const { return last - first; }
};

// One chain as one list sees it.
struct Sight {
    std::string_view text;
    PhraseChain chain;
    WordList list;

    bool knows(std::size_t at) const { return (chain[at].lists & bit_of(list)) != 0; }
    std::string_view word(std::size_t at) const { return text.substr(chain[at].start, chain[at].end - chain[at].start); }
};

// The list of Electrum before 2.0 is made of everyday words, and its phrases have twelve or twenty-four.
std::size_t shortest_run(WordList list)
{
    return list == WordList::electrum ? 12 : 11;
}

std::vector<Piece> pieces_of(const Sight& sight)
{
    std::vector<Piece> pieces;
    pieces.reserve(8); // the usual sentence has fewer
    for (std::size_t at = 0; at < sight.chain.size(); ++at) {
        if (!sight.knows(at)) {
            continue;
        }
        if (!pieces.empty() && pieces.back().last == at) {
            ++pieces.back().last;
        } else {
            pieces.push_back({at, at + 1});
        }
    }
    return pieces;
}

bool is_everyday(std::string_view word)
{
    const std::string spaced = " " + std::string(fold_word(word).view()) + " ";
    return everyday_words.find(spaced) != std::string_view::npos;
}

bool is_usual_length(std::size_t words)
{
    constexpr std::array<std::size_t, 9> lengths = {12, 13, 15, 18, 20, 21, 24, 25, 33};
    return std::find(lengths.begin(), lengths.end(), words) != lengths.end();
}

std::vector<RunWord> run_words(const Sight& sight, const Piece& piece)
{
    std::vector<RunWord> words;
    for (std::size_t at = piece.first; at < piece.last; ++at) {
        words.push_back({Dictionary::instance().index_in(sight.list, sight.chain[at].key), sight.chain[at].edge});
    }
    words.front().edge = std::max(words.front().edge, line_edge);
    return words;
}

bool is_proved(const Sight& sight, const Piece& piece)
{
    if (!is_bip39(sight.list) || piece.size() < 12) {
        return false;
    }
    const std::vector<PhrasePart> parts = bip39_parts(run_words(sight, piece));
    return parts.size() == 1 && parts.front().phrase.first == 0 && parts.front().phrase.last == piece.size();
}

// Whether two pieces with one foreign word between are one run.
bool belong_together(const Sight& sight, const Piece& before, const Piece& after)
{
    const std::size_t known = before.size() + after.size();
    if (after.first != before.last + 1 || known < (is_everyday(sight.word(before.last)) ? 12 : fewest_known)) {
        return false;
    }
    const bool proved = is_proved(sight, before) || is_proved(sight, after);
    return sight.list != WordList::electrum && (!proved || is_usual_length(known + 1));
}

bool is_slip_of(std::string_view word, WordList list)
{
    const std::string folded(fold_word(word).view());
    for (std::string_view rest = packed_words(list); !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
        if (edit_distance(folded, fold_word(rest.substr(0, rest.find(' '))).view(), 1) <= 1) {
            return true;
        }
    }
    return false;
}

// A run that lacks one word to a usual length, with a misspelt one beside it.
Piece with_misspelt_edge(const Sight& sight, Piece piece)
{
    if (!is_usual_length(piece.size() + 1) || is_proved(sight, piece)) {
        return piece;
    }
    if (piece.first > 0 && is_slip_of(sight.word(piece.first - 1), sight.list)) {
        --piece.first;
    } else if (piece.last < sight.chain.size() && is_slip_of(sight.word(piece.last), sight.list)) {
        ++piece.last;
    }
    return piece;
}

std::string canonical(const Sight& sight, std::size_t first, std::size_t last)
{
    std::string words;
    for (std::size_t at = first; at < last; ++at) {
        words.append(words.empty() || is_chinese(sight.list) ? "" : " ").append(fold_word(sight.word(at)).view());
    }
    return words;
}

struct Verdict {
    std::string rule;
    Proof proof = Proof::surroundings;
};

void add(const Sight& sight, const Piece& piece, const Piece& phrase, const Verdict& verdict, Findings& findings)
{
    unknot::report(findings, "phrase", verdict.rule, sight.chain[piece.first].start, sight.chain[piece.last - 1].end, verdict.proof,
        canonical(sight, phrase.first, phrase.last));
}

// The rule of a checksum other than BIP39's that the run, or its first or last words, have; empty for none.
std::string other_proof(const Sight& sight, const Piece& piece)
{
    constexpr std::array<std::size_t, 6> lengths = {33, 25, 24, 20, 13, 12};
    std::vector<std::uint16_t> indexes;
    for (const RunWord& word : run_words(sight, piece)) {
        indexes.push_back(word.index.value_or(0));
    }
    for (const std::size_t length : lengths) {
        for (const std::size_t first : {std::size_t{0}, piece.size() - std::min(length, piece.size())}) {
            if (length > piece.size()) {
                continue;
            }
            const WordIndexes words = WordIndexes(indexes).subspan(first, length);
            if (sight.list == WordList::slip39 && (length == 20 || length == 33) && fits_slip39(words)) {
                return "slip39";
            }
            if (sight.list == WordList::monero && (length == 13 || length == 25) && fits_monero(words)) {
                return "monero";
            }
            if (is_bip39(sight.list) && fits_electrum(canonical(sight, piece.first + first, piece.first + first + length), sight.list)) {
                return "electrum";
            }
        }
    }
    return {};
}

void report_run(const Sight& sight, const Piece& piece, Findings& findings)
{
    std::vector<PhrasePart> parts = is_bip39(sight.list) ? bip39_parts(run_words(sight, piece)) : std::vector<PhrasePart>();
    const bool whole = parts.size() == 1 && parts.front().phrase.last - parts.front().phrase.first == piece.size();
    if (!parts.empty() && !whole && fits_electrum(canonical(sight, piece.first, piece.last), sight.list)) {
        parts.clear(); // what fits BIP39 is a part of it by chance
    }
    for (const PhrasePart& part : parts) {
        add(sight, {piece.first + part.part.first, piece.first + part.part.last}, {piece.first + part.phrase.first, piece.first + part.phrase.last},
            {rule_of(sight.list), Proof::checksum}, findings);
    }
    if (parts.empty()) {
        const std::string proof = other_proof(sight, piece);
        add(sight, piece, piece, {proof.empty() ? rule_of(sight.list) : proof, proof.empty() ? Proof::surroundings : Proof::checksum}, findings);
    }
}

void search(const Sight& sight, Findings& findings)
{
    const std::vector<Piece> pieces = pieces_of(sight);
    std::size_t reported = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece run = pieces[i];
        if (i + 1 < pieces.size() && belong_together(sight, run, pieces[i + 1])) {
            run.last = pieces[i + 1].last;
        }
        const bool long_enough = run.size() >= shortest_run(sight.list) && run.last > reported;
        if (long_enough) {
            reported = run.last;
            report_run(sight, with_misspelt_edge(sight, run), findings);
        }
    }
}

bool has_enough(PhraseChain chain, ListMask list)
{
    const auto known = std::count_if(chain.begin(), chain.end(), [list](const PhraseWord& word) { return (word.lists & list) != 0; });
    return static_cast<std::size_t>(known) >= fewest_known;
}

ListMask lists_of(PhraseChain chain)
{
    unsigned lists = 0;
    for (const PhraseWord& word : chain) {
        lists |= word.lists;
    }
    return static_cast<ListMask>(lists);
}

} // namespace

void find_phrases(std::string_view text, Findings& findings)
{
    if (too_short_for_phrase(text)) {
        return;
    }
    PhraseReader reader(text);
    for (PhraseChain chain = reader.next(); !chain.empty(); chain = reader.next()) {
        const ListMask lists = lists_of(chain);
        const bool few = std::popcount(lists) <= 2; // then to look is as quick as to count
        for (std::size_t list = 0; list < word_list_count; ++list) {
            const ListMask bit = bit_of(static_cast<WordList>(list));
            if ((lists & bit) != 0 && (few || has_enough(chain, bit))) {
                search({text, chain, static_cast<WordList>(list)}, findings);
            }
        }
    }
    for (const std::vector<PhraseWord>& row : reader.short_rows()) {
        find_abbreviated(text, row, findings);
    }
    IdeographRuns runs(text);
    for (const IdeographRun& run : reader.ideograph_runs()) {
        runs.look(run.start, run.end, findings);
    }
}

} // namespace unknot
