// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of standard input by read(2): a signal must end the wait, and what was read ahead must still be there for the next question.
#include "prompt.hpp"

#include "terminal.hpp"
#include "unknot/problem.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace unknot {

namespace {

constexpr std::size_t longest_line = 64 * 1024;

std::string ahead; // read, but not handed out yet

enum class Filling { more, ended };

Filling fill()
{
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

} // namespace

std::optional<std::string> read_line(std::string_view prompt)
{
    print(prompt);
    flush_output();
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
            return interrupted || ahead.empty() ? std::nullopt : std::optional(take(ahead.size(), ahead.size()));
        }
    }
}

} // namespace unknot
