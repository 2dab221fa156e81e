// SPDX-License-Identifier: GPL-3.0-or-later
// Limits are for accidents and for hostile servers, not a wall against a hostile program of the same user: that one could do all of it without us.
// The memory limit is on address space, which AddressSanitizer reserves by the terabyte: builds with it have none.
#include "confinement.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <initializer_list>

namespace unknot {

namespace {

constexpr rlim_t mebi = 1024 * 1024;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool memory_can_be_limited = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool memory_can_be_limited = false;
#else
constexpr bool memory_can_be_limited = true;
#endif
#else
constexpr bool memory_can_be_limited = true;
#endif

void limit(__rlimit_resource resource, rlim_t most)
{
    rlimit now = {};
    ::getrlimit(resource, &now);
    const rlim_t kept = now.rlim_max == RLIM_INFINITY ? most : std::min(most, now.rlim_max);
    const rlimit wanted = {kept, kept};
    ::setrlimit(resource, &wanted);
}

bool starts_programs(const ProbeRequest& request)
{
    const std::initializer_list<std::string_view> kinds = {"command", "package", "service", "version"};
    return std::find(kinds.begin(), kinds.end(), request.kind) != kinds.end();
}

// Threads on this machine. The limit counts all of a user's, so that some more than there are is the least that lets anything start.
rlim_t running_threads()
{
    unsigned running = 0;
    unsigned all = 0;
    if (std::FILE* file = std::fopen("/proc/loadavg", "re")) {
        if (std::fscanf(file, "%*s %*s %*s %u/%u", &running, &all) != 2) {
            all = 0;
        }
        std::fclose(file);
    }
    return all;
}

} // namespace

void confine_process()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::close_range(3, ~0U, 0);
    ::umask(077);
    std::signal(SIGPIPE, SIG_IGN);
    if (::chdir("/") != 0) {
        std::perror("unknot-probe: cannot go to /");
    }
}

bool has_parent(const ProbeRequest& request)
{
    return request.parent == 0 || ::getppid() == request.parent;
}

void limit_resources(const ProbeRequest& request)
{
    constexpr rlim_t most_files = 256;
    constexpr rlim_t more_threads = 64;
    constexpr std::int64_t ms_in_s = 1000;
    const bool programs = starts_programs(request);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, most_files);
    limit(RLIMIT_CPU, static_cast<rlim_t>(std::max<std::int64_t>(0, request.timeout_ms) / ms_in_s) + 2);
    limit(RLIMIT_FSIZE, programs ? mebi : 0);
    if (programs) {
        limit(RLIMIT_NPROC, running_threads() + more_threads);
    }
    if (memory_can_be_limited) {
        limit(RLIMIT_AS, (programs ? 4096 : 512) * mebi);
    }
}

} // namespace unknot
