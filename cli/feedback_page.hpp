// SPDX-License-Identifier: GPL-3.0-or-later
// The report as one page: no script, nothing loaded from anywhere, light and dark, readable on a phone.
#pragma once

#include "unknot/feedback_report.hpp"

#include <string>

namespace unknot {

// `language` is that of the interface; `now` is when it was made.
std::string feedback_page(const FeedbackReport& report, const std::string& language, const std::string& now);

// Throws Failure when the file can't be written.
void write_page(const std::string& file, const std::string& page);

} // namespace unknot
