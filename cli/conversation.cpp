// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversation.hpp"

#include "answer_words.hpp"
#include "commands.hpp"
#include "feedback_asking.hpp"
#include "handing_over.hpp"
#include "interruption.hpp"
#include "label.hpp"
#include "language.hpp"
#include "outcome_text.hpp"
#include "paragraph.hpp"
#include "probe_words.hpp"
#include "prompt.hpp"
#include "recurrence.hpp"
#include "terminal.hpp"
#include "unknot/answer.hpp"
#include "unknot/display.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t iso_day = 10;   // 2026-11-21
constexpr std::size_t longest_recall = 120; // code points

class Conversation {
public:
    Conversation(Walking& walking, const Session& session, Prober& prober) : walking_(walking), session_(session), prober_(prober) {}

    ExitStatus hold(const Script& script)
    {
        try {
            return talk(script);
        } catch (const Interrupted&) {   // while a probe ran
            return leave();
        }
    }

private:
    ExitStatus talk(const Script& script)
    {
        state_ = fold(walking_.forest, walking_.events, walking_.settings);
        take(conduct(walking_.forest, walking_.events, script, walking_.settings, runner(), walking_.redactor));
        while (state_.standing == Standing::asking || state_.standing == Standing::probing) {
            if (const auto left = turn()) {
                return *left;
            }
        }
        return finish();
    }

    // One question and what the person said to it. A value ends the conversation.
    std::optional<ExitStatus> turn()
    {
        if (!state_.rejected.empty()) {
            warn(filled(_("the saved answer '{}' no longer fits: please answer again"), {state_.rejected}));
        }
        if (state_.standing == Standing::asking) {
            print_question(state_, walking_.settings.language);
        } else {
            print_line();
            print_markdown(state_.text);
        }
        const auto line = next_line();
        if (!line) {
            return leave();
        }
        const Reply reply = understand(state_, *line, walking_.settings.language);
        const bool blank = line->find_first_not_of(' ') == std::string::npos;
        if (state_.standing == Standing::probing && (blank || reply.wish == Wish::answer)) {
            steps_taken_ = true;
            go_on();
            return std::nullopt;
        }
        return act(reply);
    }

    std::optional<std::string> next_line()
    {
        if (handed_on_) {
            auto line = std::move(handed_on_);
            handed_on_.reset();
            return line;
        }
        return read_line(state_.standing == Standing::probing ? _("[Enter] when that is done: it is then looked at again > ") : "> ");
    }

    std::optional<ExitStatus> act(const Reply& reply)
    {
        switch (reply.wish) {
        case Wish::answer: answer(reply.text); return std::nullopt;
        case Wish::back: back(); return std::nullopt;
        case Wish::why: explain(); return std::nullopt;
        case Wish::search: search_words(reply.text); return std::nullopt;
        case Wish::hand_over: hand_over(); return std::nullopt;
        case Wish::save:
        case Wish::quit: return leave();
        case Wish::misunderstood: break;
        }
        print_paragraph(filled(_("That does not fit. Expected: {}"), {reply.text}));
        return std::nullopt;
    }

    void answer(const std::string& text)
    {
        const Event event = redacted(answer_event(state_, text, Origin::person), walking_.redactor);
        typed_ = state_.key;
        record({event});
        go_on();
    }

    void back()
    {
        const bool possible = std::any_of(state_.path.begin(), state_.path.end(),
            [](const Step& step) { return step.from == StepOrigin::person || step.from == StepOrigin::file; });
        if (!possible && !doubted_probe()) {
            print_line(_("This is the first question."));
            return;
        }
        const auto doubted = doubted_probe();
        record({doubted ? *doubted : withdraw_event(state_, 1)});
        state_ = fold(walking_.forest, walking_.events, walking_.settings);
        shown_ = std::min(shown_, state_.path.size());
    }

