// SPDX-License-Identifier: GPL-3.0-or-later
// What was looked at too long ago, and what names no source.
#include "lint/material.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

constexpr double days_fresh = 365;

// Whole days from one ISO date to another; nothing when one of them is none.
std::optional<double> days_between(const std::string& from, const std::string& to)
{
    const auto begin = read_value(FactType::date, from);
    const auto end = read_value(FactType::date, to);
    return begin && end ? std::optional(end->number - begin->number) : std::nullopt;
}

bool is_stale(const std::string& reviewed, const std::string& today)
{
    const auto days = days_between(reviewed, today);
    return days && *days > days_fresh;
}

void check_review(const std::string& file, const std::string& reviewed, const std::string& today, const std::string& code, Report& report)
{
    if (is_stale(reviewed, today)) {
        report.warning(report.place_of(file, "reviewed"), code,
            fmt::format("expected a review within {} days, found the last one on {}", days_fresh, reviewed),
            fmt::format("check that all of it still holds, then write 'reviewed: {}'", today));
    }
}

void check_sources(const std::string& file, const std::vector<std::string>& sources, const Place& place, Report& report)
{
    if (sources.empty()) {
        report.warning(place.line > 0 ? place : Place{file, 1, 1}, "no-sources", "expected 'sources', found none", "add \"sources: ['https://…']\"");
    }
}

void check_pack(const Material& material, Report& report)
{
    Problems reported_already;
    const auto source = material.pack.read("pack.yaml", reported_already);
    const PackInfo& info = material.pack.info();
    const std::string file = source ? source->file : std::string("pack.yaml");
    check_review(file, info.reviewed, material.today, "stale", report);
    const auto overdue = days_between(info.expires, material.today);
    if (overdue && *overdue > 0) {
        report.warning(report.place_of(file, "expires"), "stale", fmt::format("the pack expired on {}", info.expires), "review it and set a new day");
    }
}

void check_provider(const Provider& provider, const std::string& today, Report& report)
{
    check_review(provider.file, provider.reviewed, today, "provider-stale", report);
    if (provider.reviewed.empty()) {
        report.warning(provider.place, "provider-stale", fmt::format("nobody says when the provider '{}' was last checked", provider.id),
            fmt::format("check it, then write 'reviewed: {}'", today));
    }
}

} // namespace

void check_freshness(const Material& material, Report& report)
{
    check_pack(material, report);
    for (const auto& forest : material.forests) {
        const Tree& tree = material.tree(forest);
        check_review(tree.file, tree.reviewed, material.today, "stale", report);
        check_sources(tree.file, tree.sources, tree.place, report);
    }
    for (const auto& article : material.articles) {
        check_review(article.file, article.reviewed, material.today, "stale", report);
        check_sources(article.file, article.sources, article.place, report);
    }
    for (const auto& provider : material.providers) {
        check_provider(provider, material.today, report);
    }
}

} // namespace unknot
