// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.hpp"

#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace unknot {

namespace {

constexpr std::size_t longest_text = 2000;   // bytes
constexpr char32_t stand_in = 0xFFFD;

ProbeReport measured(std::string_view status, std::string finding, std::string detail)
{
    ProbeReport report;
    report.status = status;
    report.finding = std::move(finding);
    report.detail = clean(detail);
    return report;
}

} // namespace

ProbeReport good(std::string finding, std::string detail)
{
    return measured("ok", std::move(finding), std::move(detail));
}

ProbeReport doubtful(std::string finding, std::string detail)
{
    return measured("warn", std::move(finding), std::move(detail));
}

ProbeReport bad(std::string finding, std::string detail)
{
    return measured("fail", std::move(finding), std::move(detail));
}

ProbeReport broken(std::string finding, std::string detail)
{
    ProbeReport report = bad(std::move(finding), std::move(detail));
    report.conclusive = true;
    return report;
}

std::string clean(std::string_view text)
{
    std::string safe;
    for (std::size_t at = 0; at < text.size() && safe.size() < longest_text;) {
        const Decoded decoded = decode_at(text, at);
        const bool blank = decoded.valid && (decoded.point == '\n' || decoded.point == '\r' || decoded.point == '\t');
        encode(blank ? U' ' : decoded.valid && !is_forbidden(decoded.point) ? decoded.point : stand_in, safe);
        at += decoded.length;
    }
    return safe;
}

std::string number_text(double number)
{
    constexpr double thousand = 1000;
    const double rounded = std::round(number * thousand) / thousand + 0.0;
    std::string text = fmt::format("{:.3f}", rounded);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

} // namespace unknot
