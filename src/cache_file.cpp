// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/cache_file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <system_error>

namespace unknot {

namespace fs = std::filesystem;

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
    std::error_code failed;
    if (stream) {
        fs::rename(aside, file, failed);
    }
    if (stream && !failed) {
        return true;
    }
    std::error_code ignored;
    fs::remove(aside, ignored);
    return false;
}

// Not by a stream: making one takes longer than the reading, and every search reads two of these.
std::optional<std::string> read_beginning(const fs::path& file, std::size_t most)
{
    constexpr std::size_t at_once = 8192; // and then as much again as there is
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return std::nullopt;
    }
    std::string bytes;
    ssize_t taken = 0;
    do {
        const std::size_t before = bytes.size();
        const std::size_t wanted = std::min(std::max(at_once, before), most - before);
        bytes.resize(before + wanted);
        taken = ::read(descriptor, bytes.data() + before, wanted);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(taken, 0)));
    } while (taken > 0 && bytes.size() < most);
    ::close(descriptor);
    return taken < 0 ? std::nullopt : std::optional(std::move(bytes));
}

} // namespace unknot
