// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody answers on a channel now, and when that changes.
#pragma once

#include "unknot/provider.hpp"

#include <chrono>
#include <optional>

namespace unknot {

enum class Openness { unknown, open, closed };

struct Availability {
    Openness state = Openness::unknown;                // unknown: no hours, no time zone, or none that could be read
    std::optional<std::chrono::sys_seconds> changes;   // when it closes, or opens; nothing where that is not within a year
    bool holidays_differ = false;                      // the hours are others on public holidays, which are not known here
};

Availability availability(const Channel& channel, std::chrono::sys_seconds now);

} // namespace unknot
