// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_index/recipe.hpp"

namespace unknot {

IndexRecipe Recipe::recipe(std::string stamp, IndexLayer layer)
{
    IndexRecipe made;
    made.stamp = std::move(stamp);
    made.items = items_.size();
    made.layer = layer;
    made.name = [this](std::size_t item) { return item_name(items_[item]); };
    made.documents = [this](std::size_t item) {
        problems_[item].clear();
        return documents_of(pack_, items_[item], problems_[item]);
    };
    return made;
}

IndexRecipe Recipe::whole(std::string stamp, Problems& problems)
{
    IndexRecipe made = recipe(std::move(stamp), IndexLayer::whole);
    made.synonyms = pack_.synonyms(problems);
    return made;
}

void Recipe::tell(Problems& problems) const
{
    for (const Problems& found : problems_) {
        problems.insert(problems.end(), found.begin(), found.end());
    }
}

} // namespace unknot
