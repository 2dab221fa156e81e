// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each kind of probe, in the file of its name. Each answers by the deadline with a report, and may throw Misunderstood for a target or
// a parameter that says nothing sensible.
#pragma once

#include "deadline.hpp"
#include "unknot/probe_run.hpp"

#include <span>
#include <string_view>

namespace unknot {

ProbeReport probe_clock(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_command(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_disk(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_dns(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_env(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_file(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_http(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_memory(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_os(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_package(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_port(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_process(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_proxy(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_route(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_service(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_tcp(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_tls(const ProbeRequest& request, const Deadline& deadline);
ProbeReport probe_version(const ProbeRequest& request, const Deadline& deadline);

// A kind, and the function that runs it: each helper program has a list of those that it serves.
struct ServedKind {
    std::string_view kind;
    ProbeReport (*run)(const ProbeRequest& request, const Deadline& deadline);
};

// Runs the probe of the request's kind; whatever goes wrong is a report too, also a kind that is not in the list.
ProbeReport run_probe(const ProbeRequest& request, std::span<const ServedKind> kinds);

} // namespace unknot
