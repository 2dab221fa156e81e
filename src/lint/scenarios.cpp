// SPDX-License-Identifier: GPL-3.0-or-later
// Files that belong to a tree by their name: scenarios and translations.
#include "lint/material.hpp"

#include "unknot/scenario.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

bool has_language(const Pack& pack, const std::string& language)
{
    const auto& languages = pack.info().languages;
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

void report_unknown_tree(const Pack& pack, const Place& place, const std::string& id, Report& report)
{
    const auto near = nearest(id, pack.tree_ids());
    report.error(place, "unknown-tree", fmt::format("this pack has no tree named '{}'", id),
        near ? fmt::format("did you mean '{}'?", *near) : std::string("'unknot list trees' shows all"));
}

void check_file(const Pack& pack, const std::string& id, Report& report)
{
    const auto source = pack.read(fmt::format("tests/{}.yaml", id), report.problems());
    const auto file = source ? read_scenarios(*source, id, report.problems()) : std::nullopt;
    if (!file) {
        return;
    }
    if (!pack.has_tree(id)) {
        report_unknown_tree(pack, report.place_of(file->file, "tree"), id, report);
    }
    for (const auto& scenario : file->scenarios) {
        if (!scenario.language.empty() && !has_language(pack, scenario.language)) {
            report.warning(scenario.place, "unknown-language",
                fmt::format("this pack has no language '{}', so the source language is used", scenario.language),
                "take it out, or add it to 'languages' in pack.yaml");
        }
    }
}

// `trees/ID.LANGUAGE.yaml`: nobody reads it when there is no such tree or language.
void check_translation_file(const Pack& pack, const std::filesystem::path& path, Report& report)
{
    const std::string name = path.stem().string();
    const auto dot = name.rfind('.');
    if (path.extension() != ".yaml" || dot == std::string::npos || dot == 0) {
        return;
    }
    const std::string tree = name.substr(0, dot);
    const std::string language = name.substr(dot + 1);
    const std::string file = (std::filesystem::path(pack.shown_as()) / "trees" / path.filename()).string();
    if (!pack.has_tree(tree)) {
        report_unknown_tree(pack, report.place_of(file, "tree"), tree, report);
    } else if (!has_language(pack, language)) {
        report.warning(report.place_of(file, "language"), "unknown-language",
            fmt::format("this pack has no language '{}', so nobody will see this translation", language), "add it to 'languages' in pack.yaml");
    }
}

} // namespace

void check_scenarios(const Material& material, Report& report)
{
    for (const auto& id : material.pack.scenario_files()) {
        check_file(material.pack, id, report);
    }
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(material.pack.folder() / "trees", failed), end; !failed && entry != end; entry.increment(failed)) {
        check_translation_file(material.pack, entry->path(), report);
    }
}

} // namespace unknot
