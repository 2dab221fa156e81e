// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot handoff`: a recorded walk for a human.
#include "case_choice.hpp"
#include "commands.hpp"
#include "handing_over.hpp"
#include "saved_walk.hpp"
#include "unknot/problem.hpp"

#include <unistd.h>

namespace unknot {

namespace {

constexpr std::size_t longest_problem = 65536;

std::string read_problem()
{
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(STDIN_FILENO, buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(got));
        if (text.size() > longest_problem) {
            throw Failure("expected at most 64 KiB of text on standard input, found more", "shorten it");
        }
    }
    return text;
}

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
        complete.problem = read_problem();
    }
    return hand_over(walking, fold(walking.forest, walking.events, walking.settings), complete, session);
}

} // namespace unknot
