// SPDX-License-Identifier: GPL-3.0-or-later
#include "options_values.hpp"

#include "unknot/problem.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t longest_language = 40;
constexpr char operand_end = '\0'; // the one byte that no operand can have

bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<std::int64_t> digits(const std::string& text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit) && read.ec == std::errc();
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace

std::int64_t decimal(std::string_view option, const std::string& text, std::int64_t min, std::int64_t max)
{
    const auto number = digits(text);
    if (!number || *number < min || *number > max) {
        throw Failure(fmt::format("expected a number from {} to {} after '{}', found '{}'", min, max, option, text));
    }
    return *number;
}

std::int64_t case_number(const std::string& text)
{
    const auto number = digits(text);
    if (!number || *number < 1) {
        throw Failure(fmt::format("expected the number of a case, found '{}'", text), "'unknot case list' shows all");
    }
    return *number;
}

ColorChoice color_choice(std::string_view option, const std::string& text)
{
    if (text == "auto") {
        return ColorChoice::automatic;
    }
    if (text != "always" && text != "never") {
        throw Failure(fmt::format("expected auto, always or never after '{}', found '{}'", option, text));
    }
    return text == "always" ? ColorChoice::always : ColorChoice::never;
}

SearchCommand::Order search_order(std::string_view option, const std::string& text)
{
    if (text == "relevance") {
        return SearchCommand::Order::relevance;
    }
    if (text != "title" && text != "reviewed") {
        throw Failure(fmt::format("expected relevance, title or reviewed after '{}', found '{}'", option, text));
    }
    return text == "title" ? SearchCommand::Order::title : SearchCommand::Order::reviewed;
}

HandoffCommand::Form handoff_form(std::string_view option, const std::string& text)
{
    using Form = HandoffCommand::Form;
    constexpr std::array<std::pair<std::string_view, Form>, 5> forms = {
        {{"text", Form::text}, {"markdown", Form::markdown}, {"json", Form::json}, {"eml", Form::eml}, {"url", Form::url}}};
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.first == text; });
    if (found == forms.end()) {
        throw Failure(fmt::format("expected text, markdown, json, eml or url after '{}', found '{}'", option, text));
    }
    return found->second;
}

std::string case_state(std::string_view option, const std::string& text)
{
    constexpr std::array<std::string_view, 6> states = {"open", "resolved", "workaround", "unresolved", "escalate", "danger"};
    if (std::find(states.begin(), states.end(), text) == states.end()) {
        throw Failure(fmt::format("expected open, resolved, workaround, unresolved, escalate or danger after '{}', found '{}'", option, text));
    }
    return text;
}

std::string day(std::string_view option, const std::string& text)
{
    if (!read_value(FactType::date, text)) {
        throw Failure(fmt::format("expected a day like 2026-11-21 after '{}', found '{}'", option, text));
    }
    return text;
}

std::string language_word(std::string_view option, const std::string& text)
{
    const auto fits = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("-_.@").find(c) != std::string_view::npos; };
    const bool good =
        !text.empty() && text.size() <= longest_language && is_ascii_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
    if (!good) {
        throw Failure(fmt::format("expected a language like de after '{}', found '{}'", option, text));
    }
    return text;
}

CheckFormat check_format(std::string_view option, const std::string& text)
{
    constexpr std::pair<std::string_view, CheckFormat> formats[] = {{"text", CheckFormat::text}, {"json", CheckFormat::json},
        {"junit", CheckFormat::junit}, {"nagios", CheckFormat::nagios}, {"prometheus", CheckFormat::prometheus}};
    const auto* found = std::find_if(std::begin(formats), std::end(formats), [&](const auto& format) { return format.first == text; });
    if (found == std::end(formats)) {
        throw Failure(fmt::format("expected text, json, junit, nagios or prometheus after '{}', found '{}'", option, text));
    }
    return found->second;
}

double seconds(std::string_view option, const std::string& text)
{
    const auto duration = read_value(FactType::duration, text);
    if (!duration || duration->number <= 0) {
        throw Failure(fmt::format("expected {} after '{}', found '{}'", expectation(FactType::duration), option, text));
    }
    return duration->number;
}

std::string date_word(std::string_view option, const std::string& text)
{
    if (!read_value(FactType::date, text)) {
        throw Failure(fmt::format("expected {} after '{}', found '{}'", expectation(FactType::date), option, text));
    }
    return text;
}

std::string joined_operands(const std::vector<std::string>& operands)
{
    std::string joined;
    for (const std::string& operand : operands) {
        joined += operand + operand_end;
    }
    return joined;
}

std::vector<std::string> operand_list(const std::string& joined)
{
    std::vector<std::string> operands;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = joined.find(operand_end, at);
        operands.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return operands;
}

std::string assignment(std::string_view option, std::string_view form, const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure(fmt::format("expected {} after '{}', found '{}'", form, option, text));
    }
    return text;
}

} // namespace unknot
