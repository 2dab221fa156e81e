// SPDX-License-Identifier: GPL-3.0-or-later
// One large index, a small one for what changed since, and notes that name both. Each is written aside and renamed, the notes last: a reader sees the
// old notes with the old small index, which has another name, or the new ones with the new. A reader who comes between a rename and a removal
// finds no small index under the name that it read, and reads the notes again.
#include "unknot/pack_index.hpp"

#include "pack_index/notes.hpp"
#include "unknot/hash.hpp"
#include "unknot/index_document.hpp"
#include "unknot/pack_files.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <sys/stat.h>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t stamp_bytes = 16;
constexpr std::size_t most_replaced = 40; // beyond, or beyond a twentieth of the items, the whole pack is indexed
constexpr std::size_t replaced_share = 20;

std::string hexadecimal(std::string_view bytes)
{
    std::string out;
    for (const char byte : bytes) {
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
}

// FNV-1a, of which 48 bits are kept: it tells folders apart and guards nothing, and a start need not wait for libsodium.
std::uint64_t folder_number(std::string_view folder)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : folder) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    return (hash ^ (hash >> 48)) & 0xFFFF'FFFF'FFFFULL;
}

// BLAKE2b: the state of ten thousand files is a text of a megabyte.
std::string short_hash(std::string_view text, std::size_t bytes)
{
    return hexadecimal(keyed_hash("unknot index of a pack", text).substr(0, bytes));
}

// The cache tells which problems a person looked up: nobody else needs to see it.
void make_folder(const fs::path& folder)
{
    std::error_code ignored;
    fs::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), 0700);
}

fs::path beside(const fs::path& index, const std::string& extension)
{
    fs::path file = index;
    return file.replace_extension(extension);
}

fs::path notes_file(const fs::path& index)
{
    return beside(index, ".files");
}

fs::path changes_file(const fs::path& index, const std::string& stamp)
{
    return beside(index, fmt::format(".{}.changes", stamp));
}

void remove_other_changes(const fs::path& index, const std::string& stamp)
{
    std::error_code ignored;
    const std::string start = index.stem().string() + '.';
    const std::string kept = changes_file(index, stamp).filename().string();
    for (const fs::directory_entry& entry : fs::directory_iterator(index.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind(start, 0) == 0 && entry.path().extension() == ".changes" && name != kept) {
            fs::remove(entry.path(), ignored);
        }
    }
}

