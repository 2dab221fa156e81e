// SPDX-License-Identifier: GPL-3.0-or-later
// `memory`: what could be had without swapping, by the kernel's own estimate.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "small_file.hpp"

#include <charconv>

namespace unknot {

namespace {

constexpr double doubtful_free = 64.0 * 1024 * 1024;

std::optional<double> available()
{
    constexpr double kibi = 1024;
    const std::string text = read_small_file("/proc/meminfo").value_or("");
    for (const auto line : lines_of(text)) {
        const auto words = words_of(line);
        double kibibytes = 0;
        if (words.size() >= 2 && words[0] == "MemAvailable:" && std::from_chars(words[1].data(), words[1].data() + words[1].size(), kibibytes).ec == std::errc()) {
            return kibibytes * kibi;
        }
    }
    return std::nullopt;
}

ProbeReport judged(const ProbeRequest& request, double free)
{
    const auto least = setting(request, "min-free", FactType::size);
    const std::string told = size_value(free).text;
    if (least) {
        return free < least->number ? bad("short", told) : good("enough", told);
    }
    return free < doubtful_free ? doubtful("short", told) : good("enough", told);
}

} // namespace

ProbeReport probe_memory(const ProbeRequest& request, const Deadline&)
{
    const auto free = available();
    if (!free) {
        return failed_report("unreadable", "/proc/meminfo");
    }
    ProbeReport report = judged(request, *free);
    report.fields["free"] = size_value(*free).text;
    return report;
}

} // namespace unknot
