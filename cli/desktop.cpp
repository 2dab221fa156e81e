// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.hpp"

#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 5> openings = {"/", "https:", "http:", "mailto:", "tel:"};

// Its exit status; -1 when it could not be started. Its own words would only be in the way.
int run_quietly(std::string program, std::string argument)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        return -1;
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

void open_on_desktop(const std::string& target)
{
    const bool known = std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return target.starts_with(opening); });
    if (!known) {
        throw Failure(fmt::format("expected a web, mail or telephone address, found '{}'", target), "copy the text by hand");
    }
    if (run_quietly("xdg-open", target) != 0) {
        throw Failure("xdg-open could not open it", fmt::format("open it by hand: {}", target));
    }
}

} // namespace unknot
