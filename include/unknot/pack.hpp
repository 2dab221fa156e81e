// SPDX-License-Identifier: GPL-3.0-or-later
// A pack: a folder of knowledge, opened in place. Reads one file at a time, and only the ones asked for: how many trees a pack has
// costs nothing until somebody lists them.
#pragma once

#include "unknot/article.hpp"
#include "unknot/problem.hpp"
#include "unknot/provider.hpp"
#include "unknot/source.hpp"
#include "unknot/text.hpp"
#include "unknot/tree.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// What probes may use at most: kinds of network probes, file arguments and commands, literally.
struct Needs {
    std::vector<std::string> network;
    std::vector<std::string> files;
    std::vector<std::string> commands;   // argv joined by one space
};

struct PackInfo {
    std::string id;
    std::string version;
    Text title;
    std::map<std::string, Text, std::less<>> topics;
    std::string source_language;
    std::vector<std::string> languages;
    std::string license;
    std::string homepage;
    std::string reviewed;   // ISO dates, empty when not given
    std::string expires;
    Needs needs;
};

// Words that mean the same, by language.
using Synonyms = std::map<std::string, std::vector<std::vector<std::string>>, std::less<>>;

// Reads pack.yaml / synonyms.yaml. A PackInfo is returned whenever an id could be read.
std::optional<PackInfo> read_pack_info(const Source& source, Problems& problems);
Synonyms read_synonyms(const Source& source, Problems& problems);

enum class Freshness { stamp, every_file };   // how an index finds out that the pack changed: installed packs, packs being written

struct ArticleName {
    std::string id;
    std::string language;
    auto operator<=>(const ArticleName&) const = default;
};

// The providers in a folder that is in no pack, such as a person's own; those that can't be read are Problems. Nothing when there is no such folder.
std::vector<Provider> providers_in(const std::filesystem::path& folder, Problems& problems);

class Pack {
public:
    // Opens a folder. Throws Failure when there is no pack.yaml, it can't be read, or it is no pack. `shown_as` is what messages
    // call the folder (as the person wrote it). `problems` gets the rest of what is wrong with pack.yaml. What a faultless pack.yaml says is kept in
    // the folder `cache` until the file changes, if one is named.
    static Pack open(const std::filesystem::path& folder, std::string shown_as, Freshness freshness, Problems& problems,
        const std::filesystem::path& cache = {});

    const PackInfo& info() const { return info_; }
    const std::filesystem::path& folder() const { return folder_; }
    const std::string& shown_as() const { return shown_as_; }
    Freshness freshness() const { return freshness_; }

    bool has_tree(std::string_view id) const;                 // the file is there; one stat
    bool has_article(std::string_view id) const;              // in any of the pack's languages
    bool has_provider(std::string_view id) const;
    std::vector<std::string> tree_ids() const;                // sorted; reads the folder
    std::vector<ArticleName> article_names() const;           // sorted; reads the folder
    std::vector<std::string> provider_ids() const;
    std::vector<std::string> scenario_files() const;          // ids of tests/ID.yaml, sorted

    // The text of `trees/x.yaml` and the like. Nothing when there is no such file. A file that can't be read, is no regular file or
    // leads out of the pack by a link is a Problem.
    std::optional<Source> read(const std::string& relative, Problems& problems) const;

    // One tree with the named languages merged in. Nothing when it isn't there or too broken to be walked.
    std::optional<Tree> tree(std::string_view id, const std::vector<std::string>& languages, Problems& problems) const;

    // A tree and all that it reaches by `call` and `@tree`, and what only shows across them: targets, types, circles of calls.
    // Nothing when the root, or a tree that it needs, has errors.
    std::optional<Forest> forest(std::string_view root, const std::vector<std::string>& languages, Problems& problems) const;

    std::optional<Article> article(std::string_view id, std::string_view language, Problems& problems) const;
    std::optional<Provider> provider(std::string_view id, Problems& problems) const;
    Synonyms synonyms(Problems& problems) const;

private:
    void check_needs(const Forest& forest, Problems& problems) const;
    void check_need(const Tree& tree, const Probe& probe, Problems& problems) const;

    std::filesystem::path folder_;
    std::string shown_as_;
    Freshness freshness_ = Freshness::stamp;
    PackInfo info_;
};

} // namespace unknot
