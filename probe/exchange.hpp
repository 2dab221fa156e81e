// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and reports as JSON. The fence around nlohmann-json in the helper.
#pragma once

#include "unknot/probe_run.hpp"

#include <optional>
#include <string>

namespace unknot {

// Nothing when the text is no request.
std::optional<ProbeRequest> read_request(const std::string& text);
std::string write_report(const ProbeReport& report);

} // namespace unknot
