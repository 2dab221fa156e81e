// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.hpp"

#include "finding.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

namespace unknot {

namespace {

constexpr std::chrono::milliseconds least_share{250};

// 0, or the errno of what went wrong; ETIMEDOUT when the time was over.
int connect_socket(const Handle& socket, const Address& address, const Deadline& deadline)
{
    if (::connect(socket.get(), address.raw(), address.length) == 0) {
        return 0;
    }
    if (errno != EINPROGRESS) {
        return errno;
    }
    if (!wait_for(socket.get(), POLLOUT, deadline)) {
        return ETIMEDOUT;
    }
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

ProbeReport connect_failure(int error)
{
    switch (error) {
    case ECONNREFUSED: return broken("refused");
    case ETIMEDOUT: return failed_report("timeout");
    default: return broken("unreachable", std::strerror(error));
    }
}

// What somebody said outweighs silence: "refused" is told rather than the time that another address took.
bool outweighs(int error, int other)
{
    const auto weight = [](int code) { return code == ECONNREFUSED ? 3 : code == ETIMEDOUT ? 2 : code == 0 ? 0 : 1; };
    return weight(error) > weight(other);
}

} // namespace

Handle::~Handle()
{
    if (number_ >= 0) {
        ::close(number_);
    }
}

bool wait_for(int socket, short events, const Deadline& deadline)
{
    pollfd watched = {socket, events, 0};
    while (true) {
        const int timeout = deadline.poll_timeout();
        const int ready = ::poll(&watched, 1, timeout);
        if (ready > 0 || (ready == 0 && deadline.passed()) || (ready < 0 && errno != EINTR)) {
            return ready > 0;
        }
    }
}

Connection connect_to(const Endpoint& endpoint, const Deadline& deadline)
{
    Connection connection;
    auto found = look_up(endpoint, SOCK_STREAM);
    if (auto* failure = std::get_if<ProbeReport>(&found)) {
        connection.failure = std::move(*failure);
        return connection;
    }
    const auto& addresses = std::get<std::vector<Address>>(found);
    int worst = 0;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        Handle socket(::socket(addresses[i].family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        const int error = socket.get() < 0 ? errno : connect_socket(socket, addresses[i], deadline.share(addresses.size() - i, least_share));
        if (error == 0) {
            connection.socket = std::move(socket);
            connection.address = addresses[i].text();
            return connection;
        }
        worst = outweighs(error, worst) ? error : worst;
    }
    connection.failure = connect_failure(worst);
    return connection;
}

} // namespace unknot
