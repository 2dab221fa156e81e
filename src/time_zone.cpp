// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/time_zone.hpp"

#include <date/tz.h>

#include <exception>

namespace unknot {

std::optional<TimeZone> TimeZone::find(std::string_view name)
{
    try {
        return TimeZone(*date::locate_zone(name));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::chrono::local_seconds TimeZone::to_local(std::chrono::sys_seconds instant) const
{
    return std::chrono::local_seconds(zone_->to_local(instant).time_since_epoch());
}

std::chrono::sys_seconds TimeZone::to_instant(std::chrono::local_seconds time) const
{
    return zone_->to_sys(date::local_seconds(time.time_since_epoch()), date::choose::earliest);
}

} // namespace unknot
