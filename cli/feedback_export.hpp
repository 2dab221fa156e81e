// SPDX-License-Identifier: GPL-3.0-or-later
// Feedback for other programs. Every text passes a redactor once more: it may know more than the one that saw it when it was given.
#pragma once

#include "unknot/feedback.hpp"

#include <string>
#include <vector>

namespace unknot {

std::vector<Feedback> redacted(std::vector<Feedback> feedback);

// One unknot.feedback/1 document a line.
std::string feedback_lines(const std::vector<Feedback>& feedback);

// RFC 4180, with a head. No cell can be a formula to a spreadsheet: one that could begin one has an apostrophe in front.
std::string feedback_csv(const std::vector<Feedback>& feedback);

} // namespace unknot
