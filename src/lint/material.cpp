// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/material.hpp"

namespace unknot {

namespace {

std::vector<std::string> faultless_languages(const Pack& pack, const std::string& id)
{
    std::vector<std::string> faultless;
    for (const auto& language : pack.info().languages) {
        Problems reported_already;
        if (pack.forest(id, {language}, reported_already)) {
            faultless.push_back(language);
        }
    }
    return faultless;
}

// A fault in a translation must not hide what is wrong with the tree: then it is read without that language.
void read_forest(const Pack& pack, const std::string& id, Material& material, Report& report)
{
    auto languages = pack.info().languages;
    auto forest = pack.forest(id, languages, report.problems());
    if (!forest) {
        Problems reported_already;
        languages = faultless_languages(pack, id);
        forest = pack.forest(id, languages, reported_already);
    }
    if (!forest) {
        material.all_trees = false;
        return;
    }
    material.forests.push_back(std::move(*forest));
    material.languages.emplace(id, std::move(languages));
}

} // namespace

Material read_material(const Pack& pack, const std::string& today, Report& report)
{
    Material material{pack, today};
    if (const auto source = pack.read("pack.yaml", report.problems())) {
        read_pack_info(*source, report.problems());
    }
    for (const auto& id : pack.tree_ids()) {
        read_forest(pack, id, material, report);
    }
    for (const auto& name : pack.article_names()) {
        if (auto article = pack.article(name.id, name.language, report.problems())) {
            material.articles.push_back(std::move(*article));
        }
    }
    for (const auto& id : pack.provider_ids()) {
        if (auto provider = pack.provider(id, report.problems())) {
            material.providers.push_back(std::move(*provider));
        }
    }
    pack.synonyms(report.problems());
    return material;
}

} // namespace unknot
