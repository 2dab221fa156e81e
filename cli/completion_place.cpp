// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion_place.hpp"

#include "unknot/problem.hpp"

#include <algorithm>
#include <string_view>

namespace unknot {

namespace {

std::string long_name(const OptionSpec& option)
{
    return option.names.substr(option.names.find(',') + 1); // all of it where there is no comma
}

bool has_name(const OptionSpec& option, const std::string& name)
{
    const auto comma = option.names.find(',');
    return name == long_name(option) || (comma != std::string::npos && name == option.names.substr(0, comma));
}

class Scanner {
public:
    Scanner(const std::vector<OptionSpec>& common, const std::vector<CommandSpec>& commands) : common_(common), commands_(commands) {}

    void pass(const std::string& word)
    {
        if (waiting_ != nullptr) {
            take(*waiting_, word);
            waiting_ = nullptr;
        } else if (!only_operands() && word == "--") {
            ended_ = true;
        } else if (!only_operands() && word.size() > 1 && word.front() == '-') {
            pass_option(word);
        } else {
            pass_operand(word);
        }
    }

    CompletionPlace place(const std::string& word)
    {
        place_.command = command_ == nullptr ? group_ : command_->name;
        place_.typed = word;
        const auto equals = word.find('=');
        const bool option = !only_operands() && word.starts_with('-');
        if (waiting_ != nullptr) {
            expect_value(waiting_->value);
            place_.option = long_name(*waiting_);
        } else if (option && equals != std::string::npos) {
            expect_value_of(word, equals);
        } else if (option) {
            place_.expected = Expected::option;
            add_options();
        } else if (command_ == nullptr) {
            place_.expected = Expected::command;
            add_commands();
        } else {
            expect_operand();
        }
        return place_;
    }

private:
    bool only_operands() const { return ended_ || (command_ != nullptr && command_->operands == Operands::text && !place_.operands.empty()); }

    const OptionSpec* option_named(const std::string& name) const
    {
        for (const auto* options : {command_ == nullptr ? nullptr : &command_->options, &common_}) {
            if (options == nullptr) {
                continue;
            }
            const auto found = std::find_if(options->begin(), options->end(), [&](const OptionSpec& option) { return has_name(option, name); });
            if (found != options->end()) {
                return &*found;
            }
        }
        return nullptr;
    }

    void take(const OptionSpec& option, const std::string& value)
    {
        place_.given.emplace_back(long_name(option), value);
        const bool is_common = std::any_of(common_.begin(), common_.end(), [&](const OptionSpec& one) { return &one == &option; });
        try {
            if (is_common) {
                option.take(value);
            }
        } catch (const Failure&) {
            return; // whoever runs the line will be told
        }
    }

    void pass_option(const std::string& word)
    {
        const auto equals = word.find('=');
        const OptionSpec* option = option_named(word.substr(0, equals));
        if (option == nullptr || option->value.empty()) {
            return;
        }
        if (equals == std::string::npos) {
            waiting_ = option;
        } else {
            take(*option, word.substr(equals + 1));
        }
    }

    void pass_operand(const std::string& word)
    {
        if (command_ != nullptr) {
            place_.operands.push_back(word);
            return;
        }
        const std::string name = group_.empty() ? word : group_ + ' ' + word;
        const auto found = std::find_if(commands_.begin(), commands_.end(), [&](const CommandSpec& command) { return command.name == name; });
        command_ = found == commands_.end() ? nullptr : &*found;
        group_ = command_ == nullptr ? name : group_;
    }

    void expect_value(const std::string& value)
    {
        place_.expected = Expected::value;
        place_.value = value;
    }

    void expect_value_of(const std::string& word, std::size_t equals)
    {
        const OptionSpec* option = option_named(word.substr(0, equals));
        if (option != nullptr && !option->value.empty()) {
            place_.fixed = word.substr(0, equals + 1);
            place_.typed = word.substr(equals + 1);
            expect_value(option->value);
            place_.option = long_name(*option);
        }
    }

    // "KIND ARGUMENT" names the first and the second; the last name stands for all that follow.
    std::string operand_name() const
    {
        std::string_view names = command_->operand;
        for (std::size_t passed = 0; passed < place_.operands.size() && names.find(' ') != std::string_view::npos; ++passed) {
            names.remove_prefix(names.find(' ') + 1);
        }
        return std::string(names.substr(0, names.find(' ')));
    }

    void expect_operand()
    {
        const bool at_most_one = command_->operands == Operands::one || command_->operands == Operands::optional;
        if (command_->operands != Operands::none && !(at_most_one && !place_.operands.empty())) {
            expect_value(operand_name());
        }
    }

    void add_options()
    {
        for (const auto* options : {command_ == nullptr ? nullptr : &command_->options, &common_}) {
            for (const auto& option : options == nullptr ? std::vector<OptionSpec>() : *options) {
                place_.words.emplace_back(long_name(option), option.description);
            }
        }
    }

    // Of a group such as `case` the first summary stands for all.
    void add_commands()
    {
        const std::string prefix = group_.empty() ? group_ : group_ + ' ';
        for (const auto& command : commands_) {
            if (!command.name.starts_with(prefix)) {
                continue;
            }
            const std::string rest = command.name.substr(prefix.size());
            const std::string word = rest.substr(0, rest.find(' '));
            const bool known = std::any_of(place_.words.begin(), place_.words.end(), [&](const auto& entry) { return entry.first == word; });
            if (!known) {
                place_.words.emplace_back(word, command.summary);
            }
        }
    }

    const std::vector<OptionSpec>& common_;
    const std::vector<CommandSpec>& commands_;
    const CommandSpec* command_ = nullptr;
    const OptionSpec* waiting_ = nullptr; // an option whose value comes next
    std::string group_;
    bool ended_ = false;
    CompletionPlace place_;
};

} // namespace

CompletionPlace completion_place(
    const std::vector<std::string>& words, const std::vector<OptionSpec>& common, const std::vector<CommandSpec>& commands)
{
    Scanner scanner(common, commands);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        scanner.pass(words[i]);
    }
    return scanner.place(words.empty() ? std::string() : words.back());
}

} // namespace unknot
