// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_index/build.hpp"
#include "search_index/seal.hpp"
#include "search_index/state.hpp"
#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace unknot {

namespace fs = std::filesystem;

PackIndex::PackIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
PackIndex::PackIndex(PackIndex&&) noexcept = default;
PackIndex& PackIndex::operator=(PackIndex&&) noexcept = default;
PackIndex::~PackIndex() = default;

const std::vector<std::string>& PackIndex::languages() const
{
    return state_->languages;
}

std::size_t PackIndex::documents() const
{
    std::size_t count = 0;
    for (const Xapian::Database& database : state_->databases) {
        count += database.get_doccount();
    }
    for (const RemoteIndex& remote : state_->remotes) {
        count += remote.database.get_doccount();
    }
    return count;
}

std::function<bool(const std::string& word)> PackIndex::dictionary() const
{
    const Xapian::Database& database = state_->databases.front();
    return [database, at = database.spellings_begin(), last = std::string()](const std::string& word) mutable {
        if (word < last) {
            at = database.spellings_begin();
        }
        last = word;
        if (at != database.spellings_end()) {
            at.skip_to(word);
        }
        return at != database.spellings_end() && *at == word;
    };
}

void PackIndex::hide(const std::string& pack, const std::vector<std::string>& items)
{
    for (const std::string& item : items) {
        state_->replaced.push_back(terms::item(IndexLayer::whole, pack, item));
    }
}

void PackIndex::overlay(PackIndex changes, const std::string& pack, const std::vector<std::string>& items)
{
    std::vector<Xapian::Database>& added = changes.state_->databases;
    state_->databases.insert(state_->databases.end(), added.begin(), added.end());
    std::vector<std::string> languages;
    std::set_union(state_->languages.begin(), state_->languages.end(), changes.languages().begin(), changes.languages().end(),
        std::back_inserter(languages));
    state_->languages = std::move(languages);
    state_->has_synonyms = state_->has_synonyms || changes.state_->has_synonyms;
    state_->has_symptoms = state_->has_symptoms || changes.state_->has_symptoms;
    hide(pack, items);
}

std::optional<PackIndex> PackIndex::open(const fs::path& file, const std::string& stamp)
{
    return is_sealed(file, stamp) ? open_installed(file, stamp) : std::nullopt;
}

std::optional<PackIndex> PackIndex::open_installed(const fs::path& file, const std::string& stamp)
{
    try {
        Xapian::Database database(file.string());
        const Manifest manifest = read_manifest(database);
        if (manifest.revision != index_revision() || manifest.stamp != stamp) {
            return std::nullopt;
        }
        auto state = std::make_unique<State>();
        state->open(std::move(database), manifest);
        return PackIndex(std::move(state));
    } catch (const Xapian::Error&) {
        return std::nullopt;
    }
}

std::optional<PackIndex> PackIndex::open_remote(const ServerAddress& address, Problems& warnings)
{
    std::optional<RemoteIndex> remote = unknot::open_remote(address, warnings);
    if (!remote) {
        return std::nullopt;
    }
    auto state = std::make_unique<State>();
    state->languages = remote->languages;
    state->remotes.push_back(std::move(*remote));
    return PackIndex(std::move(state));
}

PackIndex PackIndex::build(const fs::path& file, const IndexRecipe& recipe)
{
    const std::string what = fmt::format("cannot write the search index '{}'", file.string());
    fenced(what, [&] {
        try {
            write_index(file, recipe);
        } catch (const fs::filesystem_error& error) {
            throw Failure(fmt::format("{}: {}", what, error.code().message()));
        }
    });
    std::optional<PackIndex> index = open(file, recipe.stamp);
    if (!index) {
        throw Failure(fmt::format("{}: it cannot be read back", what));
    }
    return std::move(*index);
}

PackIndex PackIndex::build_in_memory(const IndexRecipe& recipe)
{
    return fenced("cannot index the pack in memory", [&] {
        Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
        write_index(database, recipe);
        auto state = std::make_unique<State>();
        state->open(database, read_manifest(database));
        return PackIndex(std::move(state));
    });
}

} // namespace unknot
