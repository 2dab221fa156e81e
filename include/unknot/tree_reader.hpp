// SPDX-License-Identifier: GPL-3.0-or-later
// YAML text -> Tree. Reading has two steps, because conditions may speak of facts that another tree of the same walk declares:
// a draft knows which facts the file declares and which trees it reaches; finishing it reads the nodes.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"
#include "unknot/tree.hpp"
#include "unknot/yaml.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct TreeDraft {
    std::string id;
    Source source;
    YamlNode document;
    std::map<std::string, Fact, std::less<>> facts;                         // declared, and what questions, probes, fixes and calls set
    std::vector<Target> reaches;                                            // by `call` and `@tree`, in the order of the file
    std::map<std::string, std::vector<std::string>, std::less<>> set_words; // bare words that `set`s give to facts, of whatever tree
};

// `id` is what the file's name says. Nothing when the text is no YAML map; other faults are Problems and the draft goes on.
std::optional<TreeDraft> draft_tree(Source source, std::string_view id, Problems& problems);

// `facts` are those of every tree that shares the walk, this one's included.
Tree finish_tree(const TreeDraft& draft, const Vocabulary& facts, std::string_view source_language, Problems& problems);

// Adds the texts of one translation file to a tree.
void read_translation(const Source& source, std::string_view language, Tree& tree, Problems& problems);

} // namespace unknot
