// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of standard input by read(2): a signal must end the wait, and what was read ahead must still be there for the next question.
#include "prompt.hpp"

#include "interruption.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "unknot/problem.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace unknot {

namespace {

constexpr std::size_t longest_line = 64 * 1024;

std::string ahead; // read, but not handed out yet

enum class Filling { more, ended };

// False with EINTR after a signal. One that comes between the prompt and the wait must end the wait too, so signals are let in only while waiting.
bool wait_for_input()
{
    sigset_t signals;
    sigset_t before;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&signals, number);
    }
    sigprocmask(SIG_BLOCK, &signals, &before);
    pollfd wait = {STDIN_FILENO, POLLIN, 0};
    errno = EINTR;
    const bool ready = !interrupted() && ::ppoll(&wait, 1, nullptr, &before) >= 0;
    const int cause = errno;
    sigprocmask(SIG_SETMASK, &before, nullptr);
    errno = ready ? 0 : cause;
    return ready;
}

Filling fill()
{
    if (!wait_for_input()) {
        return Filling::ended;
    }
    char buffer[4096];
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got > 0) {
        ahead.append(buffer, static_cast<std::size_t>(got));
        return Filling::more;
    }
    if (got < 0 && errno == EAGAIN) {
        pollfd wait = {STDIN_FILENO, POLLIN, 0};
        return ::poll(&wait, 1, -1) > 0 ? Filling::more : Filling::ended;
    }
    return Filling::ended;
}

void require_short(std::size_t length)
{
    if (length > longest_line) {
        ahead.clear();
        throw Failure("expected a line of at most 64 KiB on standard input, found a longer one");
    }
}

std::string take(std::size_t length, std::size_t with_break)
{
    std::string line = ahead.substr(0, length);
    ahead.erase(0, with_break);
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return line;
}

bool on_terminal()
{
    return terminal().input_is_terminal && terminal().output_is_terminal;
}

// A prompt is broken between words; the blank at its end, where the answer begins, stays.
void print_prompt(std::string_view prompt)
{
    if (!on_terminal() || display_width(prompt) <= terminal().width) {
        print(prompt);
    } else {
        const auto lines = wrapped(prompt.substr(0, prompt.find_last_not_of(' ') + 1), terminal().width - 1);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            print((i == 0 ? "" : "\n") + lines[i]);
        }
        print(" ");
    }
    flush_output();
}

// Nothing was typed: what comes next begins on a line of its own.
std::nullopt_t no_line()
{
    if (on_terminal()) {
        print_line();
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> read_line(std::string_view prompt)
{
    print_prompt(prompt);
    std::size_t searched = 0;
    for (;;) {
        const auto end = ahead.find('\n', searched);
        require_short(end == std::string::npos ? ahead.size() : end);
        if (end != std::string::npos) {
            return take(end, end + 1);
        }
        searched = ahead.size();
        errno = 0;
        if (fill() == Filling::ended) {
            const bool interrupted = errno == EINTR;
            return interrupted || ahead.empty() ? no_line() : std::optional(take(ahead.size(), ahead.size()));
        }
    }
}

} // namespace unknot
