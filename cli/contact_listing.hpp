// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot contact list` and `contact show` for people: who, how, in which language, how soon, and whether somebody is there.
#pragma once

#include "contact_json.hpp"

#include <chrono>
#include <string>

namespace unknot {

void print_channels(const ListedProvider& listed, const std::string& language, std::chrono::sys_seconds now);

// Everything that is official, and what they never do.
void print_provider(const ListedProvider& listed, const std::string& language, std::chrono::sys_seconds now);

// "wallet 1.0.0, reviewed 2026-11-21": where an entry comes from, and of when it is.
std::string provenance(const RegisteredProvider& known);

} // namespace unknot
