// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot handoff`: a recorded walk for a human.
#include "case_choice.hpp"
#include "commands.hpp"
#include "exports.hpp"
#include "handing_over.hpp"
#include "saved_walk.hpp"

namespace unknot {

namespace {

constexpr std::size_t longest_problem = 65536;

} // namespace

ExitStatus handoff(const HandoffCommand& command, const Session& session)
{
    const auto id = chosen_case(open_records(session), command.case_id, session).head.id;
    Walking walking;
    CaseRecord record;
    walking.recording = Recording::resume(session, id, record);
    load_saved(walking, session, record);
    HandoffCommand complete = command;
    if (command.problem == "-") {
        complete.problem = read_input(longest_problem);
    }
    return hand_over(walking, fold(walking.forest, walking.events, walking.settings), complete, session);
}

} // namespace unknot
