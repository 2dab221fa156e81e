// SPDX-License-Identifier: GPL-3.0-or-later
// A request and where its redirects lead: at most so many, never from https to http, never from the open internet into a private network.
#pragma once

#include "transfer.hpp"

#include <string>

namespace unknot {

struct Journey {
    Transfer last;
    std::string url;      // of the last request
    int redirects = 0;    // that were followed
};

// With `most` 0 none is followed, and a 3xx is an answer like any other. One more than `most` is an `error`.
Journey travel(const std::string& url, Body body, int most, const ProbeRequest& request, const Deadline& deadline);

} // namespace unknot
