// SPDX-License-Identifier: GPL-3.0-or-later
// The words are read in up to three steps: the common options in front of the command word, the second word of a command such as `case show`, and
// what that command takes. The first two end at their first operand.
#include "options.hpp"

#include "options_parser.hpp"
#include "options_usage.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

const CommandSpec* find_command(const std::vector<CommandSpec>& commands, const std::string& name)
{
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const CommandSpec& command) { return command.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

bool is_group(const std::vector<CommandSpec>& commands, const std::string& word)
{
    return std::any_of(commands.begin(), commands.end(), [&](const CommandSpec& command) { return command.name.starts_with(word + ' '); });
}

// What to type instead of a command that is none: the nearest one, or `ask` where it looks like a sentence.
std::string command_hint(const std::vector<CommandSpec>& commands, const std::string& name, std::size_t words)
{
    std::vector<std::string> known;
    for (const auto& command : commands) {
        known.push_back(command.name);
        known.push_back(command.name.substr(0, command.name.find(' ')));
    }
    const std::string first = name.substr(0, name.find(' '));
    const bool grouped = is_group(commands, first);
    const std::string all = fmt::format("'unknot{} --help' shows all", grouped ? ' ' + first : std::string());
    if (const auto near = nearest(name, known)) {
        return fmt::format("did you mean '{}'? {}", *near, all);
    }
    const bool may_be_text = !grouped && (words > 1 || first != name);
    return may_be_text ? "to say what is wrong in your own words: unknot ask TEXT" : all;
}

[[noreturn]] void refuse_command(const std::vector<CommandSpec>& commands, const std::string& name, std::size_t words)
{
    throw Failure(fmt::format("no command named '{}'", name), command_hint(commands, name, words));
}

void require_operands(const CommandSpec& command, const std::vector<std::string>& operands)
{
    const std::size_t most = command.operands == Operands::none ? 0 : 1;
    const bool unlimited = command.operands == Operands::text || command.operands == Operands::any || command.operands == Operands::several;
    if (!unlimited && operands.size() > most) {
        const std::string expected = most == 0 ? "nothing" : "one " + command.operand;
        const std::string hint = most == 0 ? command.example : fmt::format("unknot {} --help", command.name);
        throw Failure(fmt::format("expected {} after '{}', found '{}'", expected, command.name, operands[most]), hint);
    }
    const bool needs_some = command.operands == Operands::one || command.operands == Operands::several || command.operands == Operands::text;
    const bool all_blank =
        std::all_of(operands.begin(), operands.end(), [](const std::string& word) { return word.find_first_not_of(" \t\r\n") == std::string::npos; });
    if (needs_some && all_blank) {
        throw Failure(fmt::format("expected {} after '{}', found nothing", command.operand, command.name), command.example);
    }
}

// Where the words that can be options end, whatever else is wrong with them.
std::size_t end_of_options(const std::vector<std::string>& words, std::vector<OptionSpec> known, const std::vector<CommandSpec>& commands)
{
    const std::size_t at = first_operand(known, words, 0);
    const CommandSpec* command = at == words.size() ? nullptr : find_command(commands, words[at]);
    if (command == nullptr || command->operands != Operands::text) {
        return static_cast<std::size_t>(std::find(words.begin(), words.end(), "--") - words.begin());
    }
    known.insert(known.end(), command->options.begin(), command->options.end());
    return first_operand(known, words, at + 1);
}

// One run of the parser: what was given in front is kept, what comes behind is added.
class Reader {
public:
    explicit Reader(Options& options)
        : options_(options), common_(common_options(options.common, requests_))
    {
    }

    // Learns the commands that the words may mean: nearly always those of one word.
    void prepare(const std::vector<std::string>& words)
    {
        const std::size_t at = first_operand(common_, words, 0);
        if (at < words.size() && words[at] != "help") {
            commands_ = command_group(options_.common, words[at]);
        }
        if (commands_.empty()) {
            learn_all();
        }
    }

    bool wants_json(const std::vector<std::string>& words) const
    {
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(end_of_options(words, common_, commands_));
        return std::find(words.begin(), end, "--json") != end;
    }

    void read(const std::vector<std::string>& words)
    {
        auto rest = parse_words(common_, words, Extent::up_to_operand, "unknot");
        if (rest.empty()) {
            options_.command = alone();
            return;
        }
        const CommandSpec* command = take_command(rest);
        options_.command =
            command == nullptr ? Command(UsageCommand{commands_usage(commands_, rest.front() + ' ', common_)}) : command_with(*command, rest);
    }

private:
    void learn_all() { commands_ = command_specs(options_.common); }

    Command alone() const
    {
        if (requests_.help) {
            return UsageCommand{commands_usage(commands_, {}, common_)};
        }
        return requests_.version ? Command(VersionCommand{}) : Command(TalkCommand{});
    }

    // Takes the command's words off the front. Null where help is asked for about a group such as `pack`.
    const CommandSpec* take_command(std::vector<std::string>& rest)
    {
        if (!is_group(commands_, rest.front()) && find_command(commands_, rest.front()) == nullptr) {
            learn_all();
        }
        if (is_group(commands_, rest.front())) {
            return take_action(rest);
        }
        const CommandSpec* command = find_command(commands_, rest.front());
        if (command == nullptr) {
            refuse_command(commands_, rest.front(), rest.size());
        }
        rest.erase(rest.begin());
        return command;
    }

    const CommandSpec* take_action(std::vector<std::string>& rest)
    {
        const std::string group = rest.front();
        const auto behind = parse_words(common_, {rest.begin() + 1, rest.end()}, Extent::up_to_operand, "unknot " + group);
        if (behind.empty() && requests_.help) {
            return nullptr;
        }
        const std::string alone = group == "index" ? "status" : "list"; // what a group does when nothing else is said
        const std::string name = fmt::format("{} {}", group, behind.empty() ? alone : behind.front());
        const CommandSpec* command = find_command(commands_, name);
        if (command == nullptr && behind.empty()) {
            throw Failure(fmt::format("expected a command after '{}', found nothing", group), fmt::format("unknot {} --help", group));
        }
        if (command == nullptr) {
            learn_all();
            refuse_command(commands_, name, behind.size());
        }
        rest.assign(behind.empty() ? behind.end() : behind.begin() + 1, behind.end());
        return command;
    }

    Command command_with(const CommandSpec& command, const std::vector<std::string>& words)
    {
        auto known = command.options;
        known.insert(known.end(), common_.begin(), common_.end());
        const auto extent = command.operands == Operands::text ? Extent::up_to_operand : Extent::all_words;
        const auto operands = parse_words(known, words, extent, "unknot " + command.name);
        if (requests_.help) {
            return UsageCommand{command_usage(command, common_)};
        }
        if (requests_.version) {
            return VersionCommand{};
        }
        require_operands(command, operands);
        const bool listed = command.operands == Operands::any || command.operands == Operands::several;
        return with_help(command.finish(listed ? joined_operands(operands) : fmt::format("{}", fmt::join(operands, " "))));
    }

    // `help run` is what `run --help` is.
    Command with_help(Command command) const
    {
        const auto* help = std::get_if<HelpCommand>(&command);
        const CommandSpec* about = help == nullptr ? nullptr : find_command(commands_, help->topic);
        if (about != nullptr) {
            return UsageCommand{command_usage(*about, common_)};
        }
        if (help != nullptr && is_group(commands_, help->topic)) {
            return UsageCommand{commands_usage(commands_, help->topic + ' ', common_)};
        }
        return command;
    }

    Options& options_;
    Requests requests_;
    std::vector<OptionSpec> common_;
    std::vector<CommandSpec> commands_;
};

} // namespace

Options parse_options(const std::vector<std::string>& words, bool& json)
{
    Options options;
    Reader reader(options);
    reader.prepare(words);
    json = reader.wants_json(words);
    reader.read(words);
    return options;
}

std::string language_in(const std::vector<std::string>& words)
{
    constexpr std::string_view option = "--lang";
    CommonOptions ignored;
    Requests requests;
    const std::size_t end = end_of_options(words, common_options(ignored, requests), command_specs(ignored));
    std::string language;
    for (std::size_t i = 0; i < end; ++i) {
        if (words[i] == option && i + 1 < end) {
            language = words[i + 1];
        } else if (words[i].starts_with("--lang=")) {
            language = words[i].substr(option.size() + 1);
        }
    }
    return language;
}

} // namespace unknot
