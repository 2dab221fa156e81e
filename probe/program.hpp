// SPDX-License-Identifier: GPL-3.0-or-later
// Running a program for its status and its output: by an argv, never by a shell; nothing of the person's environment, no standard input, in `/`.
#pragma once

#include "deadline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct ProgramRun {
    enum class End { exited, not_started, killed, out_of_time };
    End end = End::not_started;
    int code = 0;         // the exit status, or the signal; why it was not started, as an errno
    std::string output;   // of standard output, the first 64 KiB
};

// argv[0] is an absolute path. The program ends with this process, and at the deadline.
ProgramRun run_program(const std::vector<std::string>& argv, const Deadline& deadline);

// Where the system keeps its programs; a name with a slash in it is found nowhere.
std::optional<std::string> find_program(std::string_view name);

} // namespace unknot
