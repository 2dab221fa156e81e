// SPDX-License-Identifier: GPL-3.0-or-later
// How the items of a pack become an index.
#pragma once

#include "unknot/index_document.hpp"
#include "unknot/pack.hpp"
#include "unknot/search_index.hpp"

#include <string>
#include <vector>

namespace unknot {

// Problems come from several threads, item by item, and are told in the order of the items. The pack must live on, and this while its recipe is used.
class Recipe {
public:
    Recipe(const Pack& pack, std::vector<IndexItem> items) : pack_(pack), items_(std::move(items)), problems_(items_.size()) {}

    IndexRecipe recipe(std::string stamp, IndexLayer layer);

    // Of everything in the pack, with its synonyms.
    IndexRecipe whole(std::string stamp, Problems& problems);

    void tell(Problems& problems) const;

private:
    const Pack& pack_;
    std::vector<IndexItem> items_;
    std::vector<Problems> problems_;
};

} // namespace unknot
