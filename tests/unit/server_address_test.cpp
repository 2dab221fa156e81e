// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/problem.hpp"
#include "unknot/server_address.hpp"

#include <string>

using namespace unknot;

namespace {

// Way, host, port and path in one line.
std::string read(const std::string& text)
{
    const ServerAddress address = read_server_address(text);
    CHECK(address.text == text);
    return address.way == ServerAddress::Way::tcp ? "tcp " + address.host + " " + std::to_string(address.port)
                                                  : "ssh " + address.host + " " + address.path;
}

bool refused(const std::string& text)
{
    try {
        read_server_address(text);
    } catch (const Failure& failure) {
        CHECK(failure.problem().message.find("found '" + text + "'") != std::string::npos);
        CHECK_FALSE(failure.problem().hint.empty());
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("addresses are taken apart")
{
    CHECK(read("tcp:localhost:7001") == "tcp localhost 7001");
    CHECK(read("tcp:192.0.2.7:65535") == "tcp 192.0.2.7 65535");
    CHECK(read("tcp:[::1]:7001") == "tcp ::1 7001");
    CHECK(read("ssh:host:/srv/wallet-1.idx") == "ssh host /srv/wallet-1.idx");
    CHECK(read("ssh:me@host.example:indexes/a:b.idx") == "ssh me@host.example indexes/a:b.idx");
}

TEST_CASE("what is no address is refused")
{
    for (const char* text : {"", "x", "tcp", "tcp:", "tcp:host", "tcp::7001", "tcp:host:", "tcp:host:0", "tcp:host:65536", "tcp:host:-1",
             "tcp:host:7001x", "tcp:::1:7001", "tcp:[]:7001", "http:host:80", "TCP:host:7001", "ssh:host", "ssh:host:", "ssh::/srv"}) {
        CHECK_MESSAGE(refused(text), text);
    }
}

TEST_CASE("nothing that ssh or a shell would read gets through")
{
    for (const char* text : {"ssh:-oProxyCommand=x:/srv", "ssh:host:-x", "ssh:ho st:/srv", "ssh:host:/srv a", "ssh:host:/srv;id", "ssh:host:$(id)",
             "ssh:host:`id`", "ssh:host:/srv'a", "ssh:host:/srv\"a", "ssh:host:/srv\\a", "ssh:host:/srv|id", "ssh:host:/srv&", "ssh:host:/srv>a",
             "ssh:host:~/a", "ssh:host:/srv*", "ssh:host:/srv\na", "ssh:host:{a,b}", "ssh:host:/s\xc3\xa4", "tcp:-h:7001", "tcp:ho st:7001",
             "tcp:$HOST:7001", "tcp:[::1 x]:7001"}) {
        CHECK_MESSAGE(refused(text), text);
    }
}
