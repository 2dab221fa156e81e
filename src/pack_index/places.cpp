// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_index/places.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

namespace unknot {

namespace fs = std::filesystem;

namespace {

fs::path beside(const fs::path& index, const std::string& extension)
{
    fs::path file = index;
    return file.replace_extension(extension);
}

} // namespace

fs::path notes_file(const fs::path& index)
{
    return beside(index, ".files");
}

fs::path changes_file(const fs::path& index, const std::string& stamp)
{
    return beside(index, fmt::format(".{}.changes", stamp));
}

void remove_other_changes(const fs::path& index, const std::string& stamp)
{
    std::error_code ignored;
    const std::string start = index.stem().string() + '.';
    const std::string kept = changes_file(index, stamp).filename().string();
    for (const fs::directory_entry& entry : fs::directory_iterator(index.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind(start, 0) == 0 && entry.path().extension() == ".changes" && name != kept) {
            fs::remove(entry.path(), ignored);
        }
    }
}

bool is_installed(const fs::path& file)
{
    struct stat status = {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace unknot
