// SPDX-License-Identifier: GPL-3.0-or-later
// When somebody is there: the everyday subset of the opening-hours syntax of OpenStreetMap. Knows local days and minutes, and no time zone.
#pragma once

#include <bitset>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace unknot {

// Rules separated by `;`, a later one in place of the earlier ones on the days that it names:
//   Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-14:00     weekdays and times
//   Mo-Su 22:00-02:00; 24/7                           past midnight; always
//   Dec 24 off; Dec 25-Jan 01 off; 2026 Nov 22 10:00-12:00; Apr-Sep Mo-Fr 08:00-20:00     days of the year
//   PH off                                            public holidays: noted, but which days these are is not known here
// Not read: sunrise, weeks of the year, `SH`, `||`, comments.
class OpeningHours {
public:
    // Minutes after the day's midnight; `to` is more than 1440 where it goes on after the next one.
    struct Span {
        int from = 0;
        int to = 0;
    };

    // Throws Failure for anything else.
    static OpeningHours read(std::string_view text);

    std::vector<Span> spans_on(std::chrono::year_month_day day) const;

    bool name_public_holidays() const;

private:
    struct Days {
        std::optional<std::chrono::year> year;
        std::chrono::month_day from{};
        std::chrono::month_day to{};
    };
    struct Rule {
        std::vector<Days> days;    // any of them; none for every day of the year
        std::bitset<7> weekdays;   // from Sunday; none set for every weekday
        bool holidays = false;
        std::vector<Span> spans;   // none for closed
    };
    friend class HoursReader;

    static bool is_within(const Days& days, std::chrono::year_month_day day);
    static bool names(const Rule& rule, std::chrono::year_month_day day);

    std::vector<Rule> rules_;
};

} // namespace unknot
