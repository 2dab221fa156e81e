// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says about contacts: verdicts and their reasons in words that need no knowledge of networks, and when somebody is there.
#pragma once

#include "unknot/availability.hpp"
#include "unknot/contact_verdict.hpp"

#include <chrono>
#include <string>

namespace unknot {

// The sentence that comes first. `owner` is the provider's name, empty where there is none.
std::string verdict_text(const ContactVerdict& verdict, const std::string& owner);

std::string meaning(ContactReason reason);

// One thing to do now.
std::string advice(const ContactVerdict& verdict);

// "open now, closes in 3 h"; empty where it is not known.
std::string openness_text(const Availability& availability, std::chrono::sys_seconds now);

// "3 days", of a duration as the format writes it; as it is where it can't be read.
std::string reply_text(const std::string& duration);

} // namespace unknot
