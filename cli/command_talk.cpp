// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot` alone: on a terminal it asks what is wrong and goes on as `ask`.
#include "commands.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "terminal.hpp"

namespace unknot {

ExitStatus talk(const TalkCommand&, const Session& session)
{
    const bool can_talk = somebody_can_be_asked(session);
    if (!can_talk) {
        throw Failure("expected a command, found none", "unknot ask \"what is wrong, in your own words\"; 'unknot --help' shows all commands");
    }
    print_line(strong(_("What is wrong? Say it in your own words.")));
    print_aside(_("Never type a recovery phrase, private key, password or one-time code here or anywhere else somebody asks for it."));
    const auto text = read_line("> ");
    if (!text || text->empty()) {
        return ExitStatus::unfinished;
    }
    return ask({*text, false}, session);
}

} // namespace unknot
