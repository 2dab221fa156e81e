// SPDX-License-Identifier: GPL-3.0-or-later
// One large index, a small one for what changed since, and notes that name both.
#pragma once

#include "pack_index/notes.hpp"
#include "unknot/pack_index.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

// Keeps the index of one pack in the cache. For one use: what the pack's files looked like is seen once.
class Keeper {
public:
    // `freshness`: how to find out what changed. The pack must live on.
    Keeper(const Pack& pack, const std::filesystem::path& cache, Freshness freshness);

    // Nothing when there is none, or it isn't up to date.
    std::optional<PackIndex> current();

    // The old index with what changed since. Nothing when there is no old one, or too much has changed.
    std::optional<PackIndex> updated(Problems& problems);

    // The one that the pack carries.
    std::optional<PackIndex> prebuilt();

    PackIndex built(Problems& problems, const IndexUpdate& update);

private:
    const std::string& folders();
    const std::string& files();
    bool has_files(const IndexNotes& notes);
    void keep(const IndexNotes& notes) const;
    std::optional<PackIndex> opened_large(const IndexNotes& notes) const;
    std::optional<PackIndex> opened(const IndexNotes& notes) const;
    std::optional<std::vector<std::string>> replaced_since(const IndexNotes& notes);
    void overlay(PackIndex& large, IndexNotes& notes, Problems& problems) const;

    const Pack& pack_;
    std::filesystem::path index_;
    Freshness freshness_;
    std::string folders_;
    std::string files_;
    std::optional<IndexNotes> notes_; // as they were last read
};

} // namespace unknot
