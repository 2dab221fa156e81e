// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request and its answer: no redirect is followed, no cookie kept, nothing decoded. Through the person's proxy where one is set. The fence
// around libcurl.
#pragma once

#include "deadline.hpp"
#include "unknot/probe_run.hpp"

#include <optional>
#include <string>

namespace unknot {

enum class Body { ignored, kept };   // kept: up to 1 MiB

struct Transfer {
    std::optional<ProbeReport> failure;   // why there is no answer
    long code = 0;
    std::string redirect;                 // where a 3xx leads, as an absolute URL
    std::string address;                  // numeric, of the server or the proxy
    std::string body;
    std::optional<double> date;           // seconds since 1970 by the server's clock, if it told
    double received = 0;                  // seconds since 1970 by ours, when it did
    std::int64_t ms = 0;                  // until the first byte of the answer
};

// `pinned` is `host:port:address` where the address was chosen already, else empty.
Transfer transfer(const std::string& url, Body body, const std::string& pinned, const ProbeRequest& request, const Deadline& deadline);

struct UrlParts {
    std::string scheme;
    std::string host;
    std::string port;   // the scheme's where none is written
};

// Nothing for what is no http or https URL, or holds a user's name or password.
std::optional<UrlParts> parse_url(const std::string& url);

} // namespace unknot
