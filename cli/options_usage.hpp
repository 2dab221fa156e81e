// SPDX-License-Identifier: GPL-3.0-or-later
// What `--help` prints, made from the table of commands.
#pragma once

#include "options_spec.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

std::string command_usage(const CommandSpec& command, const std::vector<OptionSpec>& common);

// The commands whose names begin with `prefix` ("case "), all for an empty one.
std::string commands_usage(const std::vector<CommandSpec>& commands, std::string_view prefix, const std::vector<OptionSpec>& common);

} // namespace unknot
