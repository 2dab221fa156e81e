// SPDX-License-Identifier: GPL-3.0-or-later
// fork and exec by hand rather than posix_spawn: the child must ask for its death with this process before it becomes another program. This process has one
// thread, so that anything may be called in between. The child stays in the process group: whoever waits for this process kills the whole group.
//
// Reading ends when the program ends, not when the pipe does: a grandchild that kept the pipe open would hold it for ever.
#include "program.hpp"

#include "connection.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace unknot {

namespace {

constexpr std::size_t longest_output = 64 * 1024;

struct Pipe {
    Handle read{-1};
    Handle write{-1};
};

Pipe new_pipe()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return {};
    }
    return {Handle(ends[0]), Handle(ends[1])};
}

// In the child. Comes back never: what could not be started writes its errno into `failure`.
[[noreturn]] void become(const std::vector<std::string>& argv, const Pipe& output, const Pipe& failure)
{
    static char* const environment[] = {const_cast<char*>("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"), const_cast<char*>("LC_ALL=C.UTF-8"),
        const_cast<char*>("HOME=/nonexistent"), nullptr};
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(output.write.get(), STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    std::vector<char*> words;
    for (const auto& word : argv) {
        words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    ::execve(words[0], words.data(), environment);
    const int error = errno;
    const ssize_t ignored = ::write(failure.write.get(), &error, sizeof error);
    ::_exit(ignored == sizeof error ? 127 : 126);
}

// False at the end of the pipe.
bool take_output(const Pipe& pipe, std::string& output)
{
    std::array<char, 8192> buffer = {};
    const ssize_t got = ::read(pipe.read.get(), buffer.data(), buffer.size());
    if (got > 0) {
        const std::size_t room = longest_output - output.size();
        output.append(buffer.data(), std::min(room, static_cast<std::size_t>(got)));
    }
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

// Until the program has ended; false when the deadline came first.
bool attend(const Handle& child, const Pipe& pipe, std::string& output, const Deadline& deadline)
{
    std::array<pollfd, 2> watched = {{{child.get(), POLLIN, 0}, {pipe.read.get(), POLLIN, 0}}};
    while (true) {
        const int ready = ::poll(watched.data(), watched.size(), deadline.poll_timeout());
        if (ready == 0 && deadline.passed()) {
            return false;
        }
        if (watched[1].revents != 0 && !take_output(pipe, output)) {
            watched[1].fd = -1;
        }
        if (watched[0].revents != 0) {
            while (watched[1].fd >= 0 && ::poll(&watched[1], 1, 0) > 0 && take_output(pipe, output) && output.size() < longest_output) {
            }
            return true;
        }
    }
}

ProgramRun ended(int status, std::string output)
{
    const bool exited = WIFEXITED(status);
    return {exited ? ProgramRun::End::exited : ProgramRun::End::killed, exited ? WEXITSTATUS(status) : WTERMSIG(status), std::move(output)};
}

} // namespace

ProgramRun run_program(const std::vector<std::string>& argv, const Deadline& deadline)
{
    Pipe output = new_pipe();
    Pipe failure = new_pipe();
    const pid_t child = ::fork();
    if (child == 0) {
        become(argv, output, failure);
    }
    if (child < 0) {
        return {ProgramRun::End::not_started, errno, {}};
    }
    output.write = Handle(-1);
    failure.write = Handle(-1);
    const Handle watched(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    ProgramRun run;
    const bool in_time = attend(watched, output, run.output, deadline);
    if (!in_time) {
        ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    int error = 0;
    if (::read(failure.read.get(), &error, sizeof error) == sizeof error) {
        return {ProgramRun::End::not_started, error, {}};
    }
    return in_time ? ended(status, std::move(run.output)) : ProgramRun{ProgramRun::End::out_of_time, 0, {}};
}

std::optional<std::string> find_program(std::string_view name)
{
    if (name.empty() || name.find('/') != std::string_view::npos) {
        return std::nullopt;
    }
    for (const char* folder : {"/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/", "/usr/games/", "/snap/bin/"}) {
        const std::string path = folder + std::string(name);
        if (::access(path.c_str(), X_OK) == 0) {
            return path;
        }
    }
    return std::nullopt;
}

} // namespace unknot
