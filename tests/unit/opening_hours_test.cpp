// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/opening_hours.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <string>

using namespace unknot;

namespace {

// "540-1080 …", minutes; "closed" for none.
std::string on(std::string_view hours, int year, unsigned month, unsigned day)
{
    std::string text;
    for (const auto& span : OpeningHours::read(hours).spans_on(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day))) {
        text += fmt::format("{}{}-{}", text.empty() ? "" : " ", span.from, span.to);
    }
    return text.empty() ? "closed" : text;
}

} // namespace

TEST_CASE("weekdays and times")
{
    constexpr std::string_view hours = "Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-14:00";
    CHECK(on(hours, 2026, 11, 23) == "540-720 780-1080"); // a Monday
    CHECK(on(hours, 2026, 11, 27) == "540-720 780-1080");
    CHECK(on(hours, 2026, 11, 28) == "600-840");
    CHECK(on(hours, 2026, 11, 29) == "closed");
    CHECK(on("Sa-Mo 8:00-9:00", 2026, 11, 29) == "480-540");
    CHECK(on("Mo,We,Fr 08:00-09:00", 2026, 11, 24) == "closed");
    CHECK(on("08:00-09:00", 2026, 11, 29) == "480-540");
}

TEST_CASE("always and past midnight")
{
    CHECK(on("24/7", 2026, 2, 28) == "0-1440");
    CHECK(on("Fr 22:00-02:00", 2026, 11, 27) == "1320-1560");
    CHECK(on("Fr 22:00-26:00", 2026, 11, 27) == "1320-1560");
    CHECK(on("00:00-24:00", 2026, 11, 27) == "0-1440");
    CHECK(on("24/7; Dec 24 off", 2026, 12, 24) == "closed");
}

TEST_CASE("a later rule stands in place of the earlier ones")
{
    constexpr std::string_view hours = "Mo-Fr 09:00-18:00; Dec 24 off; Dec 25-26 off; Dec 31 09:00-12:00";
    CHECK(on(hours, 2026, 12, 23) == "540-1080");
    CHECK(on(hours, 2026, 12, 24) == "closed");
    CHECK(on(hours, 2026, 12, 26) == "closed");
    CHECK(on(hours, 2026, 12, 31) == "540-720");
    CHECK(on("Mo-Fr 09:00-18:00; We closed", 2026, 11, 25) == "closed");
}

TEST_CASE("days of the year")
{
    constexpr std::string_view winter = "09:00-18:00; Dec 24-Jan 01 off";
    CHECK(on(winter, 2026, 12, 31) == "closed");
    CHECK(on(winter, 2027, 1, 1) == "closed");
    CHECK(on(winter, 2027, 1, 2) == "540-1080");
    CHECK(on("Apr-Sep Mo-Fr 08:00-20:00; Oct-Mar Mo-Fr 09:00-17:00", 2026, 5, 31) == "closed"); // a Sunday
    CHECK(on("Apr-Sep Mo-Fr 08:00-20:00; Oct-Mar Mo-Fr 09:00-17:00", 2026, 5, 29) == "480-1200");
    CHECK(on("Apr-Sep Mo-Fr 08:00-20:00; Oct-Mar Mo-Fr 09:00-17:00", 2026, 1, 30) == "540-1020");
    CHECK(on("09:00-18:00; 2026 Nov 22 off", 2026, 11, 22) == "closed");
    CHECK(on("09:00-18:00; 2026 Nov 22 off", 2027, 11, 22) == "540-1080");
    CHECK(on("09:00-18:00; 2026 Dec 24-Jan 02 off", 2027, 1, 2) == "closed");
    CHECK(on("09:00-18:00; 2026 Dec 24-Jan 02 off", 2028, 1, 2) == "540-1080");
    CHECK(on("09:00-18:00; Dec 24,Dec 31 off", 2026, 12, 31) == "closed");
}

TEST_CASE("which days are public holidays is not known")
{
    CHECK(OpeningHours::read("Mo-Fr 09:00-18:00; PH off").name_public_holidays());
    CHECK_FALSE(OpeningHours::read("Mo-Fr 09:00-18:00").name_public_holidays());
    CHECK(on("Mo-Fr 09:00-18:00; PH off", 2026, 12, 25) == "540-1080");
    CHECK(on("Mo-Fr 09:00-18:00; Su,PH 10:00-11:00", 2026, 11, 29) == "600-660");
}

TEST_CASE("what is refused")
{
    for (const std::string_view text : {"", "  ", "soon", "Mo-Fr", "Mo-Fr 9-18", "09:00", "09:00-", "09:00-25:60", "25:00-26:00", "Xx 09:00-10:00", "Feb 30 off", "Dec 0 off",
             "Mo-Fr 09:00-18:00 extra", "SH off", "sunrise-sunset", "Mo- 09:00-10:00", "2026 09:00-10:00", "09:00-18:00;;", "Dec 24- off"}) {
        INFO(text);
        CHECK_THROWS_AS(OpeningHours::read(text), Failure);
    }
    CHECK_THROWS_AS(OpeningHours::read(std::string(2000, ' ') + "24/7"), Failure);
    CHECK_NOTHROW(OpeningHours::read("Mo-Fr 09:00-18:00;"));
}
