// SPDX-License-Identifier: GPL-3.0-or-later
// The folders and the file that a build needs beside the index file; gone when it ends, well or not.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <sys/types.h>

namespace unknot {

class Workplace {
public:
    // Also clears away what killed builds of the same file left behind.
    explicit Workplace(const std::filesystem::path& file);
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    std::filesystem::path shard(std::size_t number) const; // 0 or 1
    std::filesystem::path result() const;

private:
    std::filesystem::path name(pid_t process, std::string_view part) const;
    void remove_all_of(pid_t process) const;
    void remove_leftovers() const;

    std::filesystem::path file_;
};

} // namespace unknot
