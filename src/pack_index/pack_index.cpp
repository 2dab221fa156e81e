// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/pack_index.hpp"

#include "unknot/hash.hpp"
#include "unknot/index_document.hpp"
#include "unknot/index_stamp.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t name_digits = 12;

std::string short_hash(std::string_view text)
{
    std::string out;
    for (const char byte : sha256(text).substr(0, name_digits / 2)) {
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
}

// The cache tells which problems a person looked up: nobody else needs to see it.
void make_folder(const fs::path& folder)
{
    std::error_code ignored;
    fs::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), 0700);
}

// Problems come from several threads, item by item, and are told in the order of the items.
struct Reading {
    std::vector<IndexItem> items;
    std::vector<Problems> problems;
};

IndexRecipe recipe_for(const Pack& pack, std::string stamp, Reading& reading, Problems& problems)
{
    IndexRecipe recipe;
    recipe.stamp = std::move(stamp);
    recipe.items = reading.items.size();
    recipe.documents = [&pack, &reading](std::size_t item) {
        reading.problems[item].clear();
        return documents_of(pack, reading.items[item], reading.problems[item]);
    };
    recipe.synonyms = pack.synonyms(problems);
    return recipe;
}

PackIndex built(const fs::path& file, const IndexRecipe& recipe, Problems& problems)
{
    try {
        return PackIndex::build(file, recipe);
    } catch (const Failure& failure) {
        Problem problem = failure.problem();
        problem.severity = Severity::warning;
        problem.code = "index-not-kept";
        problems.push_back(std::move(problem));
        return PackIndex::build_in_memory(recipe);
    }
}

} // namespace

fs::path index_file(const Pack& pack, const fs::path& cache)
{
    std::error_code ignored;
    const fs::path folder = fs::weakly_canonical(pack.folder(), ignored);
    return cache / fmt::format("{}-{}.idx", pack.info().id, short_hash((folder.empty() ? pack.folder() : folder).string()));
}

bool is_indexed(const Pack& pack, const fs::path& cache)
{
    return PackIndex::open(index_file(pack, cache), stamp_of(pack)).has_value();
}

PackIndex index_for_pack(const Pack& pack, const fs::path& cache, Problems& problems, Rebuild rebuild)
{
    const fs::path file = index_file(pack, cache);
    std::string stamp = stamp_of(pack);
    if (rebuild == Rebuild::when_stale && !cache.empty()) {
        if (auto index = PackIndex::open(file, stamp)) {
            return std::move(*index);
        }
    }
    if (!cache.empty()) {
        make_folder(cache);
    }
    Reading reading;
    reading.items = items_of(pack);
    reading.problems.resize(reading.items.size());
    const IndexRecipe recipe = recipe_for(pack, std::move(stamp), reading, problems);
    PackIndex index = cache.empty() ? PackIndex::build_in_memory(recipe) : built(file, recipe, problems);
    for (Problems& found : reading.problems) {
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return index;
}

} // namespace unknot
