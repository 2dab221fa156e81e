// SPDX-License-Identifier: GPL-3.0-or-later
// Files that can be made again. A reader finds the old one or the new one, never a part.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace unknot {

// Makes the folder, which nobody but its owner can read: a cache tells which problems a person looked up. A failure shows when a file is written.
void make_cache(const std::filesystem::path& folder);

// Replaces a file by these bytes, one piece behind the other. False when that can't be done; the old file stays then.
[[nodiscard]] bool replace_file(const std::filesystem::path& file, std::initializer_list<std::string_view> pieces);

// The bytes of a small file, or the first `most` of it; nothing when it can't be read.
std::optional<std::string> read_beginning(const std::filesystem::path& file, std::size_t most);

} // namespace unknot
