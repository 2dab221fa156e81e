// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot run`: a tree by prompts, by script, from a saved case or from a receipt.
#include "commands.hpp"
#include "conversation.hpp"
#include "json_run.hpp"
#include "language.hpp"
#include "outcome_text.hpp"
#include "probing.hpp"
#include "run_input.hpp"
#include "saved_walk.hpp"
#include "terminal.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

void open_tree(Walking& walking, const Session& session, const Pack& pack, const std::string& tree)
{
    walking.pack = &pack;
    walking.forest = load_forest(session, pack, tree);
    walking.settings = {session.language_of(pack), session.today()};
    warn_if_stale(session, pack);
}

void open_case(Walking& walking, const Session& session, const RunCommand& command)
{
    CaseRecord record;
    walking.recording = Recording::resume(session, *command.case_id, record);
    if (!command.tree.empty() && parse_reference(command.tree).id != record.head.tree) {
        throw Failure(fmt::format("case {} walks the tree '{}', not '{}'", *command.case_id, record.head.tree, command.tree),
            fmt::format("leave the tree out: unknot run --case {}", *command.case_id));
    }
    const Remapping remapping = load_saved(walking, session, record);
    warn_if_stale(session, *walking.pack);
    tell_verdict(record, remapping, walking);
}

void open_receipt(Walking& walking, const Session& session, const RunCommand& command)
{
    const Receipt receipt = read_receipt(command.receipt);
    if (!command.tree.empty() && parse_reference(command.tree).id != receipt.tree) {
        throw Failure(fmt::format("the receipt walks the tree '{}', not '{}'", receipt.tree, command.tree), "leave the tree out");
    }
    const Pack& pack = pack_named(session, receipt.pack);
    if (!pack.has_tree(receipt.tree)) {
        throw Failure(fmt::format("the pack '{}' has no tree named '{}'", receipt.pack, receipt.tree));
    }
    open_tree(walking, session, pack, receipt.tree);
    if (receipt.version != pack.info().version) {
        warn(fmt::format("the receipt was printed by version {} of the pack, this is {}", receipt.version, pack.info().version));
    }
    for (auto& event : receipt_events(receipt, walking.forest)) {
        walking.events.push_back(redacted(std::move(event), walking.redactor));
    }
}

void open_fresh(Walking& walking, const Session& session, const RunCommand& command)
{
    const FoundTree found = find_tree_named(session, command.tree);
    open_tree(walking, session, *found.pack, found.id);
}

void begin_record(Walking& walking, const Session& session)
{
    CaseHead head;
    head.pack = walking.pack->info().id;
    head.version = walking.pack->info().version;
    head.tree = walking.forest.root;
    head.language = walking.settings.language;
    walking.recording = Recording::begin(session, head);
}

void report_rejected(const WalkState& state)
{
    if (!state.rejected.empty()) {
        warn(filled(_("the saved answer '{}' no longer fits the node '{}'"), {state.rejected, state.key}));
    }
}

void require_nothing_unused(const RunCommand& command, const Conducted& conducted)
{
    if (command.strict && !conducted.unused.empty()) {
        throw Failure(fmt::format("the answer '{}' was never asked for", conducted.unused.front()), "leave it out, or leave out '--strict'");
    }
}

Prober prober_for(const Walking& walking, const Session& session, const RunCommand& command)
{
    Prober prober(session, allowance_of(session, command.allow), command.no_probes ? Probes::skip : Probes::run);
    prober.announce(probes_of(walking.forest));
    return prober;
}

// Everything that a script says is checked before anything is written: on a fault the case stays as it was.
ExitStatus run_script(Walking& walking, const Session& session, const RunCommand& command, std::vector<Event> added)
{
    Prober prober = prober_for(walking, session, command);
    const auto run_probe = [&](const WalkState& state) { return result_of(prober.run({{walking.pack, &*state.probe->probe, state.facts}}).front()); };
    const std::size_t saved = command.case_id ? walking.events.size() : 0;
    walking.events.insert(walking.events.end(), added.begin(), added.end());
    const Script script = script_of(command, walking.forest);
    Conducted conducted = conduct(walking.forest, walking.events, script, walking.settings, run_probe, walking.redactor);
    require_progress(conducted.state);
    require_nothing_unused(command, conducted);
    report_rejected(conducted.state);
    if (!command.case_id && !command.no_record) {
        begin_record(walking, session);
    }
    walking.recording.append(session, std::span<const Event>(conducted.events).subspan(saved));
    walking.recording.conclude(session, conducted.state, walking.pack->info().version);
    if (session.options.json) {
        print_json(run_document(walking, conducted.state, conducted.unused));
    }
    if (conducted.state.standing == Standing::masked) {
        warn(fmt::format("the answer to '{}' was redacted, and the next step would read it", conducted.state.masked_fact));
    }
    if (conducted.state.standing != Standing::done) {
        if (!session.options.json) {
            print_line(fmt::format("{}: {}", conducted.state.key, conducted.state.text));
            print_saved(walking);
        }
        return ExitStatus::unfinished;
    }
    if (!session.options.json) {
        print_outcome(walking, conducted.state);
    }
    return status_of(conducted.state);
}

ExitStatus run_conversation(Walking& walking, const Session& session, const RunCommand& command, const std::vector<Event>& added)
{
    const Script script = script_of(command, walking.forest);
    const std::vector<Event> known = command.case_id ? std::vector<Event>() : walking.events;
    if (!command.case_id && !command.no_record) {
        begin_record(walking, session);
    }
    walking.recording.append(session, known);
    walking.recording.append(session, added);
    walking.events.insert(walking.events.end(), added.begin(), added.end());
    Prober prober = prober_for(walking, session, command);
    return converse(walking, session, script, prober);
}

} // namespace

ExitStatus run(const RunCommand& command, const Session& session)
{
    Walking walking;
    if (command.case_id) {
        open_case(walking, session, command);
    } else if (!command.receipt.empty()) {
        open_receipt(walking, session, command);
    } else {
        open_fresh(walking, session, command);
    }
    std::vector<Event> added;
    for (auto& event : fact_events(command, walking.forest)) {
        added.push_back(redacted(std::move(event), walking.redactor));
    }
    if (!command.problem.empty()) {
        added.push_back(redacted({EventKind::note, "problem", 0, command.problem, {}, Origin::person, false, {}}, walking.redactor));
    }
    if (command.back > 0) {
        added.push_back(withdraw_event(fold(walking.forest, walking.events, walking.settings), command.back));
    }
    const bool scripted = session.options.json || session.options.no_input;
    return scripted ? run_script(walking, session, command, std::move(added)) : run_conversation(walking, session, command, added);
}

} // namespace unknot
