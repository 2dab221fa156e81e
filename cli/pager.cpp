// SPDX-License-Identifier: GPL-3.0-or-later
#include "pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

namespace unknot {

namespace {

constexpr std::array<int, 3> pager_signals = {SIGPIPE, SIGINT, SIGQUIT};
constexpr int command_not_found = 127;

// While the pager is in front, Ctrl-C is its own, and leaving it early is no fault.
class SignalsIgnored {
public:
    SignalsIgnored()
    {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        sigemptyset(&ignore.sa_mask);
        for (std::size_t i = 0; i < pager_signals.size(); ++i) {
            sigaction(pager_signals[i], &ignore, &before_[i]);
        }
    }
    ~SignalsIgnored()
    {
        for (std::size_t i = 0; i < pager_signals.size(); ++i) {
            sigaction(pager_signals[i], &before_[i], nullptr);
        }
    }
    SignalsIgnored(const SignalsIgnored&) = delete;
    SignalsIgnored& operator=(const SignalsIgnored&) = delete;

private:
    std::array<struct sigaction, pager_signals.size()> before_ = {};
};

std::vector<std::string> words_of(const std::string& command)
{
    if (command.find_first_of("|&;<>()$`\\\"'*?[]#~=%!{}\n") != std::string::npos) {
        return {"/bin/sh", "-c", command};
    }
    std::vector<std::string> words;
    for (std::size_t at = command.find_first_not_of(' '); at != std::string::npos; at = command.find_first_not_of(' ', at)) {
        const auto end = std::min(command.find(' ', at), command.size());
        words.push_back(command.substr(at, end - at));
        at = end;
    }
    return words;
}

// The process that reads from `input`, or -1.
pid_t start(std::vector<std::string> words, int input)
{
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    sigemptyset(&defaults);
    for (const int number : pager_signals) {
        sigaddset(&defaults, number);
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = -1;
    const int failed = words.empty() ? ENOENT : ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? child : -1;
}

void write_all(int output, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(output, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return; // the pager was left
        }
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

int status_of(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

} // namespace

bool show_in_pager(const std::string& command, std::string_view text)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    ::setenv("LESS", "FRX", 0);
    const SignalsIgnored ignored;
    const pid_t child = start(words_of(command), ends[0]);
    ::close(ends[0]);
    if (child > 0) {
        write_all(ends[1], text);
    }
    ::close(ends[1]);
    return child > 0 && status_of(child) != command_not_found;
}

} // namespace unknot
