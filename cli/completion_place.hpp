// SPDX-License-Identifier: GPL-3.0-or-later
// Where on a command line somebody asks a shell to go on: which command it is, what was given before, and what may stand there. It follows the table
// that the parser reads (options_spec.hpp), and complains about nothing: what cannot be told is passed over.
#pragma once

#include "options_spec.hpp"

#include <string>
#include <utility>
#include <vector>

namespace unknot {

enum class Expected { command, option, value, nothing };

struct CompletionPlace {
    Expected expected = Expected::nothing;
    std::string command;      // what stands before the place: "", "run", "case", "case show"
    std::string value;        // what a value or operand is called in the table: "TREE", "NODE=VALUE"; empty for commands and options
    std::string option;       // whose value it is, "--answer"; empty for an operand
    std::string fixed;        // the part of the word that stays: "--answer=" of `--answer=wh`
    std::string typed;        // the rest of it
    std::vector<std::string> operands;                            // given before
    std::vector<std::pair<std::string, std::string>> given;       // options with a value that were given before, by their long names
    std::vector<std::pair<std::string, std::string>> words;       // the commands or options that may stand here, each with what it does
};

// The place of the last of `words`, which may be empty; the program's own name is not among them. Common options given before it are taken.
CompletionPlace completion_place(
    const std::vector<std::string>& words, const std::vector<OptionSpec>& common, const std::vector<CommandSpec>& commands);

} // namespace unknot
