// SPDX-License-Identifier: GPL-3.0-or-later
// A walk that the program is in the middle of: what `run`, `case resume` and the conversation share.
#pragma once

#include "exit_status.hpp"
#include "recording.hpp"
#include "session.hpp"
#include "unknot/receipt.hpp"
#include "unknot/redactor.hpp"
#include "unknot/script.hpp"

#include <string>
#include <vector>

namespace unknot {

struct Walking {
    const Pack* pack = nullptr;
    Forest forest;
    WalkSettings settings;
    std::vector<Event> events;
    Recording recording;
    Redactor redactor;
};

// Loads a tree with all it reaches, in the language of the session. What is wrong with it is reported; throws when it can't be walked.
Forest load_forest(const Session& session, const Pack& pack, const std::string& tree);

// Warns when the pack is past its day.
void warn_if_stale(const Session& session, const Pack& pack);

std::string receipt_of(const Walking& walking, const WalkState& state);

// 0 or 1 for an end, by its class.
ExitStatus status_of(const WalkState& state);

// Throws Failure when the walk can't go on: it runs in circles.
void require_progress(const WalkState& state);

} // namespace unknot
