// SPDX-License-Identifier: GPL-3.0-or-later
// What pack.yaml says, kept in the cache: to read YAML takes longer than the search that a person waits for. Private to the pack.
#pragma once

#include "unknot/pack.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace unknot {

// Of one pack, as its pack.yaml is when this is made: what is kept is forgotten when the file's time, size or place on the disk is another.
class KeptHead {
public:
    // With an empty `cache` nothing is kept.
    KeptHead(const std::filesystem::path& folder, const std::filesystem::path& cache);

    std::optional<PackInfo> read() const;

    // A cache that can't be written costs time at the next start, and no more.
    void write(const PackInfo& info) const;

private:
    std::filesystem::path file_;
    std::string state_; // empty when there is nothing to keep
};

} // namespace unknot
