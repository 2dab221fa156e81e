// SPDX-License-Identifier: GPL-3.0-or-later
// What a typed line means is decided in this order, and the first that fits wins:
//
//   1. `\` and a command: always the command
//   2. an empty line: the proposal
//   3. an answer that reads the same: a number, a value, a whole label, or typed input that the node takes; a list of them where it takes several
//   4. a command
//   5. the start of one label
//
// So a letter is a command unless the node has an answer that is just this letter; that a label begins with it is not enough, or `b` would go back
// in one question and choose "Bank transfer" in the next. Comparing folds case and width: `１，２` typed in a Chinese input method is `1,2`.
#include "prompt.hpp"

#include "language.hpp"
#include "prompt_choices.hpp"
#include "prompt_habits.hpp"
#include "unknot/answer.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace unknot {

namespace {

enum class Match { whole, start };

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string comparable(std::string_view text)
{
    return fold_case(to_nfkc(trimmed(text)));
}

std::optional<Reply> command(std::string_view text)
{
    const std::string typed = to_nfkc(text);
    if (typed.starts_with('/')) {
        return Reply{Wish::search, std::string(trimmed(std::string_view(typed).substr(1)))};
    }
    constexpr std::pair<std::string_view, Wish> letters[] = {
        {"b", Wish::back}, {"?", Wish::why}, {"h", Wish::hand_over}, {"s", Wish::save}, {"q", Wish::quit}};
    const std::string letter = comparable(text);
    const auto found = std::find_if(std::begin(letters), std::end(letters), [&](const auto& entry) { return entry.first == letter; });
    return found == std::end(letters) ? std::nullopt : std::optional(Reply{found->second, {}});
}

std::optional<std::size_t> number_in(std::string_view text, std::size_t most)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

// The value of the one choice that the text, made comparable, stands for.
std::optional<std::string> chosen(const std::vector<Choice>& choices, const std::string& text, Match match)
{
    if (const auto number = number_in(text, choices.size())) {
        return choices[*number - 1].value;
    }
    const auto fits = [&](const Choice& choice) {
        const std::string label = comparable(choice.label);
        return choice.value == text || (match == Match::whole ? label == text : label.starts_with(text));
    };
    const auto found = std::find_if(choices.begin(), choices.end(), fits);
    const bool unique = found != choices.end() && (match == Match::whole || std::find_if(found + 1, choices.end(), fits) == choices.end());
    return unique && !text.empty() ? std::optional(found->value) : std::nullopt;
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (const auto part = trimmed(std::string_view(text).substr(at, end - at)); !part.empty()) {
            parts.emplace_back(part);
        }
        at = end + 1;
    }
    return parts;
}

std::string with_commas(std::string text)
{
    constexpr std::string_view ideographic_comma = "、";
    for (auto at = text.find(ideographic_comma); at != std::string::npos; at = text.find(ideographic_comma, at)) {
        text.replace(at, ideographic_comma.size(), ",");
    }
    return text;
}

// Adds what one part of a list stands for: one choice, or several with spaces between them.
bool add_part(const std::vector<Choice>& choices, const std::string& part, Match match, std::vector<std::string>& values)
{
    if (auto value = chosen(choices, part, match)) {
        values.push_back(std::move(*value));
        return true;
    }
    const auto words = split(part, ' ');
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        auto value = chosen(choices, word, match);
        values.push_back(value.value_or(""));
        return value.has_value();
    });
}

std::optional<std::string> chosen_list(const std::vector<Choice>& choices, const std::string& text, Match match)
{
    if (auto alone = chosen(choices, text, match)) {
        return alone;
    }
    std::vector<std::string> values;
    for (const auto& part : split(with_commas(text), ',')) {
        if (!add_part(choices, part, match, values)) {
            return std::nullopt;
        }
    }
    std::vector<std::string> once;
    for (const auto& value : values) {
        if (std::find(once.begin(), once.end(), value) == once.end()) {
            once.push_back(value);
        }
    }
    return once.empty() ? std::nullopt : std::optional(fmt::format("{}", fmt::join(once, ",")));
}

std::optional<std::string> typed(const WalkState& state, std::string_view line, std::string_view language)
{
    if (state.node->unknown && comparable(line) == comparable(_("I don't know"))) {
        return std::string(unknown_answer);
    }
    const std::string narrow = to_nfkc(line);
    for (const std::string& text : {std::string(line), narrow, without_habits(state.node->input->type, narrow, language)}) {
        if (read_answer(*state.tree, *state.node, text).fits()) {
            return text;
        }
    }
    return std::nullopt;
}

std::optional<std::string> answered(const WalkState& state, std::string_view line, std::string_view language, Match match)
{
    if (state.node->input) {
        return match == Match::whole ? typed(state, line, language) : std::nullopt;
    }
    const auto choices = choices_of(state, language);
    return state.node->kind == NodeKind::several ? chosen_list(choices, comparable(line), match) : chosen(choices, comparable(line), match);
}

// "none of these" and "I don't know" don't go together with other answers.
Reply reply_with(const WalkState& state, std::string answer, std::string_view language)
{
    if (state.node->kind != NodeKind::several || read_answer(*state.tree, *state.node, answer).fits()) {
        return {Wish::answer, std::move(answer)};
    }
    for (const auto& value : split(answer, ',')) {
        const Option* option = state.node->option(value);
        if (option == nullptr || option->only) {
            return {Wish::misunderstood, filled(_("'{}' alone, or others without it"), {label_of(state, value, language)})};
        }
    }
    return {Wish::misunderstood, what_would_fit(state, answer, language)};
}

} // namespace

Reply understand(const WalkState& state, std::string_view line, std::string_view language)
{
    const std::string_view text = trimmed(line);
    if (text.empty()) {
        return state.proposal ? Reply{Wish::answer, *state.proposal} : Reply{Wish::misunderstood, what_would_fit(state, text, language)};
    }
    if (const auto asked = text.starts_with('\\') ? command(text.substr(1)) : std::nullopt) {
        return *asked;
    }
    if (auto answer = answered(state, text, language, Match::whole)) {
        return reply_with(state, std::move(*answer), language);
    }
    if (const auto asked = command(text)) {
        return *asked;
    }
    if (auto answer = answered(state, text, language, Match::start)) {
        return reply_with(state, std::move(*answer), language);
    }
    return {Wish::misunderstood, what_would_fit(state, text, language)};
}

} // namespace unknot
