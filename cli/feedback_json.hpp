// SPDX-License-Identifier: GPL-3.0-or-later
// unknot.feedback/1: feedback as a JSON document, written and read. An export is one such document a line.
#pragma once

#include "json.hpp"
#include "unknot/feedback.hpp"

#include <optional>
#include <span>
#include <vector>

namespace unknot {

Json feedback_document(std::span<const Feedback> feedback);

// Nothing when it is no such document, or any part of it is not what it should be: it may come from anywhere.
std::optional<std::vector<Feedback>> read_feedback_document(const Json& document);

} // namespace unknot
