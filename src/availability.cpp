// SPDX-License-Identifier: GPL-3.0-or-later
// Hours are local, moments are not: a day's hours are turned into moments day by day, so that a clock that is put forward or back moves them. Hours
// that meet at midnight are one. Looked at are eight days, which is enough for hours that come again every week, and a year only if these were empty.
#include "unknot/availability.hpp"

#include "unknot/opening_hours.hpp"
#include "unknot/problem.hpp"
#include "unknot/time_zone.hpp"

#include <algorithm>
#include <vector>

namespace unknot {

namespace {

using std::chrono::days;
using std::chrono::sys_seconds;

constexpr int days_of_a_week = 8;
constexpr int days_of_a_year = 370;

struct Period {
    sys_seconds from;
    sys_seconds to;
};

std::optional<OpeningHours> hours_of(const Channel& channel)
{
    try {
        return channel.hours.empty() ? std::nullopt : std::optional(OpeningHours::read(channel.hours));
    } catch (const Failure&) {
        return std::nullopt;
    }
}

void add_period(Period period, std::vector<Period>& periods)
{
    if (!periods.empty() && period.from <= periods.back().to) {
        periods.back().to = std::max(periods.back().to, period.to);
    } else {
        periods.push_back(period);
    }
}

// In order, beginning with what yesterday left open.
std::vector<Period> periods_around(sys_seconds now, int ahead, const OpeningHours& hours, const TimeZone& zone)
{
    std::vector<Period> periods;
    const auto today = std::chrono::floor<days>(zone.to_local(now));
    for (auto day = today - days(1); day <= today + days(ahead); day += days(1)) {
        auto spans = hours.spans_on(std::chrono::year_month_day(day));
        std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
        for (const auto& span : spans) {
            add_period({zone.to_instant(day + std::chrono::minutes(span.from)), zone.to_instant(day + std::chrono::minutes(span.to))}, periods);
        }
    }
    return periods;
}

Availability within(int ahead, sys_seconds now, const OpeningHours& hours, const TimeZone& zone)
{
    Availability result;
    result.holidays_differ = hours.name_public_holidays();
    const auto periods = periods_around(now, ahead, hours, zone);
    const auto next = std::find_if(periods.begin(), periods.end(), [&](const Period& period) { return now < period.to; });
    const bool open = next != periods.end() && next->from <= now;
    result.state = open ? Openness::open : Openness::closed;
    const bool goes_on = open && next->to > now + days(ahead);
    if (next != periods.end() && !goes_on) {
        result.changes = open ? next->to : next->from;
    }
    return result;
}

} // namespace

Availability availability(const Channel& channel, sys_seconds now)
{
    const auto hours = hours_of(channel);
    const auto zone = channel.timezone.empty() ? std::nullopt : TimeZone::find(channel.timezone);
    if (!hours || !zone) {
        return {};
    }
    const Availability soon = within(days_of_a_week, now, *hours, *zone);
    return soon.changes ? soon : within(days_of_a_year, now, *hours, *zone);
}

} // namespace unknot
