// SPDX-License-Identifier: GPL-3.0-or-later
// Folders and files that only their owner can read, and locks on them. What the system refuses is a Failure.
#pragma once

#include "descriptor.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace unknot {

void make_private_folder(const std::filesystem::path& folder);   // 0700, and those above it that are missing
void make_private_file(const std::filesystem::path& file);       // 0600 and empty; one that exists is not opened

enum class LockKind { shared, exclusive };
enum class LockResult { taken, timed_out };

struct ByteLock {
    std::int64_t byte = 0;
    LockKind kind = LockKind::exclusive;
    std::chrono::milliseconds patience{0};
};

// Locks one byte of an open file against all other openings of it, in this process too, until the descriptor is closed.
LockResult lock_byte(const Descriptor& descriptor, const ByteLock& wanted, const std::filesystem::path& file);

Descriptor open_lock_file(const std::filesystem::path& file);    // created with 0600, never deleted

} // namespace unknot
