// SPDX-License-Identifier: GPL-3.0-or-later
// The words that recur in free texts of English, German and Chinese.
#pragma once

#include "unknot/feedback_report.hpp"

#include <span>
#include <vector>

namespace unknot {

std::vector<WordRow> recurring_words(std::span<const Feedback> feedback);

} // namespace unknot
