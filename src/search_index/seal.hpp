// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian's files have no checksums: a flipped bit gives wrong answers or a crash. And hashing a whole index before each query would take longer than
// the query. So a finished index file gets a modification time that follows from its stamp: whoever writes into the file, cuts it or puts another
// one in its place changes that time, and an index of an older state of the pack never had it. One stat tells, before Xapian reads a byte.
#pragma once

#include <filesystem>
#include <string_view>

namespace unknot {

// Xapian gives each new file a random UUID, the 16 bytes from offset 16 on of a glass database: here it follows from all other bytes, so that the same
// documents give the same file. Anything but a single-file glass database is left alone.
void name_after_contents(const std::filesystem::path& file);

// Writes the file through to the disk and seals it. Failure when that can't be done.
void seal(const std::filesystem::path& file, std::string_view stamp);

bool is_sealed(const std::filesystem::path& file, std::string_view stamp);

} // namespace unknot
