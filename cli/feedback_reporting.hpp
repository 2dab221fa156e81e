// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot feedback report`: what was collected, counted, and shown as text, JSON or a page.
#pragma once

#include "exit_status.hpp"
#include "session.hpp"
#include "unknot/feedback_report.hpp"

#include <string>

namespace unknot {

ExitStatus report_feedback(const FeedbackCommand& command, const Session& session);

// "3.7 (2.9 to 4.5)", one decimal; without an interval where there is none.
std::string mean_text(const Average& average);

// "62 % (41 to 79 %)".
std::string liked_text(const Average& average);

// "tree:fees", "fees: call_the_bank" for the end of a case.
std::string rated_name(const RatedRow& row);

} // namespace unknot
