// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot completion` prints a shell's script; the scripts ask the program itself by `unknot __complete WORD…`, whose last word is the one to complete.
#include "commands.hpp"
#include "completion.hpp"
#include "embedded_texts.hpp"
#include "start.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <exception>

namespace unknot {

namespace {

constexpr int description_width = 60;

std::string described(const Suggestion& candidate)
{
    const auto lines = wrapped(sanitised(markdown_to_plain(candidate.description)), description_width);
    const std::string first = lines.front().substr(0, lines.front().find('\n'));
    return sanitised(candidate.text) + '\t' + first + (lines.size() > 1 ? " …" : "");
}

// Also the line that begins with the tab: what the shell is to complete by itself.
void print_completion(const Completion& completion)
{
    for (const auto& candidate : completion.candidates) {
        print_raw(described(candidate) + '\n');
    }
    if (completion.shell != OwnCompletion::nothing) {
        print_raw(completion.shell == OwnCompletion::files ? "\tfiles\n" : "\tfolders\n");
    }
}

} // namespace

ExitStatus completion(const CompletionCommand& command, const Session&)
{
    for (const auto& script : completion_scripts()) {
        if (script.name == command.shell) {
            print_raw(script.text);
        }
    }
    return ExitStatus::yes;
}

ExitStatus complete(const std::vector<std::string>& words)
{
    try {
        speak_early(words);
        CommonOptions common;
        Requests requests;
        const auto options = common_options(common, requests);
        const auto place = completion_place(words, options, command_specs(common));
        common.quiet = true;
        print_completion(completion_of(place, begin_session(common)));
    } catch (const std::exception&) {
        return ExitStatus::no; // nobody reads a message between two keys
    }
    return ExitStatus::yes;
}

} // namespace unknot
