// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a pack in the cache, made anew when the pack has changed.
#pragma once

#include "unknot/pack.hpp"
#include "unknot/problem.hpp"
#include "unknot/search_index.hpp"

#include <filesystem>

namespace unknot {

enum class Rebuild { when_stale, always };

// Where the index of a pack lies: PACKID-HASH.idx, after the pack's id and its absolute folder.
std::filesystem::path index_file(const Pack& pack, const std::filesystem::path& cache);

// Whether a search could go on without building.
bool is_indexed(const Pack& pack, const std::filesystem::path& cache);

// Opens the index or builds it; makes the cache folder. A broken file of the pack is left out with its Problems, which are told only when the index
// is built. A cache that can't be written is one warning, and the index is made in memory; so it is, without a warning, when `cache` is empty.
PackIndex index_for_pack(const Pack& pack, const std::filesystem::path& cache, Problems& problems, Rebuild rebuild = Rebuild::when_stale);

} // namespace unknot
