// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/material.hpp"

namespace unknot {

namespace {

// A fault in a translation must not hide what is wrong with the tree: then it is read in its source language alone.
std::optional<Forest> readable_forest(const Pack& pack, const std::string& id, Report& report)
{
    auto forest = pack.forest(id, pack.info().languages, report.problems());
    if (!forest) {
        Problems reported_already;
        forest = pack.forest(id, {}, reported_already);
    }
    return forest;
}

} // namespace

Material read_material(const Pack& pack, const std::string& today, Report& report)
{
    Material material{pack, today};
    if (const auto source = pack.read("pack.yaml", report.problems())) {
        read_pack_info(*source, report.problems());
    }
    for (const auto& id : pack.tree_ids()) {
        if (auto forest = readable_forest(pack, id, report)) {
            material.forests.push_back(std::move(*forest));
        } else {
            material.all_trees = false;
        }
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
