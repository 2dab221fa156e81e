// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an index from a recipe.
#pragma once

#include "unknot/search_index.hpp"

#include <filesystem>
#include <string>
#include <xapian.h>

namespace unknot {

// Which program made an index: terms, tokens and stemmers all decide what is in it.
std::string index_revision();

// Replaces `file`. Equal recipes give equal bytes. Throws what Xapian and std::filesystem throw, and Failure.
void write_index(const std::filesystem::path& file, const IndexRecipe& recipe);

void write_index(Xapian::WritableDatabase& database, const IndexRecipe& recipe);

} // namespace unknot
