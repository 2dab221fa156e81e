// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to the helper `unknot-probe`, and what comes back, as JSON.
#pragma once

#include "unknot/probe_run.hpp"

#include <string>

namespace unknot {

std::string write_request(const ProbeRequest& request);

// What the helper printed, whatever that is: a report of the request's kind, or one with the status `error` that says what it was instead.
ProbeReport read_report(const ProbeRequest& request, const std::string& printed);

} // namespace unknot
