// SPDX-License-Identifier: GPL-3.0-or-later
// Each file is written aside and renamed, the notes last: a reader sees the old notes with the old small index, which has another name, or the new
// ones with the new. A reader who comes between a rename and a removal finds no small index under the name that it read, and reads the notes again.
#include "pack_index/keeper.hpp"

#include "pack_index/places.hpp"
#include "pack_index/recipe.hpp"
#include "pack_index/stamps.hpp"
#include "unknot/cache_file.hpp"
#include "unknot/hash.hpp"
#include "unknot/pack_files.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_replaced = 40; // beyond, or beyond a twentieth of the items, the whole pack is indexed
constexpr std::size_t replaced_share = 20;

std::size_t file_count(std::string_view files)
{
    return static_cast<std::size_t>(std::count(files.begin(), files.end(), '\n'));
}

std::function<void(std::size_t)> progress_of(const IndexUpdate& update, std::size_t items)
{
    return update.progress ? [&update, items](std::size_t done) { update.progress(done, items); } : std::function<void(std::size_t)>();
}

} // namespace

Keeper::Keeper(const Pack& pack, const fs::path& cache, Freshness freshness) : pack_(pack), index_(index_file(pack, cache)), freshness_(freshness) {}

std::optional<PackIndex> Keeper::current()
{
    const bool every_file = freshness_ == Freshness::every_file;
    for (int attempt = 0; attempt < 2; ++attempt) {
        notes_ = read_notes(notes_file(index_), every_file ? NotesPart::everything : NotesPart::folders);
        if (!notes_ || !(every_file ? has_files(*notes_) : notes_->folders == folders())) {
            return std::nullopt;
        }
        if (auto index = opened(*notes_)) {
            return index;
        }
    }
    return std::nullopt;
}

std::optional<PackIndex> Keeper::updated(Problems& problems)
{
    std::optional<IndexNotes> notes = std::exchange(notes_, std::nullopt);
    if (!notes || notes->files.empty()) { // of an installed pack only the folders were looked at
        notes = read_notes(notes_file(index_), NotesPart::everything);
    }
    if (!notes || notes->files.empty()) {
        return std::nullopt;
    }
    const auto replaced = replaced_since(*notes);
    std::optional<PackIndex> large = replaced ? opened_large(*notes) : std::nullopt;
    if (!large) {
        return std::nullopt;
    }
    notes->folders = folders();
    notes->files = std::exchange(files_, {});
    notes->replaced = *replaced;
    overlay(*large, *notes, problems);
    write_notes(notes_file(index_), *notes);
    remove_other_changes(index_, notes->changes);
    return large;
}

std::optional<PackIndex> Keeper::prebuilt()
{
    const fs::path file = prebuilt_index_file(pack_);
    if (pack_.freshness() == Freshness::every_file || !is_installed(file)) {
        return std::nullopt;
    }
    IndexNotes notes;
    notes.stamp = contents_stamp(pack_);
    notes.prebuilt = true;
    notes.folders = folders();
    notes.files = files();
    std::optional<PackIndex> index = PackIndex::open_installed(file, notes.stamp);
    if (index) {
        keep(notes);
    }
    return index;
}

PackIndex Keeper::built(Problems& problems, const IndexUpdate& update)
{
    make_cache(index_.parent_path());
    IndexNotes notes;
    notes.folders = folders(); // before any file is read: what changes meanwhile shows the next time
    notes.stamp = stamp_of(notes.folders + files());
    notes.files = std::move(files_);
    std::vector<IndexItem> items = items_of(pack_);
    const std::size_t count = items.size();
    Recipe recipe(pack_, std::move(items));
    IndexRecipe made = recipe.whole(notes.stamp, problems);
    made.progress = progress_of(update, count);
    PackIndex index = PackIndex::build(index_, made);
    keep(notes);
    recipe.tell(problems);
    return index;
}

const std::string& Keeper::folders()
{
    if (folders_.empty()) {
        folders_ = folder_state(pack_);
    }
    return folders_;
}

const std::string& Keeper::files()
{
    if (files_.empty()) {
        files_ = file_state(pack_);
    }
    return files_;
}

bool Keeper::has_files(const IndexNotes& notes)
{
    if (!files_.empty()) {
        return notes.files == files_;
    }
    std::optional<std::string> others = file_state_unlike(notes.files, pack_);
    files_ = others ? std::move(*others) : "";
    return !others;
}

// A cache that can't be written costs time at the next search, and no more.
void Keeper::keep(const IndexNotes& notes) const
{
    if (index_.parent_path().empty()) {
        return; // no cache
    }
    try {
        make_cache(index_.parent_path());
        write_notes(notes_file(index_), notes);
        remove_other_changes(index_, notes.changes);
    } catch (const Failure&) {
        return;
    }
}

std::optional<PackIndex> Keeper::opened_large(const IndexNotes& notes) const
{
    if (!notes.prebuilt) {
        return PackIndex::open(index_, notes.stamp);
    }
    const fs::path file = prebuilt_index_file(pack_);
    return is_installed(file) ? PackIndex::open_installed(file, notes.stamp) : std::nullopt;
}

std::optional<PackIndex> Keeper::opened(const IndexNotes& notes) const
{
    std::optional<PackIndex> index = opened_large(notes);
    if (!index) {
        return std::nullopt;
    }
    if (notes.changes.empty()) {
        index->hide(pack_.info().id, notes.replaced);
        return index;
    }
    std::optional<PackIndex> changes = PackIndex::open(changes_file(index_, notes.changes), notes.changes);
    if (!changes) {
        return std::nullopt;
    }
    index->overlay(std::move(*changes), pack_.info().id, notes.replaced);
    return index;
}

// Names of items; nothing when a file that all items depend on has changed, or there are too many.
std::optional<std::vector<std::string>> Keeper::replaced_since(const IndexNotes& notes)
{
    std::set<std::string> replaced(notes.replaced.begin(), notes.replaced.end());
    for (const std::string& file : changed_files(notes.files, files())) {
        const std::optional<IndexItem> item = item_of(file);
        if (!item && file.find('/') == std::string::npos) {
            return std::nullopt;
        }
        if (item) {
            replaced.insert(item_name(*item));
        }
    }
    const std::size_t most = std::max(most_replaced, file_count(files()) / replaced_share);
    return replaced.size() > most ? std::nullopt : std::optional(std::vector<std::string>(replaced.begin(), replaced.end()));
}

// Items whose files are gone have no documents.
void Keeper::overlay(PackIndex& large, IndexNotes& notes, Problems& problems) const
{
    notes.changes.clear();
    if (notes.replaced.empty()) {
        return;
    }
    std::vector<IndexItem> items;
    std::transform(notes.replaced.begin(), notes.replaced.end(), std::back_inserter(items), [](const std::string& name) { return item_named(name); });
    Recipe recipe(pack_, std::move(items));
    const std::string stamp = stamp_of(random_key()); // nobody needs to come to it again
    IndexRecipe made = recipe.recipe(stamp, IndexLayer::changes);
    made.is_spelled = large.dictionary();
    PackIndex changes = PackIndex::build(changes_file(index_, stamp), made);
    recipe.tell(problems);
    if (changes.documents() == 0) {
        large.hide(pack_.info().id, notes.replaced); // its file goes with the other old ones
        return;
    }
    notes.changes = stamp;
    large.overlay(std::move(changes), pack_.info().id, notes.replaced);
}

} // namespace unknot
