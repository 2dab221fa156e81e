// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/seal.hpp"

#include "unknot/hash.hpp"
#include "unknot/problem.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot {

namespace {

// Even seconds between 2001 and 2017: any file system can keep them, and no file that was just written has them.
timespec time_of(std::string_view stamp)
{
    timespec time = {};
    time.tv_sec = static_cast<time_t>(1'000'000'000ULL + (quick_hash(stamp) % 250'000'000ULL) * 2);
    return time;
}

// Of a glass database the first page begins so; the UUID follows.
constexpr std::string_view glass_magic = "\x0f\x0dXapian Glass";
constexpr std::size_t uuid_offset = 16;
constexpr std::size_t uuid_bytes = 16;

} // namespace

void name_after_contents(const std::filesystem::path& file)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    std::string page(uuid_offset + uuid_bytes, '\0');
    if (!stream.read(page.data(), static_cast<std::streamsize>(page.size())) || page.compare(0, glass_magic.size(), glass_magic) != 0) {
        return;
    }
    std::string digest = sha256(std::string_view(page).substr(0, uuid_offset)); // chained: each block's hash is the key of the next
    std::string block(64 * 1024, '\0'); // a small index is no larger
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        digest = keyed_hash(digest, std::string_view(block).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
    stream.clear();
    stream.seekp(uuid_offset);
    stream.write(digest.data(), uuid_bytes);
    if (!stream.flush()) {
        throw Failure(fmt::format("cannot finish the search index '{}'", file.string()));
    }
}

void seal(const std::filesystem::path& file, std::string_view stamp)
{
    const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    const timespec time = time_of(stamp);
    const timespec both[2] = {time, time};
    const bool done = handle >= 0 && ::futimens(handle, both) == 0 && ::fsync(handle) == 0;
    const int cause = errno;
    if (handle >= 0) {
        ::close(handle);
    }
    if (!done) {
        throw Failure(fmt::format("cannot finish the search index '{}': {}", file.string(), std::strerror(cause)));
    }
}

bool is_sealed(const std::filesystem::path& file, std::string_view stamp)
{
    struct stat status = {};
    return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_mtim.tv_sec == time_of(stamp).tv_sec
           && status.st_mtim.tv_nsec == 0;
}

} // namespace unknot
