// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the helper `unknot-probe`: a process of its own, in a process group of its own, with an empty environment and nothing of ours open.
#pragma once

#include "unknot/probe_run.hpp"

#include <filesystem>
#include <optional>
#include <string>

#include <poll.h>
#include <sys/types.h>

namespace unknot {

// Begun by the constructor; whatever is left of it, grandchildren included, is killed by the destructor.
class ProbeProcess {
public:
    // The request gets its deadline and its parent here.
    ProbeProcess(const std::filesystem::path& helper, ProbeRequest request);
    ~ProbeProcess();
    ProbeProcess(const ProbeProcess&) = delete;
    ProbeProcess& operator=(const ProbeProcess&) = delete;

    pollfd output() const;   // what to wait for, besides the deadline
    pollfd end() const;
    int milliseconds_left() const;

    // Takes what is there to be taken. A report when it is over: the helper's, or why there is none.
    std::optional<ProbeReport> advance();

private:
    void start(const std::filesystem::path& helper);
    bool take_output();   // false when there is nothing more for now
    bool has_ended();
    ProbeReport concluded();
    void kill_group();

    ProbeRequest request_;
    std::int64_t started_ns_ = 0;
    pid_t child_ = -1;
    int end_ = -1;        // a pidfd
    int output_ = -1;
    bool output_closed_ = false;
    std::string printed_;
    std::string fault_;   // why it could not be started
};

} // namespace unknot
