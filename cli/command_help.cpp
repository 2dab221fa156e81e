// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot help`: the topics that no single command owns.
#include "commands.hpp"
#include "embedded_texts.hpp"
#include "help_topics.hpp"
#include "terminal.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace unknot {

namespace {

constexpr HelpTopic topics[] = {
    {"environment", "variables and files that are read"},
    {"exit-codes", "what the exit status says"},
    {"json", "machine output"},
    {"query", "the language of search queries"},
    {"format", "how knowledge is written"},
    {"privacy", "what is recorded, and what is not"},
};

std::string_view text_of(std::string_view name)
{
    const auto texts = help_texts();
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const EmbeddedText& text) { return text.name == name; });
    return found == texts.end() ? std::string_view() : found->text;
}

ExitStatus overview()
{
    for (const auto& topic : topics) {
        print_line(fmt::format("unknot help {:<12} {}", topic.name, topic.what));
    }
    print_line("unknot --help            the commands");
    return ExitStatus::yes;
}

} // namespace

std::span<const HelpTopic> help_topics()
{
    return topics;
}

ExitStatus help(const HelpCommand& command, const Session&)
{
    if (command.topic.empty()) {
        return overview();
    }
    std::vector<std::string> names;
    for (const auto& topic : topics) {
        if (topic.name == command.topic) {
            page(render_markdown(text_of(topic.name), terminal().width, terminal().styling));
            return ExitStatus::yes;
        }
        names.emplace_back(topic.name);
    }
    const auto near = nearest(command.topic, names);
    throw Failure(fmt::format("no help topic named '{}'", command.topic), near ? fmt::format("did you mean '{}'?", *near) : "'unknot help' shows all topics");
}

} // namespace unknot
