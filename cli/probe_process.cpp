// SPDX-License-Identifier: GPL-3.0-or-later
// The request lies in a file without a name, which is the helper's standard input: nothing has to be written while it runs, and a helper that doesn't read
// harms nobody. Its report comes through a pipe. The pipe's end is not waited for, only the process's: a grandchild may keep the pipe open.
//
// The group is killed before the helper is reaped: until then its number belongs to nobody else.
#include "probe_process.hpp"

#include "locations.hpp"
#include "probe_exchange.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <limits>
#include <vector>

namespace unknot {

namespace {

constexpr std::int64_t ns_in_ms = 1'000'000;

std::int64_t monotonic_ns()
{
    constexpr std::int64_t ns_in_s = 1'000'000'000;
    std::timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * ns_in_s + now.tv_nsec;
}

// Close-on-exec, at its beginning; negative when it could not be made.
int file_holding(const std::string& text)
{
    const int file = ::memfd_create("unknot-probe-request", MFD_CLOEXEC);
    if (file >= 0 && (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::lseek(file, 0, SEEK_SET) != 0)) {
        ::close(file);
        return -1;
    }
    return file;
}

// What the helper is to know of the environment: where programs and certificates lie, and how a sanitizer was told to behave. GnuTLS comes along with
// libcurl though nothing here calls it, and would start itself when it is loaded.
std::vector<std::string> helper_environment()
{
    std::vector<std::string> variables = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent", "GNUTLS_NO_IMPLICIT_INIT=1"};
    for (const char* name : {"SSL_CERT_FILE", "SSL_CERT_DIR", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const auto value = environment_variable(name)) {
            variables.push_back(std::string(name) + '=' + *value);
        }
    }
    return variables;
}

class SpawnPlan {
public:
    SpawnPlan(int input, int output)
    {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        sigset_t signals;
        sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
    }
    ~SpawnPlan()
    {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    // 0 or an errno.
    int spawn(const std::filesystem::path& program, pid_t& child)
    {
        std::vector<std::string> variables = helper_environment();
        std::vector<char*> environment;
        for (auto& variable : variables) {
            environment.push_back(variable.data());
        }
        environment.push_back(nullptr);
        std::string name = program.string();
        std::array<char*, 2> words = {name.data(), nullptr};
        return ::posix_spawn(&child, name.c_str(), &actions_, &attributes_, words.data(), environment.data());
    }

private:
    posix_spawn_file_actions_t actions_ = {};
    posix_spawnattr_t attributes_ = {};
};

} // namespace

ProbeProcess::ProbeProcess(const std::filesystem::path& helper, ProbeRequest request) : request_(std::move(request)), started_ns_(monotonic_ns())
{
    request_.deadline_ns = started_ns_ + request_.timeout_ms * ns_in_ms;
    request_.parent = ::getpid();
    start(helper);
}

void ProbeProcess::start(const std::filesystem::path& helper)
{
    const int input = file_holding(write_request(request_));
    std::array<int, 2> pipe = {-1, -1};
    if (input < 0 || ::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        fault_ = std::strerror(errno);
    } else {
        ::fcntl(pipe[1], F_SETFL, 0);   // the helper's end is an ordinary one
        const int error = SpawnPlan(input, pipe[1]).spawn(helper, child_);
        fault_ = error == 0 ? "" : std::strerror(error);
        child_ = error == 0 ? child_ : -1;
        end_ = error == 0 ? static_cast<int>(::syscall(SYS_pidfd_open, child_, 0)) : -1;
        output_ = pipe[0];
        ::close(pipe[1]);
    }
    if (input >= 0) {
        ::close(input);
    }
}

ProbeProcess::~ProbeProcess()
{
    kill_group();
    for (const int open : {end_, output_}) {
        if (open >= 0) {
            ::close(open);
        }
    }
}

void ProbeProcess::kill_group()
{
    if (child_ > 0) {
        ::kill(-child_, SIGKILL);
        ::kill(child_, SIGKILL);   // where it had not come to its group yet
        while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
        }
        child_ = -1;
    }
}

pollfd ProbeProcess::output() const
{
    return {output_closed_ ? -1 : output_, POLLIN, 0};
}

pollfd ProbeProcess::end() const
{
    return {end_, POLLIN, 0};
}

int ProbeProcess::milliseconds_left() const
{
    const std::int64_t left = (request_.deadline_ns - monotonic_ns() + ns_in_ms - 1) / ns_in_ms;
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

bool ProbeProcess::take_output()
{
    std::array<char, 8192> buffer = {};
    const ssize_t got = output_closed_ ? -1 : ::read(output_, buffer.data(), buffer.size());
    output_closed_ = output_closed_ || got == 0;
    if (got > 0) {
        printed_.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return got > 0 && printed_.size() <= longest_report;
}

bool ProbeProcess::has_ended()
{
    pollfd watched = end();
    return child_ < 0 || end_ < 0 || ::poll(&watched, 1, 0) > 0;
}

ProbeReport ProbeProcess::concluded()
{
    siginfo_t info = {};
    ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT);
    kill_group();
    if (info.si_code != CLD_EXITED || info.si_status != 0) {
        return failed_report("crashed");
    }
    return read_report(request_, printed_);
}

std::optional<ProbeReport> ProbeProcess::advance()
{
    if (child_ < 0) {
        return failed_report("no_helper", fault_);
    }
    const bool ended = has_ended();   // asked before the last is taken, so that nothing is missed
    while (take_output()) {
    }
    std::optional<ProbeReport> report;
    if (printed_.size() > longest_report) {
        report = failed_report("bad_report", "more than 64 KiB");
    } else if (ended) {
        report = concluded();
    } else if (milliseconds_left() == 0) {
        report = failed_report("timeout");
    }
    if (report) {
        kill_group();
        report->ms = report->status == "error" || report->ms < 0 ? (monotonic_ns() - started_ns_) / ns_in_ms : report->ms;
    }
    return report;
}

} // namespace unknot
