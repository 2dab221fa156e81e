// SPDX-License-Identifier: GPL-3.0-or-later
// What each command takes, as data: the parser and the usage text read the same table.
#pragma once

#include "options.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

struct OptionSpec {
    std::string names; // "-q,--quiet"
    std::string value; // what its value is called, "DIR"; empty for a flag
    std::string description;
    std::function<void(const std::string& value)> take; // called each time it is given; a flag's value is empty; throws Failure
};

enum class Operands {
    none,
    optional, // at most one
    one,
    any, // any number of them; `finish` is handed them all, see operand_list()
    several, // the same, but at least one
    text, // from the first operand on every word is text, also what looks like an option
};

struct CommandSpec {
    std::string name; // "run", "case show"
    Operands operands = Operands::none;
    std::string operand; // what it is called in the usage line, "TREE"
    std::string summary;
    std::string example;
    std::string exit_status;
    std::vector<OptionSpec> options;
    std::function<Command(const std::string& operand)> finish; // handed an empty text where no operand was given
};

// What any command may be asked besides its work.
struct Requests {
    bool help = false;
    bool version = false;
};

std::vector<OptionSpec> common_options(CommonOptions& common, Requests& requests);

// In the order of the usage text. `common` must be filled in by the time that `finish` is called, and outlive the table.
std::vector<CommandSpec> command_specs(const CommonOptions& common);

// Those that begin with this word alone, without the cost of making the others; none where no command does.
std::vector<CommandSpec> command_group(const CommonOptions& common, std::string_view word);
CommandSpec run_spec();
std::vector<CommandSpec> case_specs();
CommandSpec why_spec();
CommandSpec handoff_spec();
std::vector<CommandSpec> contact_specs();
std::vector<CommandSpec> feedback_specs();
CommandSpec stats_spec();
CommandSpec redact_spec();
CommandSpec scan_spec();
CommandSpec completion_spec();
CommandSpec check_spec();
CommandSpec probe_spec();

} // namespace unknot
