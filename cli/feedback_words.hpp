// SPDX-License-Identifier: GPL-3.0-or-later
// Feedback as a person reads it.
#pragma once

#include "unknot/feedback.hpp"

#include <string>

namespace unknot {

// What a reason means, in the language of the interface.
std::string meaning(FeedbackReason reason);

// "4 of 5".
std::string stars_text(int stars);

// "4 of 5, I did not understand it".
std::string rating_text(const Rating& rating);

} // namespace unknot
