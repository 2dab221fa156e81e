// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/pack_index.hpp"

#include "pack_index/keeper.hpp"
#include "pack_index/places.hpp"
#include "pack_index/recipe.hpp"
#include "pack_index/stamps.hpp"
#include "unknot/hash.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

namespace fs = std::filesystem;

PackIndex in_memory(const Pack& pack, Problems& problems)
{
    Recipe recipe(pack, items_of(pack));
    PackIndex index = PackIndex::build_in_memory(recipe.whole("memory", problems));
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

// What lies in the cache or in the pack, as far as it can be used without indexing the pack. Who looks at every file may have seen an edit that the
// index in the pack, which is known by sizes, does not show: the one in the cache comes first then.
std::optional<PackIndex> found(Keeper& keeper, Freshness freshness, bool has_cache, Problems& problems)
{
    std::optional<PackIndex> index = has_cache ? keeper.current() : std::nullopt;
    const bool every_file = freshness == Freshness::every_file;
    if (!index && every_file && has_cache) {
        index = keeper.updated(problems);
    }
    if (!index) {
        index = keeper.prebuilt();
    }
    return index || every_file || !has_cache ? std::move(index) : keeper.updated(problems);
}

} // namespace

fs::path index_file(const Pack& pack, const fs::path& cache)
{
    const std::string folder = fs::absolute(pack.folder()).lexically_normal().string();
    return cache / fmt::format("{}-{:012x}.idx", pack.info().id, quick_hash(folder));
}

fs::path prebuilt_index_file(const Pack& pack)
{
    return pack.folder() / "search.idx";
}

IndexState index_state(const Pack& pack, const fs::path& cache)
{
    Keeper keeper(pack, cache, Freshness::every_file);
    if (keeper.current()) {
        return IndexState::current;
    }
    if (fs::exists(notes_file(index_file(pack, cache)))) {
        return IndexState::changed;
    }
    return keeper.prebuilt() ? IndexState::current : IndexState::missing;
}

PackIndex index_for_pack(const Pack& pack, const fs::path& cache, Problems& problems, const IndexUpdate& update)
{
    const Freshness freshness = update.freshness.value_or(pack.freshness());
    Keeper keeper(pack, cache, freshness);
    const std::size_t told = problems.size();
    try {
        if (auto index = update.from_scratch ? std::nullopt : found(keeper, freshness, !cache.empty(), problems)) {
            return std::move(*index);
        }
        if (!cache.empty()) {
            return keeper.built(problems, update);
        }
    } catch (const Failure& failure) {
        problems.resize(told);
        warn(failure, problems);
    }
    return in_memory(pack, problems);
}

void prebuild_index(const Pack& pack, Problems& problems)
{
    Recipe recipe(pack, items_of(pack));
    PackIndex::build(prebuilt_index_file(pack), recipe.whole(contents_stamp(pack), problems));
    fs::permissions(prebuilt_index_file(pack), fs::perms::group_read | fs::perms::others_read, fs::perm_options::add); // it is no secret
    recipe.tell(problems);
}

} // namespace unknot
