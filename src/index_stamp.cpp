// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/index_stamp.hpp"

#include "unknot/hash.hpp"

#include <algorithm>
#include <array>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace unknot {

namespace {

constexpr std::array<const char*, 5> watched = {"pack.yaml", "synonyms.yaml", "trees", "articles", "providers"};
constexpr std::size_t digest_bytes = 16;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

void add_times(std::string& state, int folder, const char* name)
{
    struct stat status = {};
    if (::fstatat(folder, name, &status, 0) == 0) {
        fmt::format_to(std::back_inserter(state), "{} {}.{} {}\n", name, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size);
    }
}

void add_files(std::string& state, const std::filesystem::path& path)
{
    const OpenFolder folder(::opendir(path.c_str()));
    std::vector<std::string> names;
    while (const dirent* entry = folder == nullptr ? nullptr : ::readdir(folder.get())) {
        if (entry->d_name[0] != '.') {
            names.emplace_back(entry->d_name);
        }
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        add_times(state, ::dirfd(folder.get()), name.c_str());
    }
}

std::string hexadecimal(std::string_view bytes)
{
    std::string out;
    for (const char byte : bytes) {
        fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
}

} // namespace

std::string stamp_of(const Pack& pack)
{
    std::string state = pack.info().id + '\n';
    const OpenFolder folder(::opendir(pack.folder().c_str()));
    for (const char* name : watched) {
        if (folder != nullptr) {
            add_times(state, ::dirfd(folder.get()), name);
        }
        if (pack.freshness() == Freshness::every_file) {
            add_files(state, pack.folder() / name);
        }
    }
    return hexadecimal(sha256(state).substr(0, digest_bytes));
}

} // namespace unknot
