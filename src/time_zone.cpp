// SPDX-License-Identifier: GPL-3.0-or-later
// The date library is loaded when the first zone is asked for (late_library.hpp). It is C++: its functions have the names that CMake read from the
// library, and a member function takes its object as the first argument, as the C++ ABI of all systems with shared libraries of this kind has it
// (https://itanium-cxx-abi.github.io/cxx-abi/abi.html).
#include "unknot/time_zone.hpp"

#include "late_library.hpp"

#include <date/tz.h>

#include <exception>

namespace unknot {

namespace {

struct DateLibrary {
    LateLibrary library{UNKNOT_DATE};
    const date::time_zone* (*locate)(std::string_view) = library.find<const date::time_zone*(std::string_view)>(UNKNOT_DATE_LOCATE);
    date::sys_info (*at_instant)(const date::time_zone*, date::sys_seconds) =
        library.find<date::sys_info(const date::time_zone*, date::sys_seconds)>(UNKNOT_DATE_AT_INSTANT);
    date::local_info (*at_local)(const date::time_zone*, date::local_seconds) =
        library.find<date::local_info(const date::time_zone*, date::local_seconds)>(UNKNOT_DATE_AT_LOCAL);

    bool is_whole() const { return locate != nullptr && at_instant != nullptr && at_local != nullptr; }
};

const DateLibrary& date_library()
{
    static const DateLibrary loaded;
    return loaded;
}

} // namespace

std::optional<TimeZone> TimeZone::find(std::string_view name)
{
    if (!date_library().is_whole()) {
        return std::nullopt;
    }
    try {
        return TimeZone(*date_library().locate(name));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::chrono::local_seconds TimeZone::to_local(std::chrono::sys_seconds instant) const
{
    return std::chrono::local_seconds(instant.time_since_epoch() + date_library().at_instant(zone_, instant).offset);
}

std::chrono::sys_seconds TimeZone::to_instant(std::chrono::local_seconds time) const
{
    const date::local_info info = date_library().at_local(zone_, date::local_seconds(time.time_since_epoch()));
    return info.result == date::local_info::nonexistent ? info.first.end : std::chrono::sys_seconds(time.time_since_epoch() - info.first.offset);
}

} // namespace unknot
