// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store/private_files.hpp"

#include "case_store/refusal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <thread>

namespace unknot {

namespace {

constexpr std::chrono::milliseconds poll_interval{10};

} // namespace

void make_private_folder(const std::filesystem::path& folder)
{
    std::filesystem::path part;
    for (const std::filesystem::path& name : folder) {
        part /= name;
        std::error_code ignored;
        if (std::filesystem::is_directory(part, ignored)) {
            continue;
        }
        if (mkdir(part.c_str(), 0700) != 0 && (errno != EEXIST || !std::filesystem::is_directory(part, ignored))) {
            throw system_refusal(errno, "create the folder of the records", folder);
        }
    }
}

// Opening a database that exists, and closing it again, would drop the locks that another connection of this process has on it:
// hence O_EXCL.
void make_private_file(const std::filesystem::path& file)
{
    const Descriptor created(open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!created.is_open() && errno != EEXIST) {
        throw system_refusal(errno, "create the records", file);
    }
}

Descriptor open_lock_file(const std::filesystem::path& file)
{
    Descriptor descriptor(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.is_open()) {
        throw system_refusal(errno, "lock the records", file);
    }
    return descriptor;
}

LockResult lock_byte(const Descriptor& descriptor, const ByteLock& wanted, const std::filesystem::path& file)
{
    struct flock lock = {};
    lock.l_type = wanted.kind == LockKind::shared ? F_RDLCK : F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = wanted.byte;
    lock.l_len = 1;
    const auto deadline = std::chrono::steady_clock::now() + wanted.patience;
    while (fcntl(descriptor.number(), F_OFD_SETLK, &lock) != 0) {
        if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
            throw system_refusal(errno, "lock the records", file);
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            return LockResult::timed_out;
        }
        std::this_thread::sleep_for(poll_interval);
    }
    return LockResult::taken;
}

} // namespace unknot
