// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedback_words.hpp"

#include "language.hpp"

#include <fmt/format.h>

namespace unknot {

std::string meaning(FeedbackReason reason)
{
    switch (reason) {
    case FeedbackReason::solved: return _("it solved my problem");
    case FeedbackReason::unclear: return _("I did not understand it");
    case FeedbackReason::wrong: return _("what it said was wrong");
    case FeedbackReason::outdated: return _("it is out of date");
    case FeedbackReason::incomplete: return _("something was missing");
    case FeedbackReason::too_long: return _("too many steps or too much to read");
    case FeedbackReason::not_my_case: return _("it was about something else");
    case FeedbackReason::hard_to_find: return _("it was hard to find");
    case FeedbackReason::slow_support: return _("the support took too long");
    case FeedbackReason::no_answer: return _("the support did not answer");
    case FeedbackReason::settled: return _("it was put right afterwards");
    case FeedbackReason::other: return _("something else");
    }
    return {};
}

std::string stars_text(int stars)
{
    return filled(_("{} of {}"), {std::to_string(stars), std::to_string(most_stars)});
}

std::string rating_text(const Rating& rating)
{
    return rating.reason ? filled(_("{}, {}"), {stars_text(rating.stars), meaning(*rating.reason)}) : stars_text(rating.stars);
}

} // namespace unknot
