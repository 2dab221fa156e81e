// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian can't write a single file directly: documents go into one or two folders beside the wanted file, those are compacted into one file,
// that is sealed and renamed. Nearly all of the time is Xapian's inverter, so a large pack is split over two threads, each with a folder of its
// own; the number is fixed and not the machine's, because ties between equal hits are broken by the order of documents.
#include "search_index/build.hpp"

#include "search_index/seal.hpp"
#include "search_index/terms.hpp"
#include "search_index/workplace.hpp"
#include "search_index/writer.hpp"
#include "unknot/units.hpp"

#include <fmt/format.h>
#include <future>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t items_of_a_large_pack = 500;

using SynonymLines = std::map<std::string, std::set<std::string>>; // key of the metadata -> what means the same

void add_group(SynonymLines& lines, const std::string& language, const std::vector<std::string>& group)
{
    for (const std::string& one : group) {
        for (const std::string& other : group) {
            const std::string words = plain_words(other);
            if (&one != &other && !words.empty()) {
                lines[terms::key_synonym(language, plain_words(one))].insert(words);
            }
        }
    }
}

void add_synonyms(Xapian::WritableDatabase& database, const Synonyms& synonyms)
{
    SynonymLines lines;
    for (const auto& [language, groups] : synonyms) {
        for (const std::vector<std::string>& group : groups) {
            add_group(lines, language, group);
        }
    }
    for (const auto& [key, words] : lines) {
        database.set_metadata(key, fmt::format("{}\n", fmt::join(words, "\n")));
    }
}

void add_metadata(Xapian::WritableDatabase& database, const IndexRecipe& recipe)
{
    database.set_metadata(std::string(terms::key_revision), index_revision());
    database.set_metadata(std::string(terms::key_stamp), recipe.stamp);
    add_synonyms(database, recipe.synonyms);
}

// Every `step`th item, from `first` on.
void add_items(Xapian::WritableDatabase& database, const IndexRecipe& recipe, std::size_t first, std::size_t step)
{
    IndexWriter writer(database);
    for (std::size_t item = first; item < recipe.items; item += step) {
        for (const IndexDocument& document : recipe.documents(item)) {
            writer.add(document);
        }
    }
    database.commit();
    try {
        writer.add_spelling();
    } catch (const Xapian::UnimplementedError&) {
        return; // an index in memory has no dictionary
    }
}

void write_shard(const fs::path& folder, const IndexRecipe& recipe, std::size_t shard, std::size_t shards)
{
    constexpr int disposable = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
    Xapian::WritableDatabase database(folder.string(), disposable);
    add_items(database, recipe, shard, shards);
    if (shard == 0) {
        add_metadata(database, recipe);
    }
    database.commit();
    database.close();
}

Xapian::Database written_shards(const Workplace& place, const IndexRecipe& recipe)
{
    if (recipe.items <= items_of_a_large_pack) {
        write_shard(place.shard(0), recipe, 0, 1);
        return Xapian::Database(place.shard(0).string());
    }
    std::future<void> second = std::async(std::launch::async, [&] { write_shard(place.shard(1), recipe, 1, 2); });
    write_shard(place.shard(0), recipe, 0, 2);
    second.get();
    Xapian::Database both(place.shard(0).string());
    both.add_database(Xapian::Database(place.shard(1).string()));
    return both;
}

} // namespace

std::string index_revision()
{
    return fmt::format("{}.{} xapian {}", terms::revision, tokens_revision, Xapian::version_string());
}

void write_index(const fs::path& file, const IndexRecipe& recipe)
{
    const Workplace place(file);
    Xapian::Database shards = written_shards(place, recipe);
    shards.compact(place.result().string(), Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL);
    seal(place.result(), recipe.stamp);
    fs::rename(place.result(), file);
}

void write_index(Xapian::WritableDatabase& database, const IndexRecipe& recipe)
{
    add_items(database, recipe, 0, 1);
    add_metadata(database, recipe);
    database.commit();
}

} // namespace unknot
