// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a pack's folder. A link that leaves the folder is refused. Private to the pack.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/source.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

// Nothing and no Problem when there is no such file.
std::optional<Source> read_beneath(const std::filesystem::path& folder, const std::string& relative, const std::string& shown_as, Problems& problems);

// Names of the files in a sub-folder that end in `ending`, without it, sorted. Empty when there is no such folder.
std::vector<std::string> names_in(const std::filesystem::path& folder, const std::string& ending);

} // namespace unknot
