// SPDX-License-Identifier: GPL-3.0-or-later
// A pack, read whole: what the rules look at, and the rules. Private to the linter.
#pragma once

#include "lint/report.hpp"
#include "unknot/pack.hpp"

#include <map>
#include <string>
#include <vector>

namespace unknot {

struct Material {
    const Pack& pack;
    std::string today;                                                           // ISO date
    std::vector<Forest> forests = {};                                            // one for each tree that can be walked, by its id
    std::map<std::string, std::vector<std::string>, std::less<>> languages = {}; // of a tree: those that could be read
    std::vector<Article> articles = {};
    std::vector<Provider> providers = {};
    bool all_trees = true; // every tree could be read, so what no tree does can be told

    const Tree& tree(const Forest& forest) const { return forest.tree(forest.root); }
};

// What readers find wrong goes to the report.
Material read_material(const Pack& pack, const std::string& today, Report& report);

// One file each. A rule looks at the root of each forest; what other trees of the forest do wrong is found when it is their turn.
void check_structure(const Material& material, Report& report);
void check_questions(const Material& material, Report& report);
void check_branches(const Material& material, Report& report);
void check_links(const Material& material, Report& report);
void check_facts(const Material& material, Report& report);
void check_secrets(const Material& material, Report& report);
void check_translations(const Material& material, Report& report);
void check_freshness(const Material& material, Report& report);
void check_scenarios(const Material& material, Report& report);

} // namespace unknot
