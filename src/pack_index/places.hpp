// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an index in the cache: the large one, what it was made of, and the small ones with what changed since.
#pragma once

#include <filesystem>
#include <string>

namespace unknot {

std::filesystem::path notes_file(const std::filesystem::path& index);
std::filesystem::path changes_file(const std::filesystem::path& index, const std::string& stamp);

// Removes the small indexes but the one with this stamp.
void remove_other_changes(const std::filesystem::path& index, const std::string& stamp);

// Only root, who installed the pack, can have put it there.
bool is_installed(const std::filesystem::path& file);

} // namespace unknot
