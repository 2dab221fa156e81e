// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside an index in the cache: which files of the pack it was made of, so that a change is found without opening the index.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct IndexNotes {
    std::string stamp;                 // of the large index
    bool prebuilt = false;             // the large index is the one that came with the pack
    std::string changes;               // stamp of the small index with what changed since; empty when nothing did
    std::vector<std::string> replaced; // names of the items in the large index that are no longer to be found there
    std::string folders;               // folder_state()
    std::string files;                 // file_state(); empty unless asked for
};

enum class NotesPart { folders, everything };

// Nothing when there is no such file or it isn't one of ours.
std::optional<IndexNotes> read_notes(const std::filesystem::path& file, NotesPart part);

// Replaces the file as a whole. Throws Failure when that can't be done.
void write_notes(const std::filesystem::path& file, const IndexNotes& notes);

} // namespace unknot
