// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot why`: the answers, measurements and conditions that led a walk where it is.
#include "answer_words.hpp"
#include "case_choice.hpp"
#include "commands.hpp"
#include "json.hpp"
#include "label.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "recording.hpp"
#include "saved_walk.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "unknot/why.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

constexpr int set_in = 5;                 // columns, below the number
constexpr std::size_t longest_text = 240; // code points

std::string shown_place(const Place& place)
{
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

Json reason_json(const Reason& reason)
{
    const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json because = Json::object();
    for (const auto& fact : reason.because) {
        because[fact.first] = or_null(fact.second);
    }
    return {{"node", reason.node}, {"kind", name(reason.kind)}, {"text", reason.text}, {"answer", or_null(reason.answer)},
        {"from", name(reason.from)}, {"edge", or_null(reason.edge)}, {"condition", or_null(reason.condition)}, {"because", because},
        {"place", place_json(reason.place)}, {"condition_place", place_json(reason.condition_place)}};
}

std::string shown_facts(const Reason& reason)
{
    std::string facts;
    for (const auto& fact : reason.because) {
        facts += fmt::format("{}{} = {}", facts.empty() ? "" : ", ", fact.first, fact.second.empty() ? "?" : fact.second);
    }
    return facts;
}

const char* origin_words(StepOrigin from)
{
    switch (from) {
    case StepOrigin::person: return _("you answered");
    case StepOrigin::file: return _("a script answered");
    case StepOrigin::probe: return _("measured");
    case StepOrigin::known: return _("was known");
    case StepOrigin::decision: return _("decided");
    }
    return "";
}

// The words and, as conditions read it, the value.
std::string answered(const Step& step, const std::string& language)
{
    const std::string words = answer_words(step, language);
    return words == *step.answer ? words : fmt::format("{} ({})", words, *step.answer);
}

void print_condition(const Reason& reason)
{
    const std::string because = labelled(_("because"), reason.condition);
    const std::string place = shown_place(*reason.condition_place);
    if (set_in + display_width(because) + 2 + display_width(place) <= terminal().width) {
        print_line(std::string(set_in, ' ') + because + "  " + faint(place));
    } else {
        print_paragraph(because, set_in);
        print_line(std::string(set_in, ' ') + faint(place)); // not broken: it may be copied
    }
    if (const std::string facts = shown_facts(reason); !facts.empty()) {
        print_paragraph(labelled(_("with"), facts), set_in);
    }
}

void print_reason(int number, const Reason& reason, const Step& step, const std::string& language)
{
    print_line(strong(fmt::format("{:>3}. {}", number, reason.node)) + "  " + faint(shown_place(reason.place)));
    if (!reason.text.empty() && reason.kind != NodeKind::end) {
        print_paragraph(asked_words(step, longest_text), set_in);
    }
    if (!reason.answer.empty()) {
        print_paragraph(labelled(reason.kind == NodeKind::end ? _("ended") : origin_words(reason.from), answered(step, language)), set_in);
    }
    if (!reason.condition.empty()) {
        print_condition(reason);
    }
}

} // namespace

ExitStatus why(const WhyCommand& command, const Session& session)
{
    const CaseStore store = open_records(session);
    const SavedWalk saved = open_saved(session, chosen_case(store, command.case_id, session));
    const auto& head = saved.record.head;
    const auto way = reasons(saved.state);
    if (session.options.json) {
        Json steps = Json::array();
        for (const auto& reason : way) {
            steps.push_back(reason_json(reason));
        }
        const bool asking = saved.state.standing != Standing::done;
        print_json({{"schema", "unknot.why/1"}, {"case", head.id}, {"tree", head.tree}, {"pack", head.pack},
            {"version", saved.walking.pack->info().version}, {"state", asking ? "asking" : "done"}, {"node", saved.state.key}, {"steps", steps}});
        return ExitStatus::yes;
    }
    int number = 0;
    for (const auto& reason : way) {
        const Step& step = saved.state.path[static_cast<std::size_t>(number)];
        print_reason(++number, reason, step, saved.walking.settings.language);
    }
    if (saved.state.standing != Standing::done) {
        print_line(strong(fmt::format("{:>3}. {}", number + 1, saved.state.key)) + "  " + faint(shown_place(saved.state.node->place)));
        print_line(fmt::format("     {}", _("is being asked")));
    }
    return ExitStatus::yes;
}

} // namespace unknot
