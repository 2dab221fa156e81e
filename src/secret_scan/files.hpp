// SPDX-License-Identifier: GPL-3.0-or-later
// Which files there are to look through.
#pragma once

#include "unknot/secret_scan.hpp"

namespace unknot {

// Regular files, in order, each once; a folder's by name. What cannot be listed becomes a problem.
std::vector<std::filesystem::path> files_below(
    const std::vector<std::filesystem::path>& paths, IgnoreRules rules, Problems& problems, const ScanWatch& watch);

Problem unreadable(const std::filesystem::path& path, int error);

} // namespace unknot
