// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP connection, made before a deadline: one address after the other, each with its share of the time.
#pragma once

#include "deadline.hpp"
#include "endpoint.hpp"
#include "unknot/probe_run.hpp"

#include <optional>
#include <string>
#include <utility>

namespace unknot {

// An open file or socket; closed at the end.
class Handle {
public:
    explicit Handle(int number) : number_(number) {}
    Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Handle();

    int get() const { return number_; }

private:
    int number_;
};

struct Connection {
    Handle socket{-1};                     // non-blocking
    std::string address;                   // numeric
    std::optional<ProbeReport> failure;    // why there is none
};

Connection connect_to(const Endpoint& endpoint, const Deadline& deadline);

// Waits until the socket can be read or written (POLLIN, POLLOUT); false when the deadline came first.
bool wait_for(int socket, short events, const Deadline& deadline);

} // namespace unknot
