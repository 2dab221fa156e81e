// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/cache_file.hpp"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

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

} // namespace unknot
