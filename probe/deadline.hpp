// SPDX-License-Identifier: GPL-3.0-or-later
// When a probe must have ended, by the monotonic clock.
#pragma once

#include <chrono>
#include <cstdint>

namespace unknot {

class Deadline {
public:
    explicit Deadline(std::int64_t monotonic_ns);

    std::chrono::milliseconds left() const;   // never negative
    bool passed() const { return left().count() == 0; }

    // An earlier one: this part of what is left, and never less than `least`.
    Deadline share(std::size_t parts, std::chrono::milliseconds least) const;

    // For poll(): at least one, as long as there is any time.
    int poll_timeout() const;

private:
    std::int64_t at_ns_;
};

std::int64_t monotonic_ns();
std::int64_t milliseconds_since(std::int64_t monotonic_ns);

} // namespace unknot
