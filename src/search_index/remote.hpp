// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes on search servers. Such a server knows no spelling, so what is asked of a dictionary is asked of its stems.
#pragma once

#include "unknot/problem.hpp"
#include "unknot/server_address.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>
#include <xapian.h>

namespace unknot {

struct RemoteIndex {
    ServerAddress address;
    Xapian::Database database;
    std::vector<std::string> languages;
    std::set<std::string> synonyms; // the keys of its metadata that hold some: asking for others would be a way there and back for nothing
};

// Nothing, with one warning, when the server is away, too slow, or serves what this program could not have made.
std::optional<RemoteIndex> open_remote(const ServerAddress& address, Problems& warnings);

// For after a search that failed: the servers that the error doesn't name and that can be opened anew. The old connections are no good: answers to
// what was asked may still be on their way. A warning for each server that is missing.
std::vector<RemoteIndex> without_failed(const std::vector<RemoteIndex>& remotes, const Xapian::Error& error, Problems& warnings);

// For when that failed too.
std::vector<RemoteIndex> without_any(const std::vector<RemoteIndex>& remotes, const Xapian::Error& error, Problems& warnings);

} // namespace unknot
