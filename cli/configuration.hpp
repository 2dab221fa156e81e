// SPDX-License-Identifier: GPL-3.0-or-later
// config.yaml: `language`, `color`, `pager`, `packs`, `providers`, `retention`, `allow`, `search.remote`. Unknown keys are errors.
#pragma once

#include "options.hpp"
#include "unknot/server_address.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

struct Configuration {
    std::string language;
    std::optional<ColorChoice> color;
    std::string pager;
    std::vector<std::string> packs;     // folders, used as --pack is
    std::vector<std::string> providers; // folders
    std::string retention;              // a duration
    std::vector<std::string> allow;
    std::vector<ServerAddress> remote; // search.remote
};

// Reads the files, the strongest first: what a stronger one sets stays. Throws Failure with file, line and column for the first fault.
Configuration read_configuration(const std::vector<std::filesystem::path>& files);

} // namespace unknot
