// SPDX-License-Identifier: GPL-3.0-or-later
// `env`: whether a variable of the person's environment is set, and to what. Only the one that is asked for reaches this process.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"

namespace unknot {

ProbeReport probe_env(const ProbeRequest& request, const Deadline&)
{
    const auto pattern = pattern_setting(request, "matches");
    if (request.argument().empty() || request.argument().find('=') != std::string::npos) {
        refuse_argument("the name of a variable");
    }
    const std::string* value = request.variable(request.argument());
    if (value == nullptr) {
        return bad("unset");
    }
    ProbeReport report = pattern && !pattern->found_in(*value) ? bad("mismatch") : good("set");
    report.fields["value"] = clean(*value);
    return report;
}

} // namespace unknot
