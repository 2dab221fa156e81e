// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/folder.hpp"

#include "descriptor.hpp"
#include "unknot/yaml.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace unknot {

namespace {

namespace fs = std::filesystem;

bool stays_beneath(const fs::path& folder, const fs::path& file)
{
    std::error_code failed;
    const fs::path real = fs::canonical(file, failed);
    const fs::path root = failed ? fs::path() : fs::canonical(folder, failed);
    const auto ends = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    return !failed && ends.first == root.end();
}

bool is_link(const fs::path& path)
{
    std::error_code failed;
    return fs::is_symlink(fs::symlink_status(path, failed));
}

// One byte more than any reader accepts is enough to see that a file is too large.
bool read_all(int descriptor, std::string& text)
{
    char buffer[8192]; // knowledge files are small, and each page of the stack that is touched costs a fault
    while (text.size() <= yaml_max_bytes) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got == 0;
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
}

Problem whole_file(const std::string& file, std::string code, std::string message)
{
    return {Severity::error, std::move(code), std::move(message), Place{file, 0, 0}, {}, {}};
}

} // namespace

std::optional<Source> read_beneath(const fs::path& folder, const std::string& relative, const std::string& shown_as, Problems& problems)
{
    const fs::path path = folder / relative;
    Source source{shown_as.empty() ? relative : (fs::path(shown_as) / relative).string(), {}, 0};
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.is_open()) {
        const int reason = errno;
        const bool is_missing = (reason == ENOENT || reason == ENOTDIR) && !is_link(path);
        if (!is_missing) {
            problems.push_back(whole_file(source.file, "unreadable", fmt::format("cannot be read: {}", std::strerror(reason))));
        }
        return std::nullopt;
    }
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        problems.push_back(whole_file(source.file, "no-regular-file", "expected a regular file"));
        return std::nullopt;
    }
    if (!stays_beneath(folder, path)) {
        problems.push_back(whole_file(source.file, "leaves-pack", "this link leads out of the pack"));
        return std::nullopt;
    }
    if (!read_all(file.number(), source.text)) {
        problems.push_back(whole_file(source.file, "unreadable", fmt::format("cannot be read: {}", std::strerror(errno))));
        return std::nullopt;
    }
    return source;
}

std::vector<std::string> names_in(const fs::path& folder, const std::string& ending)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        const bool fits = name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
        if (fits && name.front() != '.' && entry->status(failed).type() != fs::file_type::directory) {
            names.push_back(name.substr(0, name.size() - ending.size()));
        }
        failed.clear();
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace unknot
