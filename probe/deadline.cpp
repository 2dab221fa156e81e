// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline.hpp"

#include <algorithm>
#include <ctime>
#include <limits>

namespace unknot {

namespace {

constexpr std::int64_t ns_in_s = 1'000'000'000;
constexpr std::int64_t ns_in_ms = 1'000'000;

} // namespace

std::int64_t monotonic_ns()
{
    std::timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * ns_in_s + now.tv_nsec;
}

std::int64_t milliseconds_since(std::int64_t start)
{
    return (monotonic_ns() - start + ns_in_ms / 2) / ns_in_ms;
}

Deadline::Deadline(std::int64_t monotonic_ns) : at_ns_(monotonic_ns) {}

std::chrono::milliseconds Deadline::left() const
{
    return std::chrono::milliseconds(std::max<std::int64_t>(0, (at_ns_ - monotonic_ns()) / ns_in_ms));
}

Deadline Deadline::share(std::size_t parts, std::chrono::milliseconds least) const
{
    const std::int64_t now = monotonic_ns();
    const std::int64_t part = (at_ns_ - now) / static_cast<std::int64_t>(std::max<std::size_t>(1, parts));
    return Deadline(std::min(at_ns_, now + std::max(part, least.count() * ns_in_ms)));
}

int Deadline::poll_timeout() const
{
    return static_cast<int>(std::min<std::int64_t>(left().count(), std::numeric_limits<int>::max()));
}

} // namespace unknot
