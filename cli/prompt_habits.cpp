// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_habits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace unknot {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

// The runs of digits of a text that has exactly one of them before each separator and nothing behind the last.
std::vector<std::string> digits_between(std::string_view text, const std::vector<std::string_view>& separators)
{
    std::vector<std::string> runs;
    for (const auto separator : separators) {
        std::string run;
        while (!text.empty() && is_digit(text.front())) {
            run += text.front();
            text.remove_prefix(1);
        }
        if (run.empty() || run.size() > 4 || !text.starts_with(separator)) {
            return {};
        }
        text.remove_prefix(separator.size());
        if (separator == "." && text.starts_with(' ')) {
            text.remove_prefix(1);
        }
        runs.push_back(std::move(run));
    }
    return text.empty() ? runs : std::vector<std::string>();
}

std::string iso(const std::string& year, const std::string& month, const std::string& day)
{
    return fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
}

std::string date_without_habits(std::string_view text)
{
    if (const auto chinese = digits_between(text, {"年", "月", "日"}); !chinese.empty()) {
        return iso(chinese[0], chinese[1], chinese[2]);
    }
    // The year last or first: with four digits it can't be mistaken, and with dots the day stands before the month everywhere.
    const std::string closed = std::string(text) + '\n';
    for (const std::string_view separator : {".", "/", "-"}) {
        const auto parts = digits_between(closed, {separator, separator, "\n"});
        if (!parts.empty() && parts[0].size() == 4) {
            return iso(parts[0], parts[1], parts[2]);
        }
        if (!parts.empty() && parts[2].size() == 4 && separator == ".") {
            return iso(parts[2], parts[1], parts[0]);
        }
    }
    return std::string(text);
}

// Signs that stand for one currency only; `$` and `¥` stand for several.
std::string with_currency_code(std::string text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> signs = {
        {{"€", "EUR"}, {"£", "GBP"}, {"元", "CNY"}, {"Euro", "EUR"}, {"euro", "EUR"}}};
    for (const auto& sign : signs) {
        const auto at = text.find(sign.first);
        if (at != std::string::npos) {
            text.erase(at, sign.first.size());
            const auto first = text.find_first_not_of(' ');
            const auto last = text.find_last_not_of(' ');
            return first == std::string::npos ? text : fmt::format("{} {}", text.substr(first, last - first + 1), sign.second);
        }
    }
    return text;
}

// `1.234,50`, `1 234,50` and `4,95` with the decimal comma; `1,234.50` and `1,234` with the decimal point.
std::string plain_number(std::string text, char decimal)
{
    const char group = decimal == ',' ? '.' : ',';
    const auto end = text.find_first_not_of("0123456789.,");
    std::string number = text.substr(0, end);
    const std::string rest = end == std::string::npos ? std::string() : text.substr(end);
    const auto point = number.find(decimal);
    if (point != std::string::npos && number.find(decimal, point + 1) != std::string::npos) {
        return text;
    }
    const std::string whole = number.substr(0, point);
    for (auto at = whole.find(group); at != std::string::npos; at = whole.find(group, at + 1)) {
        const auto next = std::min(whole.find(group, at + 1), whole.size());
        if (at == 0 || next - at != 4) {
            return text;   // groups have three digits: this is something else
        }
    }
    number = replaced(whole, std::string(1, group), "") + (point == std::string::npos ? "" : '.' + number.substr(point + 1));
    return number + rest;
}

} // namespace

std::string without_habits(FactType type, std::string_view text, std::string_view language)
{
    if (type == FactType::date) {
        return date_without_habits(text);
    }
    if (type == FactType::number || type == FactType::amount || type == FactType::size) {
        const std::string amount = type == FactType::amount ? with_currency_code(std::string(text)) : std::string(text);
        return plain_number(amount, language == "de" ? ',' : '.');
    }
    return std::string(text);
}

} // namespace unknot
