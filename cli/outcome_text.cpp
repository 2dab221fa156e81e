// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome_text.hpp"

#include "language.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

// The title stands beside the command where both fit on a line, below it otherwise.
void print_reading(const std::string& id, const std::string& title)
{
    const std::string line = fmt::format("  unknot show {:<24} {}", id, title);
    if (display_width(line) <= terminal().width) {
        print_line(line);
        return;
    }
    constexpr int indent = 6;
    print_line("  unknot show " + id);
    for (const auto& part : wrapped(title, terminal().width - indent)) {
        print_line(std::string(indent, ' ') + part);
    }
}

const char* outcome_title(OutcomeClass outcome)
{
    switch (outcome) {
    case OutcomeClass::resolved: return _("Solved");
    case OutcomeClass::workaround: return _("A way round");
    case OutcomeClass::unresolved: return _("Not solved here");
    case OutcomeClass::escalate: return _("A human has to take over");
    case OutcomeClass::danger: return _("Stop, and do this first");
    }
    return "";
}

std::string ending_words(OutcomeClass outcome)
{
    switch (outcome) {
    case OutcomeClass::resolved: return _("solved");
    case OutcomeClass::workaround: return _("worked round");
    case OutcomeClass::unresolved: return _("not solved");
    case OutcomeClass::escalate: return _("to a human");
    case OutcomeClass::danger: return _("stopped");
    }
    return {};
}

} // namespace

std::string standing_words(const CaseHead& head)
{
    if (head.state == CaseState::open) {
        return _("open");
    }
    const auto outcome = outcome_class(head.outcome);
    return outcome ? ending_words(*outcome) : head.outcome;
}

void print_outcome(const Walking& walking, const WalkState& state)
{
    print_line();
    print_line(strong(outcome_title(state.node->outcome)));
    if (!state.text.empty()) {
        print_markdown(state.text);
    }
    if (!state.node->articles.empty()) {
        print_line();
        print_line(_("To read on:"));
        for (const auto& reference : state.node->articles) {
            Problems ignored;
            auto article = walking.pack->article(reference.id, walking.settings.language, ignored);
            article = article ? article : walking.pack->article(reference.id, walking.pack->info().source_language, ignored);
            print_reading(reference.id, article ? article->title : std::string());
        }
    }
    if (const auto id = walking.recording.id()) {
        print_line();
        if (state.node->handoff) {
            print_line(filled(_("To hand this to a human with all they need: unknot handoff {}"), {std::to_string(*id)}));
        }
        print_line(faint(filled(_("This was case {}. Its receipt:"), {std::to_string(*id)})));
    }
    print_line(faint(receipt_of(walking, state)));
}

void print_saved(const Walking& walking)
{
    if (const auto id = walking.recording.id()) {
        print_line(filled(_("Saved. To go on: unknot case resume {}"), {std::to_string(*id)}));
    } else {
        print_line(_("This walk was not recorded."));
    }
}

} // namespace unknot
