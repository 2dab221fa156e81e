// SPDX-License-Identifier: GPL-3.0-or-later
// Files of /proc and /etc that are read whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// At most 1 MiB of it; nothing when it can't be opened.
std::optional<std::string> read_small_file(const std::string& path);

std::vector<std::string_view> lines_of(const std::string& text);
std::vector<std::string_view> lines_of(std::string&& text) = delete;   // the lines point into the text
std::vector<std::string_view> words_of(std::string_view line);   // between blanks

} // namespace unknot
