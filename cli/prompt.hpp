// SPDX-License-Identifier: GPL-3.0-or-later
// A question on plain lines: numbered options, "I don't know" last, and what a person types understood. No alternate screen.
#pragma once

#include "session.hpp"
#include "unknot/walk.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unknot {

enum class Wish { answer, back, why, search, hand_over, save, quit, misunderstood };

struct Reply {
    Wish wish = Wish::misunderstood;
    std::string text; // the answer as a script would write it; the words to search for; what would fit when misunderstood
};

// What a typed line means to the node: a number, a value, or the start of one label (several: commas or spaces); `b` back, `?` why, `/words`
// search, `h` hand over, `s` save and leave, `q` quit. An answer that reads the same comes first; `\q` is always the command. An empty line
// accepts the proposal. `language` is that of the labels.
Reply understand(const WalkState& state, std::string_view line, std::string_view language);

// The question as it is printed, options and the line of commands included. Markdown in texts is rendered.
void print_question(const WalkState& state, std::string_view language);

// A person at a terminal, in a command that may ask.
bool somebody_can_be_asked(const Session& session);

// One line of standard input, without its break; nothing at its end. A signal ends the wait as the end does.
std::optional<std::string> read_line(std::string_view prompt);

} // namespace unknot
