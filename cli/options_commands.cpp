// SPDX-License-Identifier: GPL-3.0-or-later
// What every command takes, and each of them but `run`.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace unknot {

namespace {

constexpr int most_results = 1000;
constexpr int farthest_offset = 1'000'000;

OptionSpec no_record_option(const std::function<void()>& take)
{
    return {"--no-record", "", _("leave no trace in the records"), [take](const std::string&) { take(); }};
}

CommandSpec ask_spec()
{
    const auto chosen = std::make_shared<AskCommand>();
    return {"ask", Operands::text, "TEXT", _("Finds the trees that solve a problem said in your own words, and articles about it."),
        "unknot ask my card was declined", _("0 found, 1 nothing found, 2 trouble, 3 you left, 130 interrupted"),
        {no_record_option([chosen] { chosen->no_record = true; })}, [chosen](const std::string& text) {
            chosen->text = text;
            return Command(*chosen);
        }};
}

CommandSpec search_spec()
{
    const auto chosen = std::make_shared<SearchCommand>();
    return {"search", Operands::text, "QUERY", _("Searches articles, trees and providers: words, phrases, fields, + and -, AND, OR, NOT, wildcards."),
        "unknot search '\"recovery phrase\" lang:en'", _("0 found, 1 nothing found, 2 trouble"),
        {{"--offset", "N", _("pass over the first N results"),
             [chosen](const std::string& text) { chosen->offset = static_cast<int>(decimal("--offset", text, 0, farthest_offset)); }},
            {"--sort", "ORDER", _("relevance, title or reviewed (the newest first)"),
                [chosen](const std::string& text) { chosen->order = search_order("--sort", text); }},
            {"--facets", "", _("count what was found by topic and language"), [chosen](const std::string&) { chosen->facets = true; }},
            {"--explain", "", _("show every stage from the query to the hits"), [chosen](const std::string&) { chosen->explain = true; }},
            no_record_option([chosen] { chosen->no_record = true; })},
        [chosen](const std::string& text) {
            chosen->query = text;
            return Command(*chosen);
        }};
}

CommandSpec index_status_spec()
{
    return {"index status", Operands::none, "", _("Tells which packs have a search index, and where."), "unknot index status",
        _("0 all are indexed, 1 some are not, 2 trouble"), {}, [](const std::string&) { return Command(IndexCommand{}); }};
}

CommandSpec index_update_spec()
{
    const auto chosen = std::make_shared<IndexCommand>();
    chosen->action = IndexCommand::Action::update;
    return {"index update", Operands::none, "", _("Brings the search index of every pack up to date; searches do so by themselves."), "unknot index update",
        _("0 done, 2 trouble, 130 interrupted"),
        {{"--rebuild", "", _("make it anew, also where nothing has changed"), [chosen](const std::string&) { chosen->from_scratch = true; }}},
        [chosen](const std::string&) { return Command(*chosen); }};
}

CommandSpec index_prebuild_spec()
{
    return {"index prebuild", Operands::none, "", _("Writes an index into each pack named by --pack, for packages: equal packs give equal bytes."),
        "unknot --pack ./wallet index prebuild", _("0 done, 2 trouble, 130 interrupted"), {},
        [](const std::string&) { return Command(IndexCommand{IndexCommand::Action::prebuild, false}); }};
}

CommandSpec show_spec()
{
    const auto chosen = std::make_shared<ShowCommand>();
    return {"show", Operands::one, "ID", _("Shows an article, a tree as an outline, or a provider."), "unknot show card-declined",
        _("0 shown, 2 trouble"),
        {{"--raw", "", _("the source as it is in the file"), [chosen](const std::string&) { chosen->rendering = Rendering::source; }},
            no_record_option([chosen] { chosen->no_record = true; })},
        [chosen](const std::string& id) {
            chosen->id = id;
            return Command(*chosen);
        }};
}

Command finished_list(ListCommand command, const std::string& what)
{
    const std::vector<std::string> kinds = {"trees", "articles", "topics"};
    if (!what.empty() && std::find(kinds.begin(), kinds.end(), what) == kinds.end()) {
        const auto near = nearest(what, kinds);
        throw Failure(
            fmt::format("expected trees, articles or topics after 'list', found '{}'", what), near ? fmt::format("unknot list {}", *near) : "");
    }
    command.what = what;
    return command;
}

CommandSpec list_spec()
{
    const auto chosen = std::make_shared<ListCommand>();
    return {"list", Operands::optional, "trees|articles|topics", _("Lists what the packs hold."), "unknot list trees",
        _("0 found, 1 nothing found, 2 trouble"),
        {{"--ids", "", _("ids only, one a line"), [chosen](const std::string&) { chosen->ids = true; }},
            {"-0", "", _("ids only, each ended by a NUL byte"), [chosen](const std::string&) { chosen->zero = true; }}},
        [chosen](const std::string& what) { return finished_list(*chosen, what); }};
}

CommandSpec paths_spec()
{
    return {"paths", Operands::none, "", _("Shows where packs, records, indexes and the configuration lie."), "unknot paths --json",
        _("0 shown, 2 trouble"), {}, [](const std::string&) { return Command(PathsCommand{}); }};
}

// The operand may be left out where exactly one --pack says the same.
std::string pack_operand(const std::string& operand, const std::string& command, const CommonOptions& common)
{
    if (operand.empty() && common.packs.size() != 1) {
        throw Failure(fmt::format("expected PACK after '{}', found nothing", command),
            fmt::format("name a folder or an installed pack's id: unknot {} FOLDER", command));
    }
    return operand.empty() ? common.packs.front() : operand;
}

CommandSpec pack_lint_spec(const CommonOptions& common)
{
    const auto chosen = std::make_shared<PackCommand>();
    return {"pack lint", Operands::optional, "PACK", _("Tells what is wrong with a pack, with file, line and column."), "unknot pack lint ./wallet",
        _("0 nothing or warnings only, 1 errors, 2 trouble"),
        {{"--strict", "", _("warnings count as errors"), [chosen](const std::string&) { chosen->strict = true; }}},
        [chosen, &common](const std::string& operand) {
            return Command(PackCommand{PackCommand::Action::lint, pack_operand(operand, "pack lint", common), chosen->strict});
        }};
}

CommandSpec pack_test_spec(const CommonOptions& common)
{
    return {"pack test", Operands::optional, "PACK", _("Runs a pack's scenarios and tells which nodes and edges they miss."),
        "unknot pack test ./wallet", _("0 all passed, 1 some failed, 2 trouble"), {}, [&common](const std::string& operand) {
            return Command(PackCommand{PackCommand::Action::test, pack_operand(operand, "pack test", common), false});
        }};
}

CommandSpec help_spec()
{
    return {"help", Operands::optional, "TOPIC", _("Tells about environment, exit-codes, json, query, format or privacy."), "unknot help query",
        _("0 shown, 2 trouble"), {}, [](const std::string& topic) { return Command(HelpCommand{topic}); }};
}

} // namespace

