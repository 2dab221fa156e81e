// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a search server as people write it: `tcp:HOST:PORT` or `ssh:HOST:PATH`. Nothing is contacted here.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

struct ServerAddress {
    enum class Way { tcp, ssh };

    Way way = Way::tcp;
    std::string host;  // without the brackets of `[::1]`; for ssh perhaps with a user: `me@host`
    unsigned port = 0; // tcp
    std::string path;  // ssh: of the index, on the server
    std::string text;  // as it was written
};

// Host and path are handed to ssh, and the path to a shell on the server: both are of characters that mean nothing to either, and neither begins
// like an option. Throws Failure for anything else.
ServerAddress read_server_address(std::string_view text);

} // namespace unknot
