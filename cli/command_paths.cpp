// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot paths`: where packs, records, indexes and the configuration lie.
#include "commands.hpp"
#include "json.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

void print_path(std::string_view what, const std::string& path)
{
    print_line(fmt::format("{:<8} {}", what, path));
}

} // namespace

ExitStatus paths(const PathsCommand&, const Session& session)
{
    const Locations& at = session.locations;
    if (session.options.json) {
        Json packs = Json::array();
        for (const auto& pack : session.packs()) {
            packs.push_back({{"id", pack.info().id}, {"version", pack.info().version}, {"path", pack.folder().string()}});
        }
        print_json({{"schema", "unknot.paths/1"}, {"config", at.config.string()}, {"state", at.state.string()}, {"cache", at.cache.string()}, {"data", at.data.string()},
            {"packs", packs}});
        return ExitStatus::yes;
    }
    print_path("config", at.config.string());
    print_path("state", at.state.string());
    print_path("cache", at.cache.string());
    print_path("data", at.data.string());
    for (const auto& pack : session.packs()) {
        print_path("pack", fmt::format("{}  ({} {})", pack.folder().string(), pack.info().id, pack.info().version));
    }
    return ExitStatus::yes;
}

} // namespace unknot
