// SPDX-License-Identifier: GPL-3.0-or-later
// The folder that a build needs beside the index file; gone when it ends, well or not.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace unknot {

class Workplace {
public:
    // Also clears away what killed builds of the same file left behind.
    explicit Workplace(const std::filesystem::path& file);
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    std::filesystem::path part(std::size_t number) const; // a folder
    std::filesystem::path group(std::size_t round, std::size_t number) const;
    std::filesystem::path result() const; // a file

private:
    void remove_leftovers() const;

    std::filesystem::path file_;
    std::filesystem::path folder_;
};

} // namespace unknot