// Only root, who installed the pack, can have put it there.
bool is_installed(const fs::path& file)
{
    struct stat status = {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::string contents_stamp(const Pack& pack)
{
    Problems ignored;
    const std::optional<Source> head = pack.read("pack.yaml", ignored);
    return "contents " + short_hash(file_sizes(pack) + (head ? head->text : std::string()), stamp_bytes);
}

std::size_t file_count(std::string_view files)
{
    return static_cast<std::size_t>(std::count(files.begin(), files.end(), '\n'));
}

// Problems come from several threads, item by item, and are told in the order of the items.
class Recipe {
public:
    Recipe(const Pack& pack, std::vector<IndexItem> items) : pack_(pack), items_(std::move(items)), problems_(items_.size()) {}

    IndexRecipe recipe(std::string stamp, IndexLayer layer)
    {
        IndexRecipe made;
        made.stamp = std::move(stamp);
        made.items = items_.size();
        made.layer = layer;
        made.name = [this](std::size_t item) { return item_name(items_[item]); };
        made.documents = [this](std::size_t item) {
            problems_[item].clear();
            return documents_of(pack_, items_[item], problems_[item]);
        };
        return made;
    }

    void tell(Problems& problems) const
    {
        for (const Problems& found : problems_) {
            problems.insert(problems.end(), found.begin(), found.end());
        }
    }

private:
    const Pack& pack_;
    std::vector<IndexItem> items_;
    std::vector<Problems> problems_;
};

std::function<void(std::size_t)> progress_of(const IndexUpdate& update, std::size_t items)
{
    return update.progress ? [&update, items](std::size_t done) { update.progress(done, items); } : std::function<void(std::size_t)>();
}

class Keeper {
public:
    Keeper(const Pack& pack, const fs::path& cache) : pack_(pack), index_(index_file(pack, cache)) {}

    // Nothing when there is none, or it isn't up to date.
    std::optional<PackIndex> current()
    {
        const bool every_file = pack_.freshness() == Freshness::every_file;
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto notes = read_notes(notes_file(index_), every_file ? NotesPart::everything : NotesPart::folders);
            const bool same = notes && (every_file ? notes->files == files() : notes->folders == folders());
            if (!same) {
                return std::nullopt;
            }
            if (auto index = opened(*notes)) {
                return index;
            }
        }
        return std::nullopt;
    }

    // The old index with what changed since. Nothing when there is no old one, or too much has changed.
    std::optional<PackIndex> updated(Problems& problems)
    {
        auto notes = read_notes(notes_file(index_), NotesPart::everything);
        if (!notes || notes->files.empty()) {
            return std::nullopt;
        }
        const auto replaced = replaced_since(*notes);
        std::optional<PackIndex> large = replaced ? opened_large(*notes) : std::nullopt;
        if (!large) {
            return std::nullopt;
        }
        notes->folders = folders();
        notes->files = files();
        notes->replaced = *replaced;
        overlay(*large, *notes, problems);
        write_notes(notes_file(index_), *notes);
        remove_other_changes(index_, notes->changes);
        return large;
    }

    // The one that the pack carries.
    std::optional<PackIndex> prebuilt()
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

    PackIndex built(Problems& problems, const IndexUpdate& update)
    {
        IndexNotes notes;
        notes.folders = folders(); // before any file is read: what changes meanwhile shows the next time
        notes.stamp = short_hash(notes.folders + files(), stamp_bytes);
        notes.files = std::move(files_);
        std::vector<IndexItem> items = items_of(pack_);
        const std::size_t count = items.size();
        Recipe recipe(pack_, std::move(items));
        IndexRecipe made = recipe.recipe(notes.stamp, IndexLayer::whole);
        made.synonyms = pack_.synonyms(problems);
        made.progress = progress_of(update, count);
        PackIndex index = PackIndex::build(index_, made);
        keep(notes);
        recipe.tell(problems);
        return index;
    }

private:
    const std::string& folders()
    {
        folders_ = folders_.empty() ? folder_state(pack_) : folders_;
        return folders_;
    }

    const std::string& files()
    {
        files_ = files_.empty() ? file_state(pack_) : files_;
        return files_;
    }

    // A cache that can't be written costs time at the next search, and no more.
    void keep(const IndexNotes& notes)
    {
        if (index_.parent_path().empty()) {
            return; // no cache
        }
        try {
            make_folder(index_.parent_path());
            write_notes(notes_file(index_), notes);
            remove_other_changes(index_, notes.changes);
        } catch (const Failure&) {
            return;
        }
    }

    std::optional<PackIndex> opened_large(const IndexNotes& notes) const
    {
        return notes.prebuilt ? (is_installed(prebuilt_index_file(pack_)) ? PackIndex::open_installed(prebuilt_index_file(pack_), notes.stamp) : std::nullopt)
                              : PackIndex::open(index_, notes.stamp);
    }

    std::optional<PackIndex> opened(const IndexNotes& notes) const
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
    std::optional<std::vector<std::string>> replaced_since(const IndexNotes& notes)
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
    void overlay(PackIndex& large, IndexNotes& notes, Problems& problems)
    {
        notes.changes.clear();
        if (notes.replaced.empty()) {
            return;
        }
        std::vector<IndexItem> items;
        std::transform(notes.replaced.begin(), notes.replaced.end(), std::back_inserter(items), [](const std::string& name) { return item_named(name); });
        Recipe recipe(pack_, std::move(items));
        const std::string stamp = short_hash(notes.stamp + notes.files, stamp_bytes);
        PackIndex changes = PackIndex::build(changes_file(index_, stamp), recipe.recipe(stamp, IndexLayer::changes));
        recipe.tell(problems);
        if (changes.documents() == 0) {
            large.hide(pack_.info().id, notes.replaced); // its file goes with the other old ones
            return;
        }
        notes.changes = stamp;
        large.overlay(std::move(changes), pack_.info().id, notes.replaced);
    }

    const Pack& pack_;
    fs::path index_;
    std::string folders_;
    std::string files_;
};

PackIndex in_memory(const Pack& pack, Problems& problems)
{
    Recipe recipe(pack, items_of(pack));
    IndexRecipe made = recipe.recipe("memory", IndexLayer::whole);
    made.synonyms = pack.synonyms(problems);
    PackIndex index = PackIndex::build_in_memory(made);
    recipe.tell(problems);
    return index;
}

void warn(const Failure& failure, Problems& problems)
{
    Problem problem = failure.problem();
    problem.severity = Severity::warning;
    problem.code = "index-not-kept";
    problems.push_back(std::move(problem));
}

} // namespace

fs::path index_file(const Pack& pack, const fs::path& cache)
{
    const std::string folder = fs::absolute(pack.folder()).lexically_normal().string();
    return cache / fmt::format("{}-{:012x}.idx", pack.info().id, folder_number(folder));
}

fs::path prebuilt_index_file(const Pack& pack)
{
    return pack.folder() / "search.idx";
}

IndexState index_state(const Pack& pack, const fs::path& cache)
{
    Keeper keeper(pack, cache);
    if (keeper.current() || keeper.prebuilt()) {
        return IndexState::current;
    }
    return fs::exists(index_file(pack, cache)) ? IndexState::changed : IndexState::missing;
}

PackIndex index_for_pack(const Pack& pack, const fs::path& cache, Problems& problems, const IndexUpdate& update)
{
    Keeper keeper(pack, cache);
    if (!update.from_scratch && !cache.empty()) {
        if (auto index = keeper.current()) {
            return std::move(*index);
        }
    }
    if (auto index = update.from_scratch ? std::nullopt : keeper.prebuilt()) {
        return std::move(*index);
    }
    if (cache.empty()) {
        return in_memory(pack, problems);
    }
    make_folder(cache);
    const std::size_t told = problems.size();
    try {
        if (auto index = update.from_scratch ? std::nullopt : keeper.updated(problems)) {
            return std::move(*index);
        }
        return keeper.built(problems, update);
    } catch (const Failure& failure) {
        problems.resize(told);
        warn(failure, problems);
        return in_memory(pack, problems);
    }
}

void prebuild_index(const Pack& pack, Problems& problems)
{
    Recipe recipe(pack, items_of(pack));
    IndexRecipe made = recipe.recipe(contents_stamp(pack), IndexLayer::whole);
    made.synonyms = pack.synonyms(problems);
    PackIndex::build(prebuilt_index_file(pack), made);
    fs::permissions(prebuilt_index_file(pack), fs::perms::group_read | fs::perms::others_read, fs::perm_options::add); // it is no secret
    recipe.tell(problems);
}

} // namespace unknot
