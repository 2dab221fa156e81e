// SPDX-License-Identifier: GPL-3.0-or-later
#include "version_range.hpp"

#include "finding.hpp"
#include "settings.hpp"

#include <algorithm>
#include <compare>

namespace unknot {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// How long the digits and dots at the beginning are: `7.88.1` of `7.88.1-10`.
std::size_t dotted_length(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]) && end > 0))) {
        ++end;
    }
    return end;
}

enum class Comparison { less, at_most, equal, different, at_least, greater };

Comparison take_comparison(std::string_view& text)
{
    constexpr std::pair<std::string_view, Comparison> signs[] = {{"<=", Comparison::at_most}, {">=", Comparison::at_least}, {"==", Comparison::equal},
        {"!=", Comparison::different}, {"<", Comparison::less}, {">", Comparison::greater}, {"=", Comparison::equal}};
    for (const auto& sign : signs) {
        if (text.starts_with(sign.first)) {
            text.remove_prefix(sign.first.size());
            return sign.second;
        }
    }
    return Comparison::equal;
}

bool holds(std::partial_ordering order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::less: return order < 0;
    case Comparison::at_most: return order <= 0;
    case Comparison::equal: return order == 0;
    case Comparison::different: return order != 0;
    case Comparison::at_least: return order >= 0;
    case Comparison::greater: return order > 0;
    }
    return false;
}

void skip_blanks(std::string_view& text)
{
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" ,")));
}

} // namespace

std::optional<Value> first_version(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
        const std::size_t length = begins ? dotted_length(text.substr(at)) : 0;
        const std::string_view candidate = text.substr(at, length);
        if (candidate.find('.') != std::string_view::npos) {
            return read_value(FactType::version, candidate);
        }
    }
    const std::size_t digits = dotted_length(text);
    return digits > 0 ? read_value(FactType::version, text.substr(0, digits)) : std::nullopt;
}

std::optional<Value> upstream_version(std::string_view text)
{
    const auto epoch = text.find(':');
    text.remove_prefix(epoch == std::string_view::npos ? 0 : epoch + 1);
    const std::size_t length = dotted_length(text);
    return length > 0 ? read_value(FactType::version, text.substr(0, length)) : std::nullopt;
}

bool is_in_range(const Value& version, const std::string& range)
{
    std::string_view rest = range;
    skip_blanks(rest);
    bool inside = !rest.empty();
    while (!rest.empty()) {
        const Comparison comparison = take_comparison(rest);
        skip_blanks(rest);
        const std::string_view text = rest.substr(0, rest.find_first_of(" ,"));
        const auto bound = read_value(FactType::version, text);
        if (!bound) {
            refuse_parameter("range", "a range like '>=4.5 <5'");
        }
        inside = inside && holds(compare(version, *bound), comparison);
        rest.remove_prefix(text.size());
        skip_blanks(rest);
    }
    return inside;
}

ProbeReport judge_version(const ProbeRequest& request, const Value& version, std::string finding)
{
    const std::string* range = request.parameter("range");
    ProbeReport report = range == nullptr || is_in_range(version, *range) ? good(std::move(finding), version.text) : bad("outside", *range);
    report.fields["version"] = version.text;
    return report;
}

} // namespace unknot
