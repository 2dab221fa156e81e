// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/pack.hpp"

#include "pack/folder.hpp"
#include "pack/head.hpp"
#include "unknot/fields.hpp"
#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <sys/stat.h>

#include <algorithm>

namespace unknot {

namespace fs = std::filesystem;

namespace {

bool is_file(const fs::path& path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

// What is named otherwise, translations among it, is another file.
std::vector<std::string> ids_in(const fs::path& folder)
{
    auto names = names_in(folder, ".yaml");
    names.erase(std::remove_if(names.begin(), names.end(), [](const std::string& name) { return !is_pack_id(name); }), names.end());
    return names;
}

bool contains(const std::vector<std::string>& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

PackInfo read_head(const fs::path& folder, const std::string& shown_as, Problems& found)
{
    const auto source = read_beneath(folder, "pack.yaml", shown_as, found);
    if (!source) {
        throw found.empty() ? Failure(fmt::format("'{}' is no pack: it has no pack.yaml", shown_as)) : Failure(found.front());
    }
    auto info = read_pack_info(*source, found);
    if (!info) {
        throw Failure(found.empty() ? Problem{Severity::error, "no-pack", "no pack", Place{source->file, 0, 0}, {}, {}} : found.front());
    }
    return std::move(*info);
}

} // namespace

Pack Pack::open(const fs::path& folder, std::string shown_as, Freshness freshness, Problems& problems, const fs::path& cache)
{
    const KeptHead kept(folder, cache);
    std::optional<PackInfo> info = kept.read();
    if (!info) {
        Problems found;
        info = read_head(folder, shown_as, found);
        if (found.empty()) {
            kept.write(*info);
        }
        problems.insert(problems.end(), found.begin(), found.end());
    }
    Pack pack;
    pack.folder_ = folder;
    pack.shown_as_ = std::move(shown_as);
    pack.freshness_ = freshness;
    pack.info_ = std::move(*info);
    return pack;
}

bool Pack::has_tree(std::string_view id) const
{
    return is_pack_id(id) && is_file(folder_ / fmt::format("trees/{}.yaml", id));
}

bool Pack::has_article(std::string_view id) const
{
    return is_pack_id(id) && std::any_of(info_.languages.begin(), info_.languages.end(), [&](const std::string& language) {
        return is_file(folder_ / fmt::format("articles/{}.{}.md", id, language));
    });
}

bool Pack::has_provider(std::string_view id) const
{
    return is_pack_id(id) && is_file(folder_ / fmt::format("providers/{}.yaml", id));
}

std::vector<std::string> Pack::tree_ids() const
{
    return ids_in(folder_ / "trees");
}

std::vector<ArticleName> Pack::article_names() const
{
    std::vector<ArticleName> articles;
    for (const auto& name : names_in(folder_ / "articles", ".md")) {
        const auto dot = name.rfind('.');
        if (dot != std::string::npos && is_pack_id(name.substr(0, dot)) && is_pack_id(name.substr(dot + 1))) {
            articles.push_back({name.substr(0, dot), name.substr(dot + 1)});
        }
    }
    return articles;
}

std::vector<std::string> Pack::provider_ids() const
{
    return ids_in(folder_ / "providers");
}

std::vector<std::string> Pack::scenario_files() const
{
    return ids_in(folder_ / "tests");
}

std::optional<Source> Pack::read(const std::string& relative, Problems& problems) const
{
    return read_beneath(folder_, relative, shown_as_, problems);
}

std::optional<Tree> Pack::tree(std::string_view id, const std::vector<std::string>& languages, Problems& problems) const
{
    auto found = forest(id, languages, problems);
    if (!found) {
        return std::nullopt;
    }
    return std::move(found->trees.find(id)->second);
}

std::optional<Article> Pack::article(std::string_view id, std::string_view language, Problems& problems) const
{
    const auto source = is_pack_id(id) ? read(fmt::format("articles/{}.{}.md", id, language), problems) : std::nullopt;
    return source ? read_article(*source, id, language, problems) : std::nullopt;
}

std::optional<Provider> Pack::provider(std::string_view id, Problems& problems) const
{
    const auto source = is_pack_id(id) ? read(fmt::format("providers/{}.yaml", id), problems) : std::nullopt;
    return source ? read_provider(*source, id, problems) : std::nullopt;
}

std::vector<Provider> providers_in(const fs::path& folder, Problems& problems)
{
    std::vector<Provider> providers;
    for (const auto& id : ids_in(folder)) {
        const auto source = read_beneath(folder, id + ".yaml", folder.string(), problems);
        if (auto provider = source ? read_provider(*source, id, problems) : std::nullopt) {
            providers.push_back(std::move(*provider));
        }
    }
    return providers;
}

Synonyms Pack::synonyms(Problems& problems) const
{
    const auto source = read("synonyms.yaml", problems);
    return source ? read_synonyms(*source, problems) : Synonyms();
}

void Pack::check_needs(const Forest& forest, Problems& problems) const
{
    for (const auto& entry : forest.trees) {
        for (const auto& node : entry.second.nodes) {
            if (node.probe && probe_kind(node.probe->kind) != nullptr) {
                check_need(entry.second, *node.probe, problems);
            }
        }
    }
}

void Pack::check_need(const Tree& tree, const Probe& probe, Problems& problems) const
{
    const auto scope = probe_kind(probe.kind)->scope;
    const std::string argument = fmt::format("{}", fmt::join(probe.argument, " "));
    std::string_view list;
    std::string_view wanted;
    if (scope == ProbeScope::network && !contains(info_.needs.network, probe.kind)) {
        list = "network";
        wanted = probe.kind;
    } else if (scope == ProbeScope::file && !contains(info_.needs.files, argument)) {
        list = "files";
        wanted = argument;
    } else if (scope == ProbeScope::command && !contains(info_.needs.commands, argument)) {
        list = "commands";
        wanted = argument;
    }
    if (list.empty()) {
        return;
    }
    Problems unread;
    const auto source = read(fmt::format("trees/{}.yaml", tree.id), unread);
    problems.push_back(problem_at(source ? *source : Source{tree.file, {}, 0}, probe.place, "beyond-needs",
        fmt::format("this probe goes beyond what the pack says it needs: {} '{}'", list, wanted),
        fmt::format("add it to 'needs: {{{}: […]}}' in pack.yaml", list)));
}

} // namespace unknot
