// SPDX-License-Identifier: GPL-3.0-or-later
// A file in memory, which costs nothing to sync; gone with the object.
#pragma once

#include <filesystem>

namespace unknot {

// What can't be done throws std::filesystem::filesystem_error.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    int duplicate() const; // a descriptor, for who closes it
    void copy_to(const std::filesystem::path& file) const;

private:
    int descriptor_;
};

} // namespace unknot
