// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/opening_hours.hpp"

#include "unknot/problem.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace unknot {

namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr std::array<std::string_view, 7> weekday_names = {"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
constexpr std::array<std::string_view, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view digits = "0123456789";

template <std::size_t Count>
std::optional<unsigned> index_in(const std::array<std::string_view, Count>& names, std::string_view text)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return text.starts_with(name); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<unsigned>(found - names.begin()));
}

} // namespace

// Takes one rule after the other off the front of the text.
class HoursReader {
public:
    explicit HoursReader(std::string_view text) : whole_(text), rest_(text) {}

    std::vector<OpeningHours::Rule> rules()
    {
        constexpr std::size_t longest = 1000;
        std::vector<OpeningHours::Rule> rules;
        if (whole_.size() > longest) {
            refuse();
        }
        do {
            rules.push_back(rule());
        } while (takes(';') && !at_end());
        if (!at_end()) {
            refuse();
        }
        return rules;
    }

private:
    [[noreturn]] void refuse() const
    {
        throw Failure(fmt::format("expected opening hours like 'Mo-Fr 09:00-18:00; Sa 10:00-14:00; Dec 24 off', found '{}'", shortened(whole_, 60)));
    }

    void skip_spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

    bool at_end()
    {
        skip_spaces();
        return rest_.empty();
    }

    bool takes(char c)
    {
        skip_spaces();
        const bool there = rest_.starts_with(c);
        rest_.remove_prefix(there ? 1 : 0);
        return there;
    }

    bool takes(std::string_view word)
    {
        skip_spaces();
        const bool there = rest_.starts_with(word);
        rest_.remove_prefix(there ? word.size() : 0);
        return there;
    }

    std::optional<int> number(std::size_t most_digits)
    {
        skip_spaces();
        const std::size_t length = std::min(rest_.find_first_not_of(digits), rest_.size());
        if (length == 0 || length > most_digits) {
            return std::nullopt;
        }
        int value = 0;
        for (const char digit : rest_.substr(0, length)) {
            value = value * 10 + (digit - '0');
        }
        rest_.remove_prefix(length);
        return value;
    }

    // Numbers that a colon follows are a time, not a day.
    bool is_day_number()
    {
        skip_spaces();
        const std::size_t length = std::min(rest_.find_first_not_of(digits), rest_.size());
        return length > 0 && length <= 2 && !rest_.substr(length).starts_with(':');
    }

    std::optional<std::chrono::month> month()
    {
        skip_spaces();
        const auto found = index_in(month_names, rest_);
        if (!found) {
            return std::nullopt;
        }
        rest_.remove_prefix(3);
        return std::chrono::month(*found + 1);
    }

    std::chrono::day day_of(std::chrono::month month)
    {
        const int day = number(2).value_or(0);
        if (day < 1 || !(month / std::chrono::day(static_cast<unsigned>(day))).ok()) {
            refuse();
        }
        return std::chrono::day(static_cast<unsigned>(day));
    }

    // `Dec 24`, `Dec 24-26`, `Dec 24-Jan 01`, `Apr-Sep`.
    OpeningHours::Days days_from(std::chrono::month first, std::optional<std::chrono::year> year)
    {
        const std::chrono::day last_of_month(31);
        if (!is_day_number()) {
            const auto last = takes('-') ? month() : first;
            if (!last) {
                refuse();
            }
            return {year, first / std::chrono::day(1), *last / last_of_month};
        }
        const auto from = first / day_of(first);
        if (!takes('-')) {
            return {year, from, from};
        }
        const auto last = month().value_or(first);
        return {year, from, last / day_of(last)};
    }

    void read_days(OpeningHours::Rule& rule)
    {
        std::optional<std::chrono::year> year;
        if (skip_spaces(); rest_.size() > 4 && rest_.find_first_not_of(digits) == 4 && rest_[4] == ' ') {
            year = std::chrono::year(*number(4));
        }
        auto first = month();
        if (year && !first) {
            refuse();
        }
        while (first) {
            rule.days.push_back(days_from(*first, year));
            const std::string_view before = rest_;
            first = takes(',') ? month() : std::nullopt;
            rest_ = first ? rest_ : before;
        }
        takes(':');
    }

    unsigned weekday()
    {
        skip_spaces();
        const auto found = index_in(weekday_names, rest_);
        if (!found) {
            refuse();
        }
        rest_.remove_prefix(2);
        return *found;
    }

    void read_weekdays(OpeningHours::Rule& rule)
    {
        skip_spaces();
        if (!index_in(weekday_names, rest_) && !rest_.starts_with("PH")) {
            return;
        }
        do {
            if (takes("PH")) {
                rule.holidays = true;
                continue;
            }
            const unsigned first = weekday();
            const unsigned last = takes('-') ? weekday() : first;
            for (unsigned day = first; ; day = (day + 1) % 7) {
                rule.weekdays.set(day);
                if (day == last) {
                    break;
                }
            }
        } while (takes(','));
    }

    int minute()
    {
        const auto hour = number(2);
        const auto minute = takes(':') ? number(2) : std::nullopt;
        if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 2 * minutes_of_day) {
            refuse();
        }
        return *hour * 60 + *minute;
    }

    OpeningHours::Span span()
    {
        const int from = minute();
        if (from >= minutes_of_day || !takes('-')) {
            refuse();
        }
        const int to = minute();
        return {from, to <= from ? to + minutes_of_day : to};
    }

    OpeningHours::Rule rule()
    {
        OpeningHours::Rule rule;
        if (takes("24/7")) {
            rule.spans = {{0, minutes_of_day}};
            return rule;
        }
        read_days(rule);
        read_weekdays(rule);
        if (takes("off") || takes("closed")) {
            return rule;
        }
        do {
            rule.spans.push_back(span());
        } while (takes(','));
        return rule;
    }

    std::string_view whole_;
    std::string_view rest_;
};

OpeningHours OpeningHours::read(std::string_view text)
{
    OpeningHours hours;
    hours.rules_ = HoursReader(text).rules();
    return hours;
}

bool OpeningHours::is_within(const Days& days, std::chrono::year_month_day day)
{
    const auto here = day.month() / day.day();
    const bool turns = days.to < days.from; // over New Year
    const bool behind = days.from <= here;
    const bool before = here <= days.to;
    const auto year = turns && before && !behind ? day.year() - std::chrono::years(1) : day.year();
    return (turns ? behind || before : behind && before) && (!days.year || *days.year == year);
}

bool OpeningHours::names(const Rule& rule, std::chrono::year_month_day day)
{
    const bool only_holidays = rule.holidays && rule.weekdays.none();
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    const bool right_weekday = rule.weekdays.none() || rule.weekdays.test(weekday.c_encoding());
    const bool right_day = rule.days.empty() || std::any_of(rule.days.begin(), rule.days.end(), [&](const Days& days) { return is_within(days, day); });
    return !only_holidays && right_weekday && right_day;
}

std::vector<OpeningHours::Span> OpeningHours::spans_on(std::chrono::year_month_day day) const
{
    const auto last = std::find_if(rules_.rbegin(), rules_.rend(), [&](const Rule& rule) { return names(rule, day); });
    return last == rules_.rend() ? std::vector<Span>() : last->spans;
}

bool OpeningHours::name_public_holidays() const
{
    return std::any_of(rules_.begin(), rules_.end(), [](const Rule& rule) { return rule.holidays; });
}

} // namespace unknot
