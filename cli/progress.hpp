// SPDX-License-Identifier: GPL-3.0-or-later
// How far long work is: one line on standard error that rewrites itself, from the first second on, gone when the work is done. Only where standard
// error is a terminal and nobody asked for silence.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace unknot {

class Progress {
public:
    explicit Progress(std::function<std::string()> what); // `making the search index of 'wallet'`, asked for when it shows
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Throws Interrupted after a signal.
    void tell(std::size_t done, std::size_t all);

private:
    std::function<std::string()> what_;
    bool shown_ = false;
    bool noted_before_;
    std::optional<std::chrono::steady_clock::time_point> start_; // when it was first told
};

} // namespace unknot
