// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/cache_file.hpp"

#include "descriptor.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace unknot {

namespace fs = std::filesystem;

namespace {

// The old one is exchanged for the new: what a plain rename puts in a file's place ext4 writes to the disk at once, and a search after a change would wait
// for that. After a loss of power the file may be empty, which its reader sees.
bool put_in_place(const fs::path& aside, const fs::path& file)
{
    std::error_code failed;
    const bool exchanged = fs::is_regular_file(fs::symlink_status(file, failed))
                           && ::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, file.c_str(), RENAME_EXCHANGE) == 0;
    if (exchanged) {
        fs::remove(aside, failed);
        return true;
    }
    fs::rename(aside, file, failed);
    return !failed;
}

} // namespace

void make_cache(const fs::path& folder)
{
    std::error_code ignored;
    fs::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), 0700);
}

bool replace_file(const fs::path& file, std::initializer_list<std::string_view> pieces)
{
    const fs::path aside = fmt::format("{}.new.{}", file.string(), ::getpid());
    std::ofstream stream(aside, std::ios::binary);
    for (const std::string_view piece : pieces) {
        stream << piece;
    }
    stream.close();
    if (stream && put_in_place(aside, file)) {
        return true;
    }
    std::error_code ignored;
    fs::remove(aside, ignored);
    return false;
}

// Not by a stream: making one takes longer than the reading, and every search reads two of these.
std::optional<std::string> read_beginning(const fs::path& file, std::size_t most)
{
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status = {};
    if (::fstat(opened.number(), &status) != 0) {
        return std::nullopt;
    }
    std::string bytes(std::min(most, static_cast<std::size_t>(status.st_size)), '\0');
    std::size_t size = 0;
    ssize_t taken = 1;
    while (size < bytes.size() && taken > 0) {
        taken = ::read(opened.number(), bytes.data() + size, bytes.size() - size);
        size += static_cast<std::size_t>(std::max<ssize_t>(taken, 0));
    }
    bytes.resize(size);
    return taken < 0 ? std::nullopt : std::optional(std::move(bytes));
}

} // namespace unknot
