// SPDX-License-Identifier: GPL-3.0-or-later
// Feedback by prompts: what a command left out, and the one question after an end.
#pragma once

#include "session.hpp"
#include "unknot/feedback_store.hpp"

#include <cstdint>
#include <string>

namespace unknot {

// The feedback of this machine. Throws Failure where no records can be kept.
FeedbackStore open_feedback(const Session& session);

enum class Asked { answered, left };

// Asks for the stars where there are none, then for a reason and a few words where these are missing. An empty line passes over the last two.
Asked ask_what_is_missing(Rating& rating, FeedbackKind kind);

// A line of the person's own words, asked for until it is short enough; empty when they pass over it.
std::string asked_remark(const char* question);

// The one question after the end of a recorded case; never asked twice about one case, nor where nobody can be asked. An empty line, or
// anything but a number of stars, is no feedback. Trouble with the records is a warning.
void ask_about_end(const Session& session, std::int64_t case_id);

} // namespace unknot
