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

} // namespace

Workplace::Workplace(const fs::path& file) : file_(file)
{
    remove_all_of(::getpid());
    remove_leftovers();
}

Workplace::~Workplace()
{
    remove_all_of(::getpid());
}

fs::path Workplace::shard(std::size_t number) const
{
    return name(::getpid(), number == 0 ? "shard0" : "shard1");
}

fs::path Workplace::result() const
{
    return name(::getpid(), "result");
}

fs::path Workplace::name(pid_t process, std::string_view part) const
{
    return file_.parent_path() / fmt::format("{}.new.{}.{}", file_.filename().string(), process, part);
}

void Workplace::remove_all_of(pid_t process) const
{
    std::error_code ignored;
    for (const std::string_view part : {"shard0", "shard1", "result"}) {
        fs::remove_all(name(process, part), ignored);
    }
}

void Workplace::remove_leftovers() const
{
    std::error_code ignored;
    const std::string start = file_.filename().string() + ".new.";
    for (const fs::directory_entry& entry : fs::directory_iterator(file_.parent_path(), ignored)) {
        const std::string found = entry.path().filename().string();
        const long process = found.rfind(start, 0) == 0 ? std::strtol(found.c_str() + start.size(), nullptr, 10) : 0;
        if (process > 0 && is_gone(static_cast<pid_t>(process))) {
            fs::remove_all(entry.path(), ignored);
        }
    }
}

} // namespace unknot
