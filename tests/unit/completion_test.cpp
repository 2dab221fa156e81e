// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "completion.hpp"

#include <algorithm>

using namespace unknot;

namespace {

struct Table {
    CommonOptions taken;
    Requests requests;
    std::vector<OptionSpec> common = common_options(taken, requests);
    std::vector<CommandSpec> commands = command_specs(taken);

    CompletionPlace at(const std::vector<std::string>& words) { return completion_place(words, common, commands); }
};

bool offers(const CompletionPlace& place, const std::string& word)
{
    return std::any_of(place.words.begin(), place.words.end(), [&](const auto& entry) { return entry.first == word; });
}

} // namespace

TEST_CASE("an empty line expects a command, each group once")
{
    const auto place = Table().at({""});
    CHECK(place.expected == Expected::command);
    CHECK(offers(place, "run"));
    CHECK(std::count_if(place.words.begin(), place.words.end(), [](const auto& entry) { return entry.first == "case"; }) == 1);
}

TEST_CASE("a group expects its second word")
{
    const auto place = Table().at({"case", "sh"});
    CHECK(place.expected == Expected::command);
    CHECK(place.command == "case");
    CHECK(place.typed == "sh");
    CHECK(offers(place, "show"));
    CHECK_FALSE(offers(place, "run"));
}

TEST_CASE("an option's value is what the table calls it")
{
    CHECK(Table().at({"run", "--answer", "wh"}).value == "NODE=VALUE");
    CHECK(Table().at({"--pack", ""}).value == "DIR");
    const auto glued = Table().at({"run", "tree", "--answer=where=ca"});
    CHECK(glued.value == "NODE=VALUE");
    CHECK(glued.fixed == "--answer=");
    CHECK(glued.typed == "where=ca");
    CHECK(glued.operands == std::vector<std::string>{"tree"});
}

TEST_CASE("an operand comes after values and once")
{
    const auto place = Table().at({"--json", "run", "--answer", "a=b", ""});
    CHECK(place.value == "TREE");
    CHECK(place.given == std::vector<std::pair<std::string, std::string>>{{"--answer", "a=b"}});
    CHECK(Table().at({"run", "tree", ""}).expected == Expected::nothing);
    CHECK(Table().at({"case", "list", ""}).expected == Expected::nothing);
    CHECK(Table().at({"feedback", "report", "one.jsonl", ""}).value == "FILE");
}

TEST_CASE("common options are taken where they stand")
{
    Table table;
    table.at({"--pack", "here", "run", "--pack=there", "--lang", "!", "--quiet", ""});
    CHECK(table.taken.packs == std::vector<std::string>{"here", "there"});
    CHECK(table.taken.language.empty());
}

TEST_CASE("in a text nothing is an option")
{
    CHECK(Table().at({"search", "--so"}).expected == Expected::option);
    CHECK(Table().at({"search", "card", "--so"}).value == "QUERY");
    CHECK(Table().at({"run", "--", "--a"}).value == "TREE");
    CHECK(Table().at({"nothing", "like", "-"}).expected == Expected::option);
}

TEST_CASE("completion knows every value of the table")
{
    Table table;
    const auto known = [](const OptionSpec& option) {
        return option.value.empty() || is_completable(option.names.substr(option.names.find(',') + 1), option.value);
    };
    for (const auto& command : table.commands) {
        const std::string operand = command.operand.substr(0, command.operand.find(' '));
        CHECK_MESSAGE((operand.empty() || is_completable({}, operand)), command.name, " ", operand, " is not in completion.cpp");
        for (const auto& option : command.options) {
            CHECK_MESSAGE(known(option), command.name, " ", option.names, " ", option.value, " is not in completion.cpp");
        }
    }
    CHECK(std::all_of(table.common.begin(), table.common.end(), known));
    CHECK_FALSE(is_completable({}, "UNHEARD-OF"));
}
