// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt.hpp"

#include "language.hpp"
#include "prompt_choices.hpp"
#include "terminal.hpp"
#include "unknot/answer.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace unknot {

namespace {

void print_choices(const std::vector<Choice>& choices)
{
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::string number = fmt::format("{:>3}) ", i + 1);
        std::string blanks = number;
        for (const auto& line : wrapped(choices[i].label, terminal().width - display_width(number))) {
            print_line(blanks + line);
            blanks.assign(number.size(), ' ');
        }
    }
}

void print_fix_question(const WalkState& state)
{
    print_line();
    if (state.node->tries > 1) {
        print_line(faint(filled(_("Attempt {} of {}"), {std::to_string(state.attempt), std::to_string(state.node->tries)})));
    }
    print_line(_("Did that help?"));
}

void print_input_hints(const WalkState& state, std::string_view language)
{
    const auto expected = input_expectation(state);
    if (!expected.empty()) {
        print_line(faint(filled(_("Expected: {}"), {expected})));
    }
    if (!state.node->input->example.empty()) {
        print_line(faint(filled(_("For example: {}"), {state.node->input->example.in(language)})));
    }
    if (state.node->unknown) {
        print_line(faint(filled(_("If you don't know, type {}"), {std::string(unknown_answer)})));
    }
}

// The commands as they must be typed here: where the plain one would be an answer, with a backslash.
std::string command_line(const WalkState& state, std::string_view language)
{
    const std::pair<std::string, const char*> commands[] = {
        {"b", _("back")}, {"?", _("why")}, {std::string("/") + _("words"), _("search")}, {"h", _("hand over")}, {"s", _("save")}, {"q", _("quit")}};
    std::string line;
    for (const auto& command : commands) {
        const Wish wish = understand(state, command.first, language).wish;
        const bool taken = wish == Wish::answer || wish == Wish::misunderstood;
        line += fmt::format("{}{}{} {}", line.empty() ? "" : " · ", taken ? "\\" : "", command.first, command.second);
    }
    return line;
}

} // namespace

void print_question(const WalkState& state, std::string_view language)
{
    print_line();
    print_markdown(state.text);
    if (state.node->kind == NodeKind::fix) {
        print_fix_question(state);
    }
    print_line();
    print_choices(choices_of(state, language));
    if (state.node->kind == NodeKind::several) {
        print_line(faint(_("Several: numbers separated by commas or spaces")));
    }
    if (state.node->input) {
        print_input_hints(state, language);
    }
    if (state.proposal) {
        print_line(fmt::format("[{}] ", label_of(state, *state.proposal, language)) + faint(_("an empty line takes it")));
    }
    print_line(faint(command_line(state, language)));
}

bool somebody_can_be_asked(const Session& session)
{
    return terminal().input_is_terminal && terminal().output_is_terminal && !session.options.no_input && !session.options.json;
}

} // namespace unknot
