// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/workplace.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

namespace unknot {

namespace fs = std::filesystem;

namespace {

bool is_gone(pid_t process)
{
    return ::kill(process, 0) != 0 && errno == ESRCH;
}

std::string beginning(const fs::path& file)
{
    return file.filename().string() + ".new.";
}

} // namespace

Workplace::Workplace(const fs::path& file) : file_(file), folder_(file.parent_path() / fmt::format("{}{}", beginning(file), ::getpid()))
{
    remove_leftovers();
    fs::remove_all(folder_);
    fs::create_directory(folder_);
}

Workplace::~Workplace()
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

fs::path Workplace::part(std::size_t number) const
{
    return folder_ / fmt::format("part{}", number);
}

fs::path Workplace::group(std::size_t round, std::size_t number) const
{
    return folder_ / fmt::format("group{}.{}", round, number);
}

fs::path Workplace::result() const
{
    return folder_ / "result";
}

void Workplace::remove_leftovers() const
{
    std::error_code ignored;
    const std::string start = beginning(file_);
    for (const fs::directory_entry& entry : fs::directory_iterator(file_.parent_path(), ignored)) {
        const std::string found = entry.path().filename().string();
        const long process = found.rfind(start, 0) == 0 ? std::strtol(found.c_str() + start.size(), nullptr, 10) : 0;
        if (process > 0 && is_gone(static_cast<pid_t>(process))) {
            fs::remove_all(entry.path(), ignored);
        }
    }
}

} // namespace unknot
