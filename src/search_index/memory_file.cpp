// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/memory_file.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace unknot {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail()
{
    throw fs::filesystem_error("memory", std::error_code(errno, std::generic_category()));
}

} // namespace

MemoryFile::MemoryFile() : descriptor_(::memfd_create("unknot", MFD_CLOEXEC))
{
    if (descriptor_ < 0) {
        fail();
    }
}

MemoryFile::~MemoryFile()
{
    ::close(descriptor_);
}

int MemoryFile::duplicate() const
{
    const int same = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    if (same < 0) {
        fail();
    }
    return same;
}

void MemoryFile::copy_to(const fs::path& file) const
{
    std::ofstream out(file, std::ios::binary);
    std::array<char, 16 * 1024> block;
    off_t at = 0;
    ssize_t got = 0;
    for (; (got = ::pread(descriptor_, block.data(), block.size(), at)) > 0; at += got) {
        out.write(block.data(), got);
    }
    out.close();
    if (got < 0 || !out) {
        throw fs::filesystem_error("copy", file, std::error_code(errno, std::generic_category()));
    }
}

} // namespace unknot
