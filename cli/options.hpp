// SPDX-License-Identifier: GPL-3.0-or-later
// argv -> plain, checked data. The fence around CLI11; its configuration files are never used.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace unknot {

enum class ColorChoice { automatic, always, never };

// Options of every command.
struct CommonOptions {
    std::vector<std::string> packs; // --pack
    std::string language;           // --lang; empty when not given
    bool json = false;
    bool no_input = false;
    bool offline = false;
    bool quiet = false;
    bool verbose = false;
    ColorChoice color = ColorChoice::automatic;
    bool color_given = false;
    std::optional<int> limit;
};

struct TalkCommand {}; // no command: on a terminal asks what is wrong

struct AskCommand {
    std::string text;
    bool no_record = false;
};

struct RunCommand {
    std::string tree;                 // empty with --case or --receipt
    std::vector<std::string> answers; // NODE=VALUE
    std::string answers_file;         // `-` is standard input
    std::vector<std::string> probes;  // NODE=STATUS[,FIELD=VALUE…]
    std::vector<std::string> facts;   // NAME=VALUE
    std::vector<std::string> allow;   // network, command=NAME
    std::string receipt;
    std::string problem;              // what the person said before the walk began; no option
    std::optional<std::int64_t> case_id;
    int back = 0;
    bool no_probes = false;
    bool no_record = false;
    bool strict = false;
};

// A fault that is known, and does not count until its day.
struct IgnoredCheck {
    std::string id;
    std::string until;  // ISO date; empty for no end
    std::string reason;
};

enum class CheckFormat { text, json, junit, nagios, prometheus };

struct CheckCommand {
    std::string tree; // empty for all
    std::string facts_file;
    std::vector<std::string> facts; // NAME=VALUE
    std::vector<std::string> allow;
    std::vector<IgnoredCheck> ignored;
    CheckFormat format = CheckFormat::text;
    double wait_seconds = 0;
    bool no_probes = false;
    bool strict = false;
};

struct ProbeCommand {
    std::string kind;
    std::vector<std::string> arguments;
    std::vector<std::pair<std::string, std::string>> parameters; // `min-days`, `timeout`, …; `warn` and `fail` are conditions
    std::vector<std::string> allow;
    CheckFormat format = CheckFormat::text;
    double wait_seconds = 0;
    bool strict = false;
};

struct SearchCommand {
    enum class Order { relevance, title, reviewed };
    std::string query;
    int offset = 0;
    Order order = Order::relevance;
    bool facets = false;
    bool explain = false;
    bool no_record = false;
};

struct IndexCommand {
    enum class Action { status, update, prebuild };
    Action action = Action::status;
    bool from_scratch = false; // --rebuild
};

enum class Rendering { rendered, source };

struct ShowCommand {
    std::string id;
    Rendering rendering = Rendering::rendered;
    bool no_record = false;
};

struct ListCommand {
    std::string what; // trees, articles, topics; empty for all
    bool ids = false;
    bool zero = false; // -0: ids ended by a NUL byte
};

struct PathsCommand {};

// Which cases: what is empty does not choose.
struct CaseFilter {
    std::string tree;
    std::string state;   // open, or an outcome class
    std::string since;   // a day; by when the case was last touched
    std::string until;   // the last day that counts
    std::string words;   // all of them in the answers, whatever their case
};

struct CaseCommand {
    enum class Action { list, show, resume, export_lines, remove };
    Action action = Action::list;
    std::optional<std::int64_t> id;
    CaseFilter filter;
    bool yes = false; // --yes: delete without asking
};

struct WhyCommand {
    std::optional<std::int64_t> case_id;
};

struct HandoffCommand {
    enum class Form { text, markdown, json, eml, url };
    std::optional<std::int64_t> case_id;
    std::optional<Form> form;
    std::string provider;               // an id or a name
    std::string channel;                // its id, or a kind of channel
    std::vector<std::string> facts;     // NAME=VALUE: what the walk did not learn
    std::vector<std::string> hidden;    // --mask
    std::string problem;                // in the person's own words; `-` is standard input
    bool send = false;
};

struct PackCommand {
    enum class Action { lint, test };
    Action action = Action::lint;
    std::string operand; // a folder, or the id of an installed pack
    bool strict = false; // warnings count as errors
};

struct FeedbackCommand {
    enum class Action { give, list, revise, make_export, report };
    enum class Format { json_lines, csv };
    Action action = Action::list;
    std::string target;                 // `tree:ID`, `article:ID`, `case:N`, `provider:ID`
    std::int64_t id = 0;                // which one to revise
    std::optional<int> stars;
    std::string reason;                 // a code, not looked at yet; empty when not given
    std::optional<std::string> text;    // `-` is standard input
    std::optional<std::string> because; // why it is revised
    Format format = Format::json_lines;
    std::vector<std::string> files;     // exports
    bool here = false;                  // --here: this machine's too
    std::string page;                   // --html FILE
};

struct StatsCommand {
    std::vector<std::string> files; // exports of cases
    bool here = false;              // --here: this machine's too
    std::string since;              // a date, empty when not given
    std::string tree;
};

struct RedactCommand {
    enum class Personal { masked, kept };
    Personal personal = Personal::masked; // e-mail addresses and phone numbers
};

struct CompletionCommand {
    std::string shell; // bash, zsh, fish
};

struct ScanCommand {
    enum class Format { text, json, sarif };
    std::vector<std::string> paths;
    Format format = Format::text;
    bool gitignore = false; // leave out what git would
};

struct ContactCommand {
    enum class Action { list, show, verify };
    Action action = Action::list;
    std::vector<std::string> operands; // providers, or addresses to verify
    std::string type;                  // of channels; empty for all
    std::string kind;                  // of providers; empty for all
    bool open_only = false;
    std::optional<std::chrono::sys_seconds> at; // --at; the present otherwise
};

struct HelpCommand {
    std::string topic;
};

struct VersionCommand {};

// `--help` of some command: its text, made by the parser.
struct UsageCommand {
    std::string text;
};

using Command = std::variant<TalkCommand,
    AskCommand,
    RunCommand,
    CheckCommand,
    ProbeCommand,
    SearchCommand,
    ShowCommand,
    ListCommand,
    PathsCommand,
    CaseCommand,
    WhyCommand,
    HandoffCommand,
    ContactCommand,
    FeedbackCommand,
    StatsCommand,
    PackCommand,
    IndexCommand,
    RedactCommand,
    ScanCommand,
    CompletionCommand,
    HelpCommand,
    VersionCommand,
    UsageCommand>;

struct Options {
    CommonOptions common;
    Command command;
};

// Throws Failure for wrong usage, with a did-you-mean as hint. `json` says whether --json was among the words, also when it throws.
Options parse_options(const std::vector<std::string>& words, bool& json);

// The value of --lang before anything is checked, so that `--help` can speak it; empty when it isn't there.
std::string language_in(const std::vector<std::string>& words);

} // namespace unknot