    // What came last was found out by a probe, and there is a question in its place: whoever goes back knows better than the probe. Its result is
    // taken back, and the question asked.
    std::optional<Event> doubted_probe() const
    {
        for (auto step = state_.path.rbegin(); step != state_.path.rend(); ++step) {
            if (step->from == StepOrigin::probe && step->node->kind == NodeKind::probe && !step->node->text.empty()) {
                const auto runs = std::count_if(state_.happenings.begin(), state_.happenings.end(),
                    [&](const Happening& happening) { return happening.kind == EventKind::probe && happening.key == step->key; });
                return Event{EventKind::probe, step->key, static_cast<int>(runs) - 1, "skipped", {}, Origin::person, false, {}};
            }
            if (step->from == StepOrigin::person || step->from == StepOrigin::file) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    void explain()
    {
        const std::string why = filled_in(walking_.forest, state_.node->why.in(walking_.settings.language), state_.facts, walking_.settings.language);
        print_markdown(why.empty() ? std::string(_("The answer decides which way to go on.")) : why, 2);
        print_line();
    }

    void search_words(const std::string& words)
    {
        constexpr int few = 3;   // the question is still on the screen
        Session here = session_;
        here.options.limit = few;
        try {
            SearchCommand looked_for;
            looked_for.query = words;
            looked_for.no_record = !walking_.recording.id();
            search(looked_for, here);
        } catch (const Failure& failure) {
            report(failure.problem());
        }
        print_line();
    }

    void hand_over()
    {
        try {
            unknot::hand_over(walking_, state_, HandoffCommand(), session_);
        } catch (const Failure& failure) {
            report(failure.problem());
        }
        print_line();
    }

    ExitStatus leave()
    {
        print_line();
        print_saved(walking_);
        return interrupted() ? ExitStatus::interrupted : ExitStatus::unfinished;
    }

    void record(std::vector<Event> events)
    {
        stamp(events);
        walking_.recording.append(session_, events);
        walking_.events.insert(walking_.events.end(), events.begin(), events.end());
    }

    // A hand-off in the middle of the walk tells when each thing happened.
    void stamp(std::vector<Event>& events) const
    {
        for (auto& event : events) {
            event.at = event.at.empty() ? session_.now() : event.at;
        }
    }

    // As far as the script and the probes carry; what was passed on the way is printed.
    void go_on() { take(proceed(walking_.forest, walking_.events, std::move(script_), walking_.settings, runner(), walking_.redactor)); }

    void take(Conducted conducted)
    {
        stamp(conducted.events);
        const std::span<const Event> all(conducted.events);
        walking_.recording.append(session_, all.subspan(conducted.given));
        walking_.events = std::move(conducted.events);
        script_ = std::move(conducted.left);
        state_ = std::move(conducted.state);
        print_steps(state_);
        typed_.clear();
    }

    ProbeRunner runner()
    {
        return [this](const WalkState& state) { return probe(state); };
    }

    // The steps of a fix are for the person to take before the probe looks whether they helped.
    std::optional<ProbeResult> probe(const WalkState& state)
    {
        print_steps(state);
        if (state.node->kind == NodeKind::fix && asking_in(session_) == Asking::person && !std::exchange(steps_taken_, false)) {
            return std::nullopt;
        }
        const Probe& probe = *state.probe->probe;
        const ProbeOutcome outcome = prober_.run({{walking_.pack, &probe, state.facts}}).front();
        ProbeReport told = outcome.report;
        for (auto& field : told.fields) {
            field.second = walking_.redactor.redact(field.second).text;
        }
        print_line(result_line(probe, outcome.status, told, walking_.settings.language));
        told_.insert(state.probe_key);
        return result_of(outcome);
    }

    void print_steps(const WalkState& state)
    {
        for (; shown_ < state.path.size(); ++shown_) {
            print_step(state.path[shown_], state);
        }
    }

    void print_step(const Step& step, const WalkState& state)
    {
        if (step.from == StepOrigin::probe && step.node->kind == NodeKind::probe) {
            if (told_.erase(step.key) == 0) {   // supplied, or known from before
                print_line(fmt::format("[{}] {}", status_word(*step.answer), title_of(*step.node->probe, walking_.settings.language)));
            }
        } else if (step.node->kind == NodeKind::say) {
            print_line();
            print_markdown(step.text);
            acknowledge();
        } else if (step.answer && step.key != typed_ && step.node->kind != NodeKind::end && step.node->kind != NodeKind::decide
                   && step.node->kind != NodeKind::call) {
            if (step.from != StepOrigin::probe) {
                recall(step);
            }
        } else if (step.node->kind == NodeKind::end && step.node != state.node) {
            print_line();
            print_markdown(step.text);
        }
    }

    // What was answered before; of a remedy its title, or the beginning.
    void recall(const Step& step) const
    {
        const std::string told = labelled(asked_words(step, longest_recall), answer_words(step, walking_.settings.language));
        for (const auto& line : wrapped(told, terminal().width)) {
            print_line(faint(line));
        }
    }

    // On a terminal a message waits to be read. Whatever is typed instead of an empty line answers the next question.
    void acknowledge()
    {
        if (!terminal().input_is_terminal || !terminal().output_is_terminal) {
            return;
        }
        auto line = read_line(_("[Enter] to go on > "));
        if (line && !line->empty()) {
            handed_on_ = std::move(line);
        }
    }

    ExitStatus finish()
    {
        require_progress(state_);
        walking_.recording.conclude(session_, state_, walking_.pack->info().version);
        if (state_.standing == Standing::masked) {
            warn(fmt::format("the answer to '{}' was redacted, and the next step would read it", state_.masked_fact), "start the tree anew");
            return ExitStatus::unfinished;
        }
        print_outcome(walking_, state_);
        if (const auto before = terminal().output_is_terminal ? same_end_before(walking_, state_) : std::nullopt) {
            print_line(filled(_("You had the same on {}: case {}."), {before->updated.substr(0, iso_day), std::to_string(before->id)}));
        }
        if (const auto id = walking_.recording.id()) {
            ask_about_end(session_, *id);
        }
        return interrupted() ? ExitStatus::interrupted : status_of(state_);
    }

    Walking& walking_;
    const Session& session_;
    Prober& prober_;
    WalkState state_;
    Script script_;                          // what of the script is left
    bool steps_taken_ = false;               // of the fix that a probe is about to verify
    std::set<std::string> told_;             // probes whose result was printed when it came
    std::size_t shown_ = 0;                  // steps of the path that were printed
    std::string typed_;                      // the node that was answered just now: its answer need not be repeated
    std::optional<std::string> handed_on_;   // a line typed early
};

} // namespace

ExitStatus converse(Walking& walking, const Session& session, const Script& script, Prober& prober)
{
    note_interruptions();
    const ExitStatus status = Conversation(walking, session, prober).hold(script);
    exit_on_interruption();
    return status;
}

} // namespace unknot
