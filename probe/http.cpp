// SPDX-License-Identifier: GPL-3.0-or-later
// `http`: whether a URL answers as it should: its status, a pattern in its text, where it leads.
#include "finding.hpp"
#include "kinds.hpp"
#include "redirect.hpp"
#include "settings.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace unknot {

namespace {

constexpr int default_redirects = 5;
constexpr int most_redirects = 20;

struct CodeRange {
    int first = 0;
    int last = 0;
};

std::optional<int> code_number(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= 100 && number <= 599 ? std::optional(number) : std::nullopt;
}

// `200`, `2xx` or `200-299`
CodeRange code_range(std::string_view text)
{
    constexpr int hundred = 100;
    if (text.size() == 3 && text.substr(1) == "xx" && text[0] >= '1' && text[0] <= '5') {
        return {(text[0] - '0') * hundred, (text[0] - '0') * hundred + hundred - 1};
    }
    const auto dash = text.find('-');
    const auto first = code_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : code_number(text.substr(dash + 1));
    if (!first || !last) {
        refuse_parameter("status", "statuses like 200, 2xx or 200-299, with commas between them");
    }
    return {*first, *last};
}

bool status_fits(const ProbeRequest& request, int code)
{
    const std::string* wanted = request.parameter("status");
    std::string_view rest = wanted == nullptr ? std::string_view("200-399") : *wanted;
    bool fits = false;
    while (!rest.empty()) {
        std::string_view part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        part.remove_prefix(std::min(part.size(), part.find_first_not_of(' ')));
        const CodeRange range = code_range(part);
        fits = fits || (code >= range.first && code <= range.last);
    }
    return fits;
}

int redirects_allowed(const ProbeRequest& request)
{
    const auto number = setting(request, "redirects", FactType::number);
    if (number && (number->number < 0 || number->number > most_redirects || number->number != std::floor(number->number))) {
        refuse_parameter("redirects", "a number from 0 to 20");
    }
    return number ? static_cast<int>(number->number) : default_redirects;
}

ProbeReport judged(const ProbeRequest& request, const Transfer& answer, const std::optional<Pattern>& pattern)
{
    if (!status_fits(request, static_cast<int>(answer.code))) {
        return bad("status", std::to_string(answer.code));
    }
    return pattern && !pattern->found_in(answer.body) ? bad("no_match") : good("answered");
}

} // namespace

ProbeReport probe_http(const ProbeRequest& request, const Deadline& deadline)
{
    constexpr double half_second = 0.5;   // the server's date has no fractions
    const auto pattern = pattern_setting(request, "body");
    status_fits(request, 0);
    const Journey journey = travel(request.argument(), pattern ? Body::kept : Body::ignored, redirects_allowed(request), request, deadline);
    const Transfer& answer = journey.last;
    ProbeReport report = answer.failure ? *answer.failure : judged(request, answer, pattern);
    if (answer.code != 0) {
        report.fields["code"] = std::to_string(answer.code);
        report.fields["ms"] = std::to_string(answer.ms);
    }
    if (const std::string& location = answer.redirect.empty() && journey.redirects > 0 ? journey.url : answer.redirect; !location.empty()) {
        report.fields["location"] = clean(location);
    }
    if (answer.date) {
        report.fields["skew"] = number_text(std::round(answer.received - *answer.date - half_second));
    }
    return report;
}

} // namespace unknot
