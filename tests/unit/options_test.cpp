// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "options.hpp"
#include "unknot/problem.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace unknot;

namespace {

using Words = std::vector<std::string>;

Options parsed(const Words& words)
{
    bool json = false;
    return parse_options(words, json);
}

template <typename T>
T command(const Words& words)
{
    const Options options = parsed(words);
    REQUIRE(std::holds_alternative<T>(options.command));
    return std::get<T>(options.command);
}

Problem refused(const Words& words)
{
    try {
        parsed(words);
    } catch (const Failure& failure) {
        return failure.problem();
    }
    return {};
}

std::string message(const Words& words)
{
    return refused(words).message;
}

std::string hint(const Words& words)
{
    return refused(words).hint;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("no command is a talk")
{
    CHECK(std::holds_alternative<TalkCommand>(parsed({}).command));
    CHECK(std::holds_alternative<TalkCommand>(parsed({"--json"}).command));
    CHECK(std::holds_alternative<TalkCommand>(parsed({"--"}).command));
}

TEST_CASE("common options are read before and after the command word")
{
    for (const Words& words : {Words{"--lang", "de", "-q", "--pack", "a", "list", "trees", "--pack=b", "--json", "--limit", "7", "--color", "never"},
             Words{"list", "--lang=de", "--quiet", "--pack", "a", "trees", "--pack", "b", "--json", "--color=never", "--limit=7"}}) {
        const Options options = parsed(words);
        CHECK(options.common.packs == Words{"a", "b"});
        CHECK(options.common.language == "de");
        CHECK(options.common.quiet);
        CHECK(options.common.json);
        CHECK(options.common.limit == 7);
        CHECK(options.common.color == ColorChoice::never);
        CHECK(options.common.color_given);
        CHECK(std::get<ListCommand>(options.command).what == "trees");
    }
    CHECK_FALSE(parsed({"list"}).common.color_given);
    CHECK_FALSE(parsed({"list"}).common.limit);
    CHECK(parsed({"case", "--offline", "show", "3", "--no-input"}).common.offline);
    CHECK(parsed({"-qv", "paths"}).common.verbose);
}

TEST_CASE("an option takes one value and leaves the operand alone")
{
    const auto run = command<RunCommand>(
        {"run", "--answer", "where=card", "payment-failure", "--answer", "x=[a,b]", "--fact", "n=1", "--fact=m=2", "--probe", "online=ok,ms=3"});
    CHECK(run.tree == "payment-failure");
    CHECK(run.answers == Words{"where=card", "x=[a,b]"});
    CHECK(run.facts == Words{"n=1", "m=2"});
    CHECK(run.probes == Words{"online=ok,ms=3"});
    CHECK(command<ShowCommand>({"show", "[a,b]"}).id == "[a,b]");
    CHECK(command<RunCommand>({"run", "--answers", "-", "t"}).answers_file == "-");
    CHECK(command<RunCommand>({"run", "--answer", "a={}", "t"}).answers == Words{"a={}"});
    CHECK(command<RunCommand>({"run", "--answer=a=", "t"}).answers == Words{"a="});
}

TEST_CASE("run takes all of its options")
{
    const auto run = command<RunCommand>({"run", "--case", "12", "--back", "1000", "--no-probes", "--no-record", "--strict", "--answers", "a.yaml"});
    CHECK(run.tree.empty());
    CHECK(run.case_id == 12);
    CHECK(run.back == 1000);
    CHECK(run.no_probes);
    CHECK(run.no_record);
    CHECK(run.strict);
    CHECK(run.answers_file == "a.yaml");
    CHECK(command<RunCommand>({"run", "--receipt", "wallet@1.0.0 t a=b"}).receipt == "wallet@1.0.0 t a=b");
    CHECK(message({"run"}) == "expected TREE after 'run', found nothing");
    CHECK(message({"run", "--case", "1", "--receipt", "x"}) == "expected one of '--case' and '--receipt', found both");
    CHECK(message({"run", "t", "u"}) == "expected one TREE after 'run', found 'u'");
    CHECK(message({"run", "t", "--answer", "where"}) == "expected NODE=VALUE after '--answer', found 'where'");
    CHECK(message({"run", "t", "--fact", "=x"}) == "expected NAME=VALUE after '--fact', found '=x'");
}

TEST_CASE("every word behind the first one is text for ask and search")
{
    CHECK(command<AskCommand>({"ask", "my", "card", "was", "--json", "declined"}).text == "my card was --json declined");
    CHECK_FALSE(parsed({"ask", "x", "--json"}).common.json);
    CHECK(parsed({"ask", "--json", "x"}).common.json);
    CHECK(command<SearchCommand>({"search", "bitcoin", "-cash"}).query == "bitcoin -cash");
    CHECK(command<SearchCommand>({"search", "bitcoin", "--", "--lang="}).query == "bitcoin -- --lang=");
    CHECK(command<SearchCommand>({"search", "--", "-cash"}).query == "-cash");
    CHECK(command<SearchCommand>({"search", "--offset", "20", "--limit", "5", "[a,b]", "{}"}).query == "[a,b] {}");
    CHECK(command<SearchCommand>({"search", "--offset", "20", "++"}).offset == 20);
    CHECK(command<SearchCommand>({"search", "++"}).query == "++");
    CHECK(command<AskCommand>({"ask", "show"}).text == "show");
    CHECK(message({"ask"}) == "expected TEXT after 'ask', found nothing");
    CHECK(message({"search", " ", ""}) == "expected QUERY after 'search', found nothing");
    CHECK(message({"search", "-cash"}) == "no option named '-cash'");
    CHECK(hint({"search", "-cash"}) == "if it is part of the text: unknot search -- -cash");
}

TEST_CASE("a mistyped command is answered with the nearest")
{
    CHECK(message({"serach", "x"}) == "no command named 'serach'");
    CHECK(hint({"serach", "x"}) == "did you mean 'search'? 'unknot --help' shows all");
    CHECK(hint({"--json", "lst"}) == "did you mean 'list'? 'unknot --help' shows all");
    CHECK(hint({"frobnicate"}) == "'unknot --help' shows all");
    CHECK(hint({"my", "card", "was", "declined"}) == "to say what is wrong in your own words: unknot ask TEXT");
    CHECK(message({"case", "shwo", "1"}) == "no command named 'case shwo'");
    CHECK(hint({"case", "shwo", "1"}) == "did you mean 'case show'? 'unknot case --help' shows all");
    CHECK(hint({"case", "12"}) == "'unknot case --help' shows all");
    CHECK(message({"pack"}) == "expected a command after 'pack', found nothing");
}

TEST_CASE("a mistyped option is answered with the nearest")
{
    CHECK(message({"run", "--answr", "where=card", "payment-failure"}) == "no option named '--answr'");
    CHECK(hint({"run", "--answr", "where=card", "t"}) == "did you mean '--answer'? 'unknot run --help' shows all");
    CHECK(message({"run", "--answr=x=y", "t"}) == "no option named '--answr'");
    CHECK(hint({"--jsn", "list"}) == "did you mean '--json'? 'unknot --help' shows all");
    CHECK(message({"--answer", "x=y", "run", "t"}) == "no option named '--answer'");
    CHECK(message({"list", "-x"}) == "no option named '-x'");
    CHECK(hint({"list", "-x"}) == "'unknot list --help' shows all");
    CHECK(message({"search", "--ids", "x"}) == "no option named '--ids'");
}

TEST_CASE("an option without its value is refused")
{
    CHECK(message({"list", "--pack"}) == "expected DIR after '--pack', found nothing");
    CHECK(message({"--lang"}) == "expected LANG after '--lang', found nothing");
    CHECK(message({"list", "--lang=", "de"}) == "expected LANG after '--lang', found nothing");
    CHECK(message({"run", "t", "--answer="}) == "expected NODE=VALUE after '--answer', found nothing");
    CHECK(message({"list", "--json=no"}) == "'--json' takes no value");
}

TEST_CASE("numbers are decimal and within their range")
{
    for (const char* wrong : {"0", "1001", "-1", "+5", "0x10", "1e3", " 7", "7 ", "", "99999999999999999999", "seven"}) {
        CAPTURE(wrong);
        CHECK(has(message({"list", "--limit", wrong}), "expected a number from 1 to 1000 after '--limit', found '"));
        CHECK(has(message({"run", "t", "--back", wrong}), "expected a number from 1 to 1000 after '--back', found '"));
    }
    CHECK(parsed({"list", "--limit", "1000"}).common.limit == 1000);
    CHECK(command<SearchCommand>({"search", "--offset", "0", "x"}).offset == 0);
    CHECK(message({"case", "show", "0"}) == "expected the number of a case, found '0'");
    CHECK(message({"run", "--case", "x1"}) == "expected the number of a case, found 'x1'");
}

TEST_CASE("values of color and lang are checked")
{
    CHECK(parsed({"list", "--color", "auto"}).common.color == ColorChoice::automatic);
    CHECK(parsed({"list", "--color", "always"}).common.color == ColorChoice::always);
    CHECK(message({"list", "--color", "yes"}) == "expected auto, always or never after '--color', found 'yes'");
    for (const char* right : {"de", "de_AT.UTF-8", "zh-Hant", "sr_RS@latin", "C", "xx"}) {
        CHECK(parsed({"list", "--lang", right}).common.language == right);
    }
    for (const char* wrong : {"", "../de", "d e", "1", "中文"}) {
        CAPTURE(wrong);
        CHECK(has(message({"list", "--lang", wrong}), "expected a language like de after '--lang'"));
    }
}

TEST_CASE("of a scalar option the last one counts")
{
    CHECK(parsed({"--limit", "1", "list", "--limit", "2", "--limit=3"}).common.limit == 3);
    CHECK(parsed({"--lang", "de", "list", "--lang", "zh"}).common.language == "zh");
}

TEST_CASE("case takes an action and a number")
{
    CHECK(command<CaseCommand>({"case"}).action == CaseCommand::Action::list);
    CHECK(command<CaseCommand>({"case", "--json"}).action == CaseCommand::Action::list);
    CHECK(command<CaseCommand>({"case", "list"}).action == CaseCommand::Action::list);
    const auto shown = command<CaseCommand>({"case", "show", "9223372036854775807"});
    CHECK(shown.action == CaseCommand::Action::show);
    CHECK(shown.id == 9223372036854775807);
    CHECK(command<CaseCommand>({"case", "resume", "3"}).action == CaseCommand::Action::resume);
    const auto removed = command<CaseCommand>({"case", "delete", "--yes", "3"});
    CHECK(removed.action == CaseCommand::Action::remove);
    CHECK(removed.yes);
    CHECK(message({"case", "show"}) == "expected NUMBER after 'case show', found nothing");
    CHECK(message({"case", "list", "3"}) == "expected nothing after 'case list', found '3'");
}

TEST_CASE("pack commands take a pack or the only --pack")
{
    const auto lint = command<PackCommand>({"pack", "lint", "./wallet", "--strict"});
    CHECK(lint.action == PackCommand::Action::lint);
    CHECK(lint.operand == "./wallet");
    CHECK(lint.strict);
    CHECK(command<PackCommand>({"pack", "test", "--pack", "x"}).operand == "x");
    CHECK(command<PackCommand>({"--pack", "x", "pack", "lint"}).operand == "x");
    CHECK(message({"pack", "lint"}) == "expected PACK after 'pack lint', found nothing");
    CHECK(message({"pack", "test", "--pack", "x", "--pack", "y"}) == "expected PACK after 'pack test', found nothing");
    CHECK(message({"pack", "test", "x", "--strict"}) == "no option named '--strict'");
}

TEST_CASE("list and show and paths")
{
    CHECK(command<ListCommand>({"list"}).what.empty());
    const auto ids = command<ListCommand>({"list", "articles", "--ids", "-0"});
    CHECK(ids.what == "articles");
    CHECK(ids.ids);
    CHECK(ids.zero);
    CHECK(message({"list", "tree"}) == "expected trees, articles or topics after 'list', found 'tree'");
    CHECK(hint({"list", "tree"}) == "unknot list trees");
    CHECK(command<ShowCommand>({"show", "x"}).rendering == Rendering::rendered);
    CHECK(command<ShowCommand>({"show", "--raw", "--", "-x"}).id == "-x");
    CHECK(command<ShowCommand>({"show", "--raw", "x"}).rendering == Rendering::source);
    CHECK(message({"show"}) == "expected ID after 'show', found nothing");
    CHECK(message({"paths", "x"}) == "expected nothing after 'paths', found 'x'");
}

TEST_CASE("version and help stand before what is missing")
{
    CHECK(std::holds_alternative<VersionCommand>(parsed({"--version"}).command));
    CHECK(std::holds_alternative<VersionCommand>(parsed({"run", "--version"}).command));
    CHECK(has(command<UsageCommand>({"run", "--help"}).text, "usage: unknot run [OPTION]... [TREE]\n"));
    CHECK(has(command<UsageCommand>({"--help", "ask"}).text, "usage: unknot ask [OPTION]... TEXT...\n"));
    CHECK(has(command<UsageCommand>({"case", "-h"}).text, "case delete NUMBER"));
    CHECK_FALSE(has(command<UsageCommand>({"case", "-h"}).text, "pack lint"));
    CHECK(command<HelpCommand>({"help", "query"}).topic == "query");
    CHECK(command<HelpCommand>({"help"}).topic.empty());
    CHECK(command<UsageCommand>({"help", "run"}).text == command<UsageCommand>({"run", "--help"}).text);
}

TEST_CASE("the usage names every command and option and stays narrow")
{
    const std::string all = command<UsageCommand>({"--help"}).text;
    for (const char* part : {"  ask TEXT...", "  run [TREE]", "  search QUERY...", "  show ID", "  list [trees|articles|topics]", "  paths",
             "  case list", "  pack lint [PACK]", "      --pack DIR", "  -q, --quiet", "exit status: 0 yes"}) {
        CAPTURE(part);
        CHECK(has(all, part));
    }
    for (const Words& words : {Words{"--help"}, Words{"run", "--help"}, Words{"list", "--help"}}) {
        std::string text = command<UsageCommand>(words).text;
        CHECK(text.back() == '\n');
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            CAPTURE(text.substr(at, end - at));
            CHECK(end - at <= 80);
            at = end + 1;
        }
    }
    CHECK(has(command<UsageCommand>({"run", "--help"}).text, "      --answer NODE=VALUE"));
    CHECK(has(command<UsageCommand>({"list", "--help"}).text, "  -0 "));
}

TEST_CASE("json is found also where the words are refused")
{
    const std::vector<std::pair<Words, bool>> cases = {{{"list", "--json", "--bogus"}, true}, {{"--json", "serach"}, true}, {{"run", "--json"}, true},
        {{"list", "--bogus", "--", "--json"}, false}, {{"search", "-z", "x", "--json"}, false}, {{"ask", "--limit", "0", "--json", "x"}, true},
        {{"list", "--bogus"}, false}, {{"search", "--offset", "y", "--json", "x"}, true}};
    for (const auto& entry : cases) {
        bool json = !entry.second;
        CHECK_THROWS_AS(parse_options(entry.first, json), Failure);
        CHECK(json == entry.second);
    }
}

TEST_CASE("the language is found before anything is checked")
{
    CHECK(language_in({"run", "--lang", "de", "--bogus"}) == "de");
    CHECK(language_in({"--lang=zh", "--help"}) == "zh");
    CHECK(language_in({"ask", "what", "is", "--lang", "de"}).empty());
    CHECK(language_in({"run", "--lang"}).empty());
    CHECK(language_in({}).empty());
}
