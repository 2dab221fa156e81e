// SPDX-License-Identifier: GPL-3.0-or-later
// The simple network time protocol (RFC 4330): one question, one answer.
#pragma once

#include "deadline.hpp"
#include "endpoint.hpp"
#include "unknot/probe_run.hpp"

#include <variant>

namespace unknot {

// Seconds by which our clock is ahead of the server's, or why that isn't known.
std::variant<double, ProbeReport> sntp_skew(const Endpoint& server, const Deadline& deadline);

} // namespace unknot
