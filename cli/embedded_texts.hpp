// SPDX-License-Identifier: GPL-3.0-or-later
// Files of data/ that the program carries within itself; embed_texts.cmake makes the definitions.
#pragma once

#include <span>
#include <string_view>

namespace unknot {

struct EmbeddedText {
    std::string_view name;
    std::string_view text;
};

std::span<const EmbeddedText> completion_scripts(); // data/completions, by the shell's name
std::span<const EmbeddedText> help_texts();         // data/help, by the topic's name, Markdown

} // namespace unknot
