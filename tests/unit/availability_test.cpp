// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/availability.hpp"

using namespace unknot;
using namespace std::chrono_literals;

namespace {

std::chrono::sys_seconds utc(int year, unsigned month, unsigned day, std::chrono::seconds time)
{
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) + time;
}

Availability at(std::chrono::sys_seconds now, std::string hours, std::string timezone = "Europe/Berlin")
{
    Channel channel;
    channel.hours = std::move(hours);
    channel.timezone = std::move(timezone);
    return availability(channel, now);
}

constexpr const char* office = "Mo-Fr 09:00-18:00; Dec 24-26 off";

} // namespace

TEST_CASE("open and closed by local time")
{
    const auto open = at(utc(2026, 11, 23, 8h), office); // Monday, nine o'clock in Berlin
    CHECK(open.state == Openness::open);
    CHECK(open.changes == utc(2026, 11, 23, 17h));
    const auto early = at(utc(2026, 11, 23, 5h), office);
    CHECK(early.state == Openness::closed);
    CHECK(early.changes == utc(2026, 11, 23, 8h));
    CHECK(at(utc(2026, 11, 23, 17h), office).state == Openness::closed);
}

TEST_CASE("over weekends and holidays")
{
    CHECK(at(utc(2026, 11, 21, 12h), office).changes == utc(2026, 11, 23, 8h));
    CHECK(at(utc(2026, 12, 24, 9h), office).changes == utc(2026, 12, 28, 8h));
}

TEST_CASE("when the clock is put back the opening is an hour later in UTC")
{
    CHECK(at(utc(2026, 10, 23, 20h), office).changes == utc(2026, 10, 26, 8h));
    CHECK(at(utc(2026, 10, 16, 20h), office).changes == utc(2026, 10, 19, 7h));
    const auto night = at(utc(2026, 10, 24, 21h), "22:00-06:00"); // eleven in the evening, and the night has an hour more
    CHECK(night.state == Openness::open);
    CHECK(night.changes == utc(2026, 10, 25, 5h));
}

TEST_CASE("past midnight it is still open")
{
    CHECK(at(utc(2026, 11, 28, 0h), "Fr 22:00-02:00").state == Openness::open);
    CHECK(at(utc(2026, 11, 28, 1h), "Fr 22:00-02:00").state == Openness::closed);
}

TEST_CASE("always open never closes")
{
    const auto always = at(utc(2026, 11, 23, 5h), "24/7");
    CHECK(always.state == Openness::open);
    CHECK_FALSE(always.changes);
    CHECK(at(utc(2026, 11, 23, 5h), "24/7; Dec 24 off").changes == utc(2026, 12, 23, 23h));
}

TEST_CASE("once a year is found and never is not")
{
    CHECK(at(utc(2026, 11, 23, 5h), "Jul 01 10:00-11:00").changes == utc(2027, 7, 1, 8h));
    const auto never = at(utc(2026, 11, 23, 5h), "off");
    CHECK(never.state == Openness::closed);
    CHECK_FALSE(never.changes);
}

TEST_CASE("what is not known is said to be unknown")
{
    CHECK(at(utc(2026, 11, 23, 8h), "").state == Openness::unknown);
    CHECK(at(utc(2026, 11, 23, 8h), office, "").state == Openness::unknown);
    CHECK(at(utc(2026, 11, 23, 8h), office, "Europe/Bielefeld").state == Openness::unknown);
    CHECK(at(utc(2026, 11, 23, 8h), "by arrangement").state == Openness::unknown);
    CHECK(at(utc(2026, 11, 23, 8h), "Mo-Fr 09:00-18:00; PH off").holidays_differ);
}
