// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/time_zone.hpp"

using namespace unknot;
using namespace std::chrono_literals;

namespace {

std::chrono::sys_seconds utc(int year, unsigned month, unsigned day, std::chrono::seconds time)
{
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) + time;
}

std::chrono::local_seconds local(int year, unsigned month, unsigned day, std::chrono::seconds time)
{
    return std::chrono::local_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) + time;
}

} // namespace

TEST_CASE("summer and winter")
{
    const auto berlin = TimeZone::find("Europe/Berlin");
    REQUIRE(berlin);
    CHECK(berlin->to_local(utc(2026, 7, 1, 12h)) == local(2026, 7, 1, 14h));
    CHECK(berlin->to_local(utc(2026, 12, 1, 12h)) == local(2026, 12, 1, 13h));
    CHECK(berlin->to_instant(local(2026, 12, 1, 13h)) == utc(2026, 12, 1, 12h));
}

TEST_CASE("hours that come twice and hours that do not come")
{
    const auto berlin = TimeZone::find("Europe/Berlin");
    REQUIRE(berlin);
    CHECK(berlin->to_instant(local(2026, 10, 25, 2h + 30min)) == utc(2026, 10, 25, 30min));
    CHECK(berlin->to_instant(local(2026, 3, 29, 2h + 30min)) == utc(2026, 3, 29, 1h));
}

TEST_CASE("zones that there are none")
{
    CHECK_FALSE(TimeZone::find("Europe/Bielefeld"));
    CHECK_FALSE(TimeZone::find(""));
    CHECK_FALSE(TimeZone::find("../../etc/passwd"));
    CHECK(TimeZone::find("Asia/Shanghai"));
}
