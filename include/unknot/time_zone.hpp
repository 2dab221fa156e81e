// SPDX-License-Identifier: GPL-3.0-or-later
// Local time somewhere, with daylight saving as the system's tzdata has it. The fence around Howard Hinnant's date library.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace unknot {

class TimeZone {
public:
    // `Europe/Berlin`; nothing for a name that tzdata doesn't have, or where there is no tzdata or no date library. The first call loads the library,
    // which reads the list of zones, about 2 ms.
    static std::optional<TimeZone> find(std::string_view name);

    std::chrono::local_seconds to_local(std::chrono::sys_seconds instant) const;

    // Of a time that the clock passes twice the first one; of one that it leaps over the moment of the leap.
    std::chrono::sys_seconds to_instant(std::chrono::local_seconds time) const;

private:
    explicit TimeZone(const date::time_zone& zone) : zone_(&zone) {}

    const date::time_zone* zone_; // lives as long as the program
};

} // namespace unknot
