// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite's or the system's refusal means to a person: what could not be done, where, why, and what to do about it.
#pragma once

#include "unknot/problem.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace unknot {

// `code` is SQLite's (extended) result code, `os_error` the errno behind it or 0, `detail` SQLite's own words, for codes that have no better.
// `doing` completes "cannot …", as in "save case 12".
Failure refusal(int code, int os_error, std::string_view detail, std::string_view doing, const std::filesystem::path& file);

// A system call's refusal, by its errno.
Failure system_refusal(int os_error, std::string_view doing, const std::filesystem::path& file);

// The shell command that moves a file, and those that belong to it, out of the way.
std::string set_aside_command(const std::filesystem::path& file);

} // namespace unknot
