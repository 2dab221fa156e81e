// SPDX-License-Identifier: GPL-3.0-or-later
// `host:port` and `[address]:port`, and the addresses behind a name.
#pragma once

#include "deadline.hpp"
#include "unknot/probe_run.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <sys/socket.h>

namespace unknot {

struct Endpoint {
    std::string host;   // without brackets
    std::string port;   // decimal, 1 to 65535
};

enum class PortNeed { required, optional };

// Throws Misunderstood. Without a port, where that is allowed, `port` is empty.
Endpoint read_endpoint(std::string_view text, PortNeed need);

struct Address {
    sockaddr_storage storage;
    socklen_t length;

    int family() const { return storage.ss_family; }
    const sockaddr* raw() const { return reinterpret_cast<const sockaddr*>(&storage); }
    std::string text() const;      // numeric, without the port
    bool is_private() const;       // loopback, link-local, private ranges: not of the open internet
};

bool is_numeric_address(const std::string& host);

// By the system's resolver, each address once, in its order. Otherwise a report that says why there is none.
std::variant<std::vector<Address>, ProbeReport> look_up(const Endpoint& endpoint, int socket_type);

} // namespace unknot
