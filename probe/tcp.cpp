// SPDX-License-Identifier: GPL-3.0-or-later
// `tcp`: whether something accepts a connection. Nothing is sent on it.
#include "connection.hpp"
#include "finding.hpp"
#include "kinds.hpp"

#include <string>

namespace unknot {

ProbeReport probe_tcp(const ProbeRequest& request, const Deadline& deadline)
{
    const Endpoint endpoint = read_endpoint(request.argument(), PortNeed::required);
    const std::int64_t start = monotonic_ns();
    Connection connection = connect_to(endpoint, deadline);
    if (connection.failure) {
        return *connection.failure;
    }
    ProbeReport report = good("connected");
    report.fields["address"] = connection.address;
    report.fields["ms"] = std::to_string(milliseconds_since(start));
    return report;
}

} // namespace unknot
