// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian can't write a single file directly: documents go into parts, folders beside the wanted file, which are compacted into one file that is
// sealed and renamed. Nearly all of the time is Xapian's inverter, whose maps grow with what was not yet written: parts of a bounded size keep both
// the time and the memory for each page the same for any number of pages, and two threads fill them side by side. Which items make a part
// follows from the items alone and not from the machine: ties between equal hits are broken by the order of documents, and a packager wants
// two builds to give the same bytes. The only thing that Xapian makes up is the file's UUID, so that is written over.
#include "search_index/build.hpp"

#include "crew.hpp"
#include "search_index/manifest.hpp"
#include "search_index/memory_file.hpp"
#include "search_index/packed_text.hpp"
#include "search_index/seal.hpp"
#include "search_index/workplace.hpp"
#include "search_index/writer.hpp"
#include "unknot/units.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <set>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t items_of_a_job = 1000;
constexpr std::size_t bytes_of_a_part = 3 * 512 * 1024; // of text: a part that has more is ended before its job is
constexpr std::size_t parts_at_once = 24;                // a part is six open files; more of them are merged by groups first

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

SynonymLines lines_of(const Synonyms& synonyms)
{
    SynonymLines lines;
    for (const auto& [language, groups] : synonyms) {
        for (const std::vector<std::string>& group : groups) {
            add_group(lines, language, group);
        }
    }
    return lines;
}

void add_synonyms(Xapian::WritableDatabase& database, const SynonymLines& lines)
{
    for (const auto& [key, words] : lines) {
        database.set_metadata(key, fmt::format("{}\n", fmt::join(words, "\n")));
    }
}

// Of items from everywhere in the pack: one of thirty, until samples would be as long as they may. Neighbours may be one text in several languages, of
// which a fixed distance would always meet the same.
TextSamples samples_of(const IndexRecipe& recipe)
{
    constexpr std::size_t share = 32;
    constexpr std::size_t most = 128;
    constexpr std::size_t neighbours = 7;
    TextSamples samples;
    const std::size_t wanted = std::min(recipe.items / share, most);
    for (std::size_t i = 0; i < wanted; ++i) {
        for (const IndexDocument& document : recipe.documents(i * recipe.items / wanted + i % neighbours)) {
            samples.add(document.language, document.body);
        }
    }
    return samples;
}

void add_samples(Xapian::WritableDatabase& database, const TextSamples& samples)
{
    for (const auto& [language, sample] : samples.all()) {
        database.set_metadata(terms::key_sample(sample_key(sample)), sample);
    }
}

void add_item(IndexWriter& writer, const IndexRecipe& recipe, std::size_t item)
{
    const std::string name = recipe.name ? recipe.name(item) : fmt::format("{}", item);
    for (const IndexDocument& document : recipe.documents(item)) {
        writer.add(document, name);
    }
}

// One part of the index: opened when made, on the disk when closed.
class Part {
public:
    Part(const fs::path& folder, IndexLayer layer, const TextSamples& samples)
        : database_(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS), writer_(database_, layer, samples)
    {
    }

    IndexWriter& writer() { return writer_; }
    Xapian::WritableDatabase& database() { return database_; }
    bool is_full() const { return writer_.bytes() > bytes_of_a_part; }

    void close(const Manifest& manifest, const std::function<bool(const std::string& word)>& is_spelled)
    {
        write_manifest(database_, manifest);
        writer_.add_spelling(is_spelled);
        database_.commit();
        database_.close();
    }

private:
    Xapian::WritableDatabase database_;
    IndexWriter writer_;
};

// The parts of a job are numbered so that all parts stand in the order of the items.
constexpr std::size_t parts_of_a_job = items_of_a_job;

constexpr std::size_t threads_at_work = 2; // each takes its own memory

class Builder {
public:
    Builder(const Workplace& place, const IndexRecipe& recipe) : place_(place), recipe_(recipe), synonyms_(lines_of(recipe.synonyms)), samples_(samples_of(recipe)) {}

