// SPDX-License-Identifier: GPL-3.0-or-later
// Words are those of the search (tokens.hpp): `Fees` and `fees` are one. Which language a text is in nobody has said, so the stop words of all three
// are left out, and so are numbers. Each feedback counts once for a word, however often it says it: one angry text is not many.
//
// Chinese has no spaces to go by. There a word is whatever recurs: every run of two to eight characters is counted, and one that only ever occurs
// within a longer one is left out in its favour (手续费 stands for 手续 and 续费, unless one of them recurs elsewhere too). Runs that begin or end with a
// stop word are left out before that.
#include "feedback_report/words.hpp"

#include "unknot/display.hpp"
#include "unknot/stop_words.hpp"
#include "unknot/tokens.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace unknot {

namespace {

constexpr std::size_t recurs_from = 2;
constexpr std::size_t most_words = 20;
constexpr std::size_t longest_stand_in = 24;

constexpr std::size_t shortest_run = 2;   // characters
constexpr std::size_t longest_run = 8;

struct Tally {
    std::string shown;
    std::size_t count = 0;
    int stars = 0;
};

// "[phrase-1]" and the like as blanks.
std::string without_stand_ins(std::string text)
{
    for (std::size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        const std::string_view inside = std::string_view(text).substr(open + 1, close == std::string::npos ? 0 : close - open - 1);
        const std::size_t dash = inside.rfind('-');
        const bool stand_in = dash != std::string_view::npos && dash > 0 && dash + 1 < inside.size() && inside.size() <= longest_stand_in
                              && inside.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
        if (stand_in) {
            text.replace(open, close - open + 1, close - open + 1, ' ');
        }
    }
    return text;
}

bool is_any_stop_word(std::string_view word)
{
    return is_stop_word(word, "en") || is_stop_word(word, "de") || is_stop_word(word, "zh");
}

bool says_something(const WordToken& token)
{
    const bool spaced = token.kind == TokenKind::word || token.kind == TokenKind::code;
    return spaced && token.text.find_first_not_of("0123456789.,:-") != std::string::npos && !is_any_stop_word(token.text);
}

using Found = std::map<std::string, std::string>;   // a word in search form -> as it is shown

void add_runs(const std::vector<std::string>& characters, Found& found)
{
    for (std::size_t begin = 0; begin < characters.size(); ++begin) {
        std::string run;
        for (std::size_t length = 1; length <= longest_run && begin + length <= characters.size(); ++length) {
            const std::string& last = characters[begin + length - 1];
            run += last;
            const bool whole = length >= shortest_run && !is_any_stop_word(characters[begin]) && !is_any_stop_word(last) && !is_any_stop_word(run);
            if (whole) {
                found.emplace(run, run);
            }
        }
    }
}

Found words_of(const std::string& text)
{
    Found found;
    std::vector<std::string> characters;
    for (const WordToken& token : tokens(text)) {
        if (token.kind == TokenKind::character) {
            characters.push_back(token.text);
            if (token.last) {
                add_runs(characters, found);
                characters.clear();
            }
        } else if (says_something(token)) {
            found.emplace(token.text, fold_case(std::string_view(text).substr(token.begin, token.end - token.begin)));
        }
    }
    return found;
}

void count_words(const Feedback& feedback, std::map<std::string, Tally>& tallies)
{
    for (const auto& word : words_of(without_stand_ins(feedback.latest().text))) {
        Tally& tally = tallies[word.first];
        tally.shown = tally.count == 0 ? word.second : tally.shown;
        ++tally.count;
        tally.stars += feedback.latest().stars;
    }
}

// Chinese runs that only occur within a longer one.
void drop_parts(std::map<std::string, Tally>& tallies)
{
    constexpr std::size_t character = 3;   // bytes of nearly all of them; the rarer ones have four
    std::set<std::string> parts;
    for (const auto& entry : tallies) {
        if (!looks_chinese(entry.first)) {
            continue;
        }
        for (std::size_t begin = 0; begin < entry.first.size(); begin += character) {
            for (std::size_t length = shortest_run * character; begin + length <= entry.first.size(); length += character) {
                const auto part = tallies.find(entry.first.substr(begin, length));
                if (length < entry.first.size() && part != tallies.end() && part->second.count == entry.second.count) {
                    parts.insert(part->first);
                }
            }
        }
    }
    for (const std::string& part : parts) {
        tallies.erase(part);
    }
}

} // namespace

std::vector<WordRow> recurring_words(std::span<const Feedback> feedback)
{
    std::map<std::string, Tally> tallies;
    for (const Feedback& one : feedback) {
        count_words(one, tallies);
    }
    std::erase_if(tallies, [](const auto& entry) { return entry.second.count < recurs_from; });
    drop_parts(tallies);
    std::vector<WordRow> rows;
    for (const auto& entry : tallies) {
        const Tally& tally = entry.second;
        rows.push_back({tally.shown, tally.count, tally.stars / static_cast<double>(tally.count)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const WordRow& a, const WordRow& b) { return a.count > b.count; });
    rows.resize(std::min(rows.size(), most_words));
    return rows;
}

} // namespace unknot
