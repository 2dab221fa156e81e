// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a pack in the cache, brought up to date when the pack has changed.
#pragma once

#include "unknot/pack.hpp"
#include "unknot/problem.hpp"
#include "unknot/search_index.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>

namespace unknot {

// Where the index of a pack lies: PACKID-HASH.idx, after the pack's id and its absolute folder. Beside it lie PACKID-HASH.files, which files it was
// made of, and after an edit PACKID-HASH.STAMP.changes, an index of what changed since.
std::filesystem::path index_file(const Pack& pack, const std::filesystem::path& cache);

// Where a pack carries an index that was made with it.
std::filesystem::path prebuilt_index_file(const Pack& pack);

enum class IndexState { current, changed, missing };

// What there is to search in, after a look at every file: an index that is up to date, one that isn't, or none.
IndexState index_state(const Pack& pack, const std::filesystem::path& cache);

struct IndexUpdate {
    bool from_scratch = false;                                          // also when nothing has changed
    std::function<void(std::size_t done, std::size_t items)> progress; // now and then, while the whole pack is indexed; may throw to end it
    std::optional<Freshness> freshness = std::nullopt;                 // how to find out what changed, if not as the pack says
};

// Opens the index, updates it or builds it; makes the cache folder. Up to some dozens of changed files go into a small index beside the large one,
// and no other file is read; after more the whole pack is indexed. A broken file of the pack is left out with its Problems, which are told
// when it is indexed. A cache that can't be written is one warning, and the index is made in memory; so it is, without a warning, when
// `cache` is empty. The index that an installed pack carries is used when it is root's, and of exactly these files.
PackIndex index_for_pack(const Pack& pack, const std::filesystem::path& cache, Problems& problems, const IndexUpdate& update = {});

// Writes the index into the pack itself, for packagers: equal packs give equal bytes. Failure when that can't be done.
void prebuild_index(const Pack& pack, Problems& problems);

} // namespace unknot