std::vector<OptionSpec> common_options(CommonOptions& common, Requests& requests)
{
    return {
        {"--pack", "DIR", _("use the pack in this folder; repeatable"), [&common](const std::string& text) { common.packs.push_back(text); }},
        {"--lang", "LANG", _("speak this language where it can be had: de, en, zh"),
            [&common](const std::string& text) { common.language = language_word("--lang", text); }},
        {"--json", "", _("one JSON document on standard output"), [&common](const std::string&) { common.json = true; }},
        {"--color", "WHEN", _("styles: auto, always or never"),
            [&common](const std::string& text) {
                common.color = color_choice("--color", text);
                common.color_given = true;
            }},
        {"--no-input", "", _("never ask anything"), [&common](const std::string&) { common.no_input = true; }},
        {"--offline", "", _("do not use the network"), [&common](const std::string&) { common.offline = true; }},
        {"--limit", "N", _("show at most N results, 1 to 1000"),
            [&common](const std::string& text) { common.limit = static_cast<int>(decimal("--limit", text, 1, most_results)); }},
        {"-q,--quiet", "", _("tell errors only"), [&common](const std::string&) { common.quiet = true; }},
        {"-v,--verbose", "", _("tell more"), [&common](const std::string&) { common.verbose = true; }},
        {"-h,--help", "", _("show this text"), [&requests](const std::string&) { requests.help = true; }},
        {"--version", "", _("show the version"), [&requests](const std::string&) { requests.version = true; }},
    };
}

namespace {

using Specs = std::vector<CommandSpec>;

// The commands that begin with one word, made when they are asked for.
struct Group {
    std::string_view word;
    Specs (*make)(const CommonOptions& common);
};

// In the order of the usage text.
constexpr Group groups[] = {
    {"ask", [](const CommonOptions&) { return Specs{ask_spec()}; }},
    {"run", [](const CommonOptions&) { return Specs{run_spec()}; }},
    {"check", [](const CommonOptions&) { return Specs{check_spec()}; }},
    {"probe", [](const CommonOptions&) { return Specs{probe_spec()}; }},
    {"search", [](const CommonOptions&) { return Specs{search_spec()}; }},
    {"show", [](const CommonOptions&) { return Specs{show_spec()}; }},
    {"list", [](const CommonOptions&) { return Specs{list_spec()}; }},
    {"paths", [](const CommonOptions&) { return Specs{paths_spec()}; }},
    {"case", [](const CommonOptions&) { return case_specs(); }},
    {"why", [](const CommonOptions&) { return Specs{why_spec()}; }},
    {"handoff", [](const CommonOptions&) { return Specs{handoff_spec()}; }},
    {"contact", [](const CommonOptions&) { return contact_specs(); }},
    {"feedback", [](const CommonOptions&) { return feedback_specs(); }},
    {"stats", [](const CommonOptions&) { return Specs{stats_spec()}; }},
    {"pack", [](const CommonOptions& common) { return Specs{pack_lint_spec(common), pack_test_spec(common)}; }},
    {"index", [](const CommonOptions&) { return Specs{index_status_spec(), index_update_spec(), index_prebuild_spec()}; }},
    {"redact", [](const CommonOptions&) { return Specs{redact_spec()}; }},
    {"scan", [](const CommonOptions&) { return Specs{scan_spec()}; }},
    {"completion", [](const CommonOptions&) { return Specs{completion_spec()}; }},
    {"help", [](const CommonOptions&) { return Specs{help_spec()}; }},
};

} // namespace

std::vector<CommandSpec> command_group(const CommonOptions& common, std::string_view word)
{
    const auto found = std::find_if(std::begin(groups), std::end(groups), [word](const Group& group) { return group.word == word; });
    return found == std::end(groups) ? Specs() : found->make(common);
}

std::vector<CommandSpec> command_specs(const CommonOptions& common)
{
    Specs specs;
    for (const auto& group : groups) {
        auto more = group.make(common);
        specs.insert(specs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return specs;
}

} // namespace unknot
