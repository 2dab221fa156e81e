// SPDX-License-Identifier: GPL-3.0-or-later
// Words are those of the search (tokens.hpp): `Gebühren` and `gebuehren` are told apart, `Fees` and `fees` are not. Which language a text is in
// nobody has said, so the stop words of all three are left out, and so are numbers. Of Chinese, which has no spaces, two characters that touch are
// taken for a word; a word of three characters then shows as two of two. Each feedback counts once for a word, however often it says it: one
// angry text is not many. A word is shown as it was written first, in lower case.
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

bool says_something(const WordToken& token)
{
    if (token.kind == TokenKind::joined || (token.kind == TokenKind::character && !token.alone)) {
        return false;
    }
    const bool number = token.text.find_first_not_of("0123456789.,:-") == std::string::npos;
    return !number && !is_stop_word(token.text, "en") && !is_stop_word(token.text, "de") && !is_stop_word(token.text, "zh");
}

void count_words(const Feedback& feedback, std::map<std::string, Tally>& tallies)
{
    const std::string text = without_stand_ins(feedback.latest().text);
    std::set<std::string> seen;
    for (const WordToken& token : tokens(text)) {
        if (!says_something(token) || !seen.insert(token.text).second) {
            continue;
        }
        Tally& tally = tallies[token.text];
        if (tally.count == 0) {
            tally.shown = fold_case(std::string_view(text).substr(token.begin, token.end - token.begin));
        }
        ++tally.count;
        tally.stars += feedback.latest().stars;
    }
}

} // namespace

std::vector<WordRow> recurring_words(std::span<const Feedback> feedback)
{
    std::map<std::string, Tally> tallies;
    for (const Feedback& one : feedback) {
        count_words(one, tallies);
    }
    std::vector<WordRow> rows;
    for (const auto& entry : tallies) {
        const Tally& tally = entry.second;
        if (tally.count >= recurs_from) {
            rows.push_back({tally.shown, tally.count, tally.stars / static_cast<double>(tally.count)});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const WordRow& a, const WordRow& b) { return a.count > b.count; });
    rows.resize(std::min(rows.size(), most_words));
    return rows;
}

} // namespace unknot
