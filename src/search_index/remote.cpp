// SPDX-License-Identifier: GPL-3.0-or-later
// What a server sends is believed as far as Xapian checks it; so plain TCP is for networks that are trusted, as its manual says.
//
// Xapian waits for the ssh that it has started when a database is closed, however long that takes, and a server that hangs must not hold the person
// up. So what goes through ssh is never closed: it ends with the program, whose end of the pipe ssh sees.
#include "search_index/remote.hpp"

#include "search_index/build.hpp"
#include "search_index/manifest.hpp"
#include "search_index/terms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unknot {

namespace {

constexpr unsigned connect_milliseconds = 2000;
constexpr unsigned reply_milliseconds = 5000;

std::string ssh_arguments(const ServerAddress& address)
{
    return fmt::format("-o BatchMode=yes -o ConnectTimeout={} {} xapian-progsrv {}", connect_milliseconds / 1000, address.host, address.path);
}

Xapian::Database connected(const ServerAddress& address)
{
    if (address.way == ServerAddress::Way::tcp) {
        return Xapian::Remote::open(address.host, address.port, reply_milliseconds, connect_milliseconds);
    }
    static auto& never_closed = *new std::vector<Xapian::Database>;
    return never_closed.emplace_back(Xapian::Remote::open("ssh", ssh_arguments(address), reply_milliseconds));
}

void check_revision(const std::string& revision)
{
    if (revision.empty()) {
        throw Failure("expected an index that unknot has made, found another database", "serve a file that 'unknot index status' shows there");
    }
    if (revision != index_revision()) {
        throw Failure(fmt::format("expected an index of revision '{}', found '{}'", index_revision(), revision),
            "install the same version of unknot on both, then there: unknot index update");
    }
}

std::set<std::string> synonym_keys(const Xapian::Database& database)
{
    const std::string prefix(terms::synonyms_begin);
    return {database.metadata_keys_begin(prefix), database.metadata_keys_end(prefix)};
}

// Xapian puts the address into most of what it throws, as it was handed over; not when a connection ends, but then it can't be opened anew.
bool is_about(const Xapian::Error& error, const ServerAddress& address)
{
    const bool by_ssh = address.way == ServerAddress::Way::ssh;
    const std::string place = by_ssh ? "(ssh " + ssh_arguments(address) + ")" : fmt::format("({}:{})", address.host, address.port);
    return error.get_context().find(place) != std::string::npos;
}

std::string cause_of(const Xapian::Error& error)
{
    if (error.get_type() == std::string("NetworkTimeoutError")) {
        return "no answer in time";
    }
    const char* cause = error.get_error_string();
    return cause == nullptr ? error.get_msg() : cause;
}

std::string trial(const ServerAddress& address)
{
    return address.way == ServerAddress::Way::ssh ? fmt::format("ssh -o BatchMode=yes {} xapian-progsrv {}", address.host, address.path)
                                                  : fmt::format("on the server: xapian-tcpsrv --port {} FILE", address.port);
}

Problem warning(const ServerAddress& address, std::string_view cause, const std::string& hint)
{
    return {Severity::warning, "search-server", fmt::format("search server '{}' is left out: {}", address.text, cause), std::nullopt, hint, {}};
}

Problem left_out(const ServerAddress& address, const Xapian::Error& error)
{
    return warning(address, cause_of(error), trial(address));
}

} // namespace

std::optional<RemoteIndex> open_remote(const ServerAddress& address, Problems& warnings)
{
    try {
        RemoteIndex remote{address, connected(address), {}, {}};
        const Manifest manifest = read_manifest(remote.database);
        check_revision(manifest.revision);
        remote.languages.assign(manifest.languages.begin(), manifest.languages.end());
        remote.synonyms = manifest.has_synonyms ? synonym_keys(remote.database) : std::set<std::string>();
        return remote;
    } catch (const Xapian::Error& error) {
        warnings.push_back(left_out(address, error));
    } catch (const Failure& failure) {
        warnings.push_back(warning(address, failure.problem().message, failure.problem().hint));
    }
    return std::nullopt;
}

std::vector<RemoteIndex> without_failed(const std::vector<RemoteIndex>& remotes, const Xapian::Error& error, Problems& warnings)
{
    std::vector<RemoteIndex> kept;
    for (const RemoteIndex& remote : remotes) {
        if (is_about(error, remote.address)) {
            warnings.push_back(left_out(remote.address, error));
        } else if (std::optional<RemoteIndex> again = open_remote(remote.address, warnings)) {
            kept.push_back(std::move(*again));
        }
    }
    return kept;
}

std::vector<RemoteIndex> without_any(const std::vector<RemoteIndex>& remotes, const Xapian::Error& error, Problems& warnings)
{
    for (const RemoteIndex& remote : remotes) {
        warnings.push_back(left_out(remote.address, error));
    }
    return {};
}

} // namespace unknot