    // Everything as one file.
    void write(const fs::path& result)
    {
        std::vector<fs::path> files = parts();
        for (std::size_t round = 0; files.size() > parts_at_once; ++round) {
            files = merged_by_groups(files, round);
        }
        merge(files, result);
    }

private:
    std::vector<fs::path> parts()
    {
        const std::size_t jobs = std::max<std::size_t>(1, (recipe_.items + items_of_a_job - 1) / items_of_a_job);
        written_.resize(jobs);
        if (jobs == 1) {
            do_job(0); // after one change: sooner done than a thread is begun
            tell();
        } else {
            do_jobs(jobs, threads_at_work, [this](std::size_t job, const std::stop_token&) { do_job(job); }, [this](std::size_t) { tell(); });
        }
        std::vector<fs::path> files;
        for (std::size_t job = 0; job < jobs; ++job) {
            for (std::size_t part = 0; part < written_[job]; ++part) {
                files.push_back(place_.part(job * parts_of_a_job + part));
            }
        }
        return files;
    }

    void tell() const
    {
        if (recipe_.progress) {
            recipe_.progress(done_);
        }
    }

    std::vector<fs::path> merged_by_groups(const std::vector<fs::path>& files, std::size_t round) const
    {
        std::vector<fs::path> merged;
        for (auto first = files.begin(); first != files.end();) {
            const auto last = first + std::min<std::ptrdiff_t>(parts_at_once, files.end() - first);
            merged.push_back(place_.group(round, merged.size()));
            merge({first, last}, merged.back());
            for (; first != last; ++first) {
                fs::remove_all(*first);
            }
        }
        return merged;
    }

    void merge(const std::vector<fs::path>& files, const fs::path& result) const
    {
        Xapian::Database all;
        for (const fs::path& file : files) {
            all.add_database(Xapian::Database(file.string()));
        }
        constexpr unsigned how = Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL;
        ManifestMerger merger;
        if (recipe_.layer == IndexLayer::whole) {
            all.compact(result.string(), how, block_bytes(), merger);
        } else {
            // Xapian syncs a dozen times, which is most of the time of a small index. In memory that costs nothing, and the seal syncs once.
            const MemoryFile memory;
            all.compact(memory.duplicate(), how, block_bytes(), merger);
            memory.copy_to(result);
        }
    }

    // A search reads dozens of blocks. Of Xapian's usual 8192 bytes it copies more than is wanted, into more pages; but many items in smaller ones make
    // the trees higher.
    int block_bytes() const
    {
        constexpr std::size_t many_items = 50'000;
        return recipe_.items < many_items ? 4096 : 8192;
    }

    void do_job(std::size_t job)
    {
        const std::size_t end = std::min(recipe_.items, (job + 1) * items_of_a_job);
        std::size_t item = job * items_of_a_job;
        do {
            Part part(place_.part(job * parts_of_a_job + written_[job]), recipe_.layer, samples_);
            if (item == 0) {
                add_synonyms(part.database(), synonyms_);
                add_samples(part.database(), samples_);
            }
            for (; item < end && !part.is_full(); ++item, ++done_) {
                add_item(part.writer(), recipe_, item);
            }
            const Manifest manifest{index_revision(), recipe_.stamp, !synonyms_.empty(), part.writer().has_symptoms(), part.writer().languages()};
            part.close(manifest, recipe_.items <= items_of_a_job ? recipe_.is_spelled : nullptr); // more are done by several threads
            ++written_[job];
        } while (item < end);
    }

    const Workplace& place_;
    const IndexRecipe& recipe_;
    const SynonymLines synonyms_;
    const TextSamples samples_;
    std::vector<std::size_t> written_; // parts, by job
    std::atomic<std::size_t> done_ = 0;
};

} // namespace

std::string index_revision()
{
    return fmt::format("{}.{} xapian {}", terms::revision, tokens_revision, Xapian::version_string());
}

void write_index(const fs::path& file, const IndexRecipe& recipe)
{
    const Workplace place(file);
    Builder(place, recipe).write(place.result());
    name_after_contents(place.result());
    seal(place.result(), recipe.stamp);
    fs::rename(place.result(), file);
}

void write_index(Xapian::WritableDatabase& database, const IndexRecipe& recipe)
{
    const TextSamples none; // of what no file keeps
    IndexWriter writer(database, recipe.layer, none);
    for (std::size_t item = 0; item < recipe.items; ++item) {
        add_item(writer, recipe, item);
    }
    const SynonymLines synonyms = lines_of(recipe.synonyms);
    add_synonyms(database, synonyms);
    write_manifest(database, {index_revision(), recipe.stamp, !synonyms.empty(), writer.has_symptoms(), writer.languages()});
    database.commit();
}

} // namespace unknot
