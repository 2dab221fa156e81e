// SPDX-License-Identifier: GPL-3.0-or-later
// CLI11 tells options, their values and clusters of letters apart, and nothing else: one flat parser is built for each command, because of what its
// own sub-commands, positionals and vectors do with a command line (2.1.2). A list option swallows the operand behind it, a value or positional
// `[x,y]` is split, a mistyped sub-command is only a leftover, and `-cash` in a text is an unknown option. So every option is declared with one value
// and all its occurrences are kept, operands are what CLI11 could not place, in order, and where options must end at the first operand its prefix
// mode does that. Two more of its habits are met here: `--name=` would take the next word as its value, and `--flag=no` would be a flag that is off.
#include "options_parser.hpp"

#include "unknot/problem.hpp"
#include "unknot/spelling.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

bool looks_like_option(std::string_view word)
{
    return word.size() > 1 && word.front() == '-';
}

// "-q,--quiet" taken apart, as views into it; the same name twice where there is but one.
std::array<std::string_view, 2> names_of(const OptionSpec& option)
{
    const std::string_view names = option.names;
    const auto comma = names.find(',');
    return comma == std::string_view::npos ? std::array{names, names} : std::array{names.substr(0, comma), names.substr(comma + 1)};
}

const OptionSpec* find_option(const std::vector<OptionSpec>& options, std::string_view name)
{
    const auto found = std::find_if(options.begin(), options.end(), [name](const OptionSpec& option) {
        const auto names = names_of(option);
        return std::find(names.begin(), names.end(), name) != names.end();
    });
    return found == options.end() ? nullptr : &*found;
}

std::string option_hint(const std::vector<OptionSpec>& options, const std::string& name, Extent extent, const std::string& program)
{
    std::vector<std::string> known;
    for (const auto& option : options) {
        known.emplace_back(names_of(option).back());
    }
    const std::string all = fmt::format("'{} --help' shows all", program);
    if (const auto near = name.starts_with("--") ? nearest(name, known) : std::nullopt) {
        return fmt::format("did you mean '{}'? {}", *near, all);
    }
    const bool may_be_text = extent == Extent::up_to_operand && program != "unknot" && !name.starts_with("--");
    return may_be_text ? fmt::format("if it is part of the text: {} -- {}", program, name) : all;
}

[[noreturn]] void refuse_unknown(const std::vector<OptionSpec>& options, std::string_view word, Extent extent, const std::string& program)
{
    const std::string name(word.substr(0, word.find('=')));
    throw Failure(fmt::format("no option named '{}'", name), option_hint(options, name, extent, program));
}

// CLI11's complaint begins with the option's name: "--pack: 1 required …", "json was given …".
[[noreturn]] void refuse_mismatch(const std::vector<OptionSpec>& options, const std::string& complaint, const std::string& program)
{
    std::string name = complaint.substr(0, complaint.find_first_of(": "));
    name = name.starts_with('-') ? name : "--" + name;
    const OptionSpec* option = find_option(options, name);
    const bool flag = option != nullptr && option->value.empty();
    throw Failure(flag ? fmt::format("'{}' takes no value", name)
                       : fmt::format("expected {} after '{}', found nothing", option == nullptr ? "a value" : option->value, name),
        fmt::format("{} --help", program));
}

void refuse_empty_values(const std::vector<OptionSpec>& options, const std::vector<std::string>& words, Extent extent, const std::string& program)
{
    const auto end = extent == Extent::all_words ? static_cast<std::size_t>(std::find(words.begin(), words.end(), "--") - words.begin())
                                                 : first_operand(options, words, 0);
    for (std::size_t i = 0; i < end; ++i) {
        const std::string& word = words[i];
        if (word.starts_with("--") && word.find('=') == word.size() - 1) {
            refuse_mismatch(options, word.substr(0, word.size() - 1), program);
        }
    }
}

// What CLI11 could not place, without the `--` that ended the options.
std::vector<std::string> operands_among(
    const std::vector<std::string>& left, const std::vector<OptionSpec>& options, Extent extent, const std::string& program)
{
    std::vector<std::string> operands;
    bool options_ended = false;
    for (const auto& word : left) {
        if (!options_ended && word == "--") {
            options_ended = true;
            continue;
        }
        if (!options_ended && looks_like_option(word)) {
            refuse_unknown(options, word, extent, program);
        }
        operands.push_back(word);
        options_ended = options_ended || extent == Extent::up_to_operand;
    }
    return operands;
}

// Whether there is anything for CLI11 to do: making its parser takes longer than reading the configuration.
bool has_options(const std::vector<std::string>& words, Extent extent)
{
    const auto end = extent == Extent::all_words ? words.end() : words.begin() + std::min<std::ptrdiff_t>(1, words.end() - words.begin());
    return std::any_of(words.begin(), end, [](const std::string& word) { return looks_like_option(word) && word != "--"; });
}

// Without the help flag that an application would be given first.
class Parser : public CLI::App {
public:
    Parser() : CLI::App({}, {}, nullptr) {}
};

// Whether one of the words may name the option, alone, with a value or among a cluster of letters. Others are not declared: to make an option takes
// longer than to read a word.
bool may_be_named(const OptionSpec& option, const std::vector<std::string>& words)
{
    const auto names = names_of(option);
    return std::any_of(words.begin(), words.end(), [&names](const std::string& word) {
        return std::any_of(names.begin(), names.end(), [&word](std::string_view name) {
            const bool in_cluster = name.size() == 2 && looks_like_option(word) && word.find(name.back()) != std::string::npos;
            return in_cluster || word.starts_with(name);
        });
    });
}

} // namespace

std::vector<std::string> parse_words(
    const std::vector<OptionSpec>& options, std::vector<std::string> words, Extent extent, const std::string& program)
{
    if (!has_options(words, extent)) {
        return operands_among(words, options, extent, program);
    }
    refuse_empty_values(options, words, extent, program);
    Parser app;
    app.allow_extras();
    app.prefix_command(extent == Extent::up_to_operand);
    std::vector<std::pair<const OptionSpec*, CLI::Option*>> declared;
    for (const auto& option : options) {
        if (!may_be_named(option, words)) {
            continue;
        }
        CLI::Option* added = option.value.empty() ? app.add_flag(option.names)->disable_flag_override() : app.add_option(option.names);
        declared.emplace_back(&option, added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
    std::reverse(words.begin(), words.end());
    try {
        app.parse(std::move(words));
    } catch (const CLI::Error& error) {
        refuse_mismatch(options, error.what(), program);
    }
    auto operands = operands_among(app.remaining(), options, extent, program);
    std::map<const CLI::Option*, std::size_t> taken;   // in the order of the words: an option may speak of the one in front
    for (const CLI::Option* option : app.parse_order()) {
        const auto entry = std::find_if(declared.begin(), declared.end(), [&](const auto& candidate) { return candidate.second == option; });
        const std::string& value = option->results().at(taken[option]++);
        entry->first->take(entry->first->value.empty() ? std::string() : value);
    }
    return operands;
}

std::size_t first_operand(const std::vector<OptionSpec>& options, const std::vector<std::string>& words, std::size_t from)
{
    while (from < words.size() && looks_like_option(words[from]) && words[from] != "--") {
        const OptionSpec* option = find_option(options, words[from]);
        from += option != nullptr && !option->value.empty() ? 2 : 1;
    }
    return std::min(from, words.size());
}

} // namespace unknot
