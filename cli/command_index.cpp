// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot index status|update|prebuild`: the search index of every pack. Searches bring it up to date by themselves; this shows it, does so
// beforehand, and makes the one that a package carries.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "searching.hpp"
#include "terminal.hpp"
#include "unknot/pack_index.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace unknot {

namespace {

namespace fs = std::filesystem;

std::string_view name(IndexState state)
{
    return state == IndexState::current ? "current" : state == IndexState::changed ? "changed" : "missing";
}

std::string label(IndexState state)
{
    return state == IndexState::current ? _("up to date") : state == IndexState::changed ? _("the pack has changed") : _("not made yet");
}

struct Row {
    const Pack& pack;
    fs::path file;
    IndexState state = IndexState::missing;
};

Row row_of(const Pack& pack, const fs::path& cache)
{
    const fs::path own = index_file(pack, cache);
    std::error_code ignored;
    return {pack, fs::exists(own, ignored) ? own : fs::exists(prebuilt_index_file(pack), ignored) ? prebuilt_index_file(pack) : own, index_state(pack, cache)};
}

Json row_json(const Row& row)
{
    std::error_code missing;
    const auto bytes = fs::file_size(row.file, missing);
    return {{"pack", row.pack.info().id}, {"path", row.pack.folder().string()}, {"index", row.file.string()}, {"state", name(row.state)}, {"bytes", missing ? 0 : bytes}};
}

ExitStatus tell(const Session& session)
{
    Json rows = Json::array();
    bool all = true;
    for (const auto& pack : session.packs()) {
        const Row row = row_of(pack, session.locations.cache);
        all = all && row.state == IndexState::current;
        rows.push_back(row_json(row));
        if (!session.options.json) {
            print_line(fmt::format("{}  {}  {}", strong(pack.info().id), label(row.state), faint(row.file.string())));
        }
    }
    if (session.options.json) {
        print_json({{"schema", "unknot.index/1"}, {"packs", rows}});
    }
    return all ? ExitStatus::yes : ExitStatus::no;
}

void prebuild(const Session& session)
{
    if (session.options.packs.empty()) {
        throw Failure("expected '--pack DIR' before 'index prebuild', found none", "unknot --pack ./wallet index prebuild");
    }
    for (const auto& pack : session.packs()) {
        if (session.names(pack)) {
            Problems problems;
            prebuild_index(pack, problems);
            report(problems);
        }
    }
}

} // namespace

ExitStatus index(const IndexCommand& command, const Session& session)
{
    if (command.action == IndexCommand::Action::status) {
        return tell(session);
    }
    if (command.action == IndexCommand::Action::prebuild) {
        prebuild(session);
        return ExitStatus::yes;
    }
    for (const auto& pack : session.packs()) {
        updated_index(pack, session, command.from_scratch ? Renewal::from_scratch : Renewal::after_a_look_at_every_file);
    }
    if (session.options.json) {
        tell(session);
    }
    return ExitStatus::yes;
}

} // namespace unknot
