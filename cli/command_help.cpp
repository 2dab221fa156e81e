// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot help`: the topics that no single command owns.
#include "commands.hpp"
#include "terminal.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace unknot {

namespace {

struct Topic {
    std::string_view name;
    std::string_view what;
    std::string_view text;
};

constexpr std::string_view environment_text = R"(# Environment and files

| name | what it does |
|---|---|
| `UNKNOT_PACK_PATH` | packs, or folders of packs, separated by colons |
| `UNKNOT_LANG` | the language, before the locale's |
| `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG` | the locale, in this order |
| `NO_COLOR` | no styles |
| `CLICOLOR_FORCE` | styles even where there is no terminal |
| `PAGER` | shows long texts on a terminal |
| `XDG_CONFIG_HOME`, `XDG_STATE_HOME`, `XDG_CACHE_HOME`, `XDG_DATA_HOME`, `XDG_DATA_DIRS` | where things lie; `unknot paths` shows the result |

`config.yaml` in the configuration folder and in `/etc/xdg/unknot` may have the keys `language`, `color`, `pager`, `packs`, `providers`, `retention`, `allow` and
`search.remote`. Options come before the environment, the environment before the files.

`search.remote` is a list of search servers, each with one file that `unknot index status` shows there. `unknot search` asks them together with the packs of this
machine, and does without one that does not answer:

- `tcp:HOST:PORT` is `xapian-tcpsrv --port PORT FILE`, which asks nobody who they are and encrypts nothing: for networks that you trust.
- `ssh:HOST:FILE` is `ssh -o BatchMode=yes HOST xapian-progsrv FILE`: for everywhere else.
)";

constexpr std::string_view exit_codes_text = R"(# Exit status

| code | meaning |
|---|---|
| 0 | yes: resolved or worked round, found, nothing wrong or warnings only |
| 1 | no: not resolved, handed over or stopped, nothing found, errors in a linted pack, failed scenarios |
| 2 | trouble: wrong usage, unreadable file, a pack too broken for the command, an empty query |
| 3 | more input is needed and there is nobody to ask; or the person left with `q` or `s` |
| 130 | interrupted; the case is saved |
)";

constexpr std::string_view json_text = R"(# Machine output

`--json` puts one JSON document on standard output, also when the command fails. Its key `schema` names what it is; additions keep the version, removals raise it.
JSON Schemas are installed in `share/unknot/schemas`.

| schema | command |
|---|---|
| `unknot.ask/1` | `unknot ask` |
| `unknot.run/1` | `unknot run`, `unknot case resume` |
| `unknot.search/1` | `unknot search` |
| `unknot.show/1` | `unknot show` |
| `unknot.list/1` | `unknot list` |
| `unknot.paths/1` | `unknot paths` |
| `unknot.cases/1`, `unknot.case/1` | `unknot case list`, `unknot case show`; each line of `unknot case export` |
| `unknot.why/1`, `unknot.handoff/1` | `unknot why`, `unknot handoff` |
| `unknot.feedback/1` | `unknot feedback give`, `list`, `revise`; each line of `unknot feedback export` |
| `unknot.feedback-report/1` | `unknot feedback report` |
| `unknot.stats/1` | `unknot stats` |
| `unknot.redact/1` | `unknot redact` |
| `unknot.lint/1`, `unknot.test/1` | `unknot pack lint`, `unknot pack test` |
| `unknot.error/1` | any command that could not do what it was asked for |

A walk asks with `state` "asking" and `node`; it ends with `state` "done" and `outcome`. Texts are Markdown.
)";

constexpr std::string_view query_text = R"(# Queries of `unknot search`

| query | finds |
|---|---|
| `card declined` | both words; some of them where nothing has both |
| `"recovery phrase"` | the words next to each other, in any of their forms |
| `+card -bitcoin` | required, excluded; also `card AND declined`, `NOT bitcoin` |
| `refund OR chargeback` | one of them |
| `encrypt*` | words that begin so |
| `title:backup` | only in titles |
| `topic:payments lang:de kind:tree pack:wallet id:card-declined` | filters |
| `reviewed:2026-03..2026-06` | days of review; also `2026`, `2026-03..` |

Operators are upper case. Whatever is no query language is text; no query is an error. At most 32 terms count.
)";

constexpr std::string_view format_text = R"(# The knowledge format

A pack is a folder with `pack.yaml`, `trees/`, `articles/`, `providers/`, `tests/` and `synonyms.yaml`. See unknot-format(5).

- `unknot pack lint FOLDER` tells what is wrong, with file, line and column.
- `unknot pack test FOLDER` runs the scenarios and tells which nodes and edges they miss.
)";

constexpr std::string_view privacy_text = R"(# Privacy

- Nothing is sent anywhere, except what you search for, to the servers of `search.remote` if your configuration names some; `--offline` asks none.
- Each walk is recorded in `records.db` in the state folder, readable by you alone. `unknot run --no-record` leaves no trace; `unknot case delete ID` removes a case for good.
- Which articles were shown, and words that nothing was found for, are noted in `records.db` for `unknot stats`, the last 10,000 of each; `--no-record` leaves no trace.
- Ratings stay in `records.db` too until you hand on what `unknot feedback export` prints. Deleting a case deletes what you said about it.
- Secrets that get into an answer are replaced by stand-ins such as `[phrase-1]` before anything is written or printed: recovery phrases (BIP39 in ten languages,
  Electrum, SLIP-39, Monero; also with a word missing or misspelt), private keys and wallet files, card numbers, IBANs, tokens, and passwords, PINs and codes by the
  words around them. Recognised is what a checksum, a structure or such words prove; a secret that looks like nothing of these is not.
- `unknot redact` does the same to any text, and to e-mail addresses and phone numbers besides.
- `unknot handoff` shows what would leave before anything does; `--send` opens the mail program or browser, and sending is up to you. A copy stays with the case.
- `retention: 90d` in the configuration deletes cases that were not touched for that long.
- No question asks for a secret, and nobody who helps you needs one.
)";

constexpr Topic topics[] = {
    {"environment", "variables and files that are read", environment_text},
    {"exit-codes", "what the exit status says", exit_codes_text},
    {"json", "machine output", json_text},
    {"query", "the language of search queries", query_text},
    {"format", "how knowledge is written", format_text},
    {"privacy", "what is recorded, and what is not", privacy_text},
};

ExitStatus overview()
{
    for (const auto& topic : topics) {
        print_line(fmt::format("unknot help {:<12} {}", topic.name, topic.what));
    }
    print_line("unknot --help            the commands");
    return ExitStatus::yes;
}

} // namespace

ExitStatus help(const HelpCommand& command, const Session&)
{
    if (command.topic.empty()) {
        return overview();
    }
    std::vector<std::string> names;
    for (const auto& topic : topics) {
        if (topic.name == command.topic) {
            page(render_markdown(topic.text, terminal().width, terminal().styling));
            return ExitStatus::yes;
        }
        names.emplace_back(topic.name);
    }
    const auto near = nearest(command.topic, names);
    throw Failure(fmt::format("no help topic named '{}'", command.topic), near ? fmt::format("did you mean '{}'?", *near) : "'unknot help' shows all topics");
}

} // namespace unknot
