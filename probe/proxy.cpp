// SPDX-License-Identifier: GPL-3.0-or-later
// `proxy`: which proxy this person's programs use, by the environment's variables. To use one is neither right nor wrong: the status is `ok` unless the
// tree says otherwise. A name and a password in the address are not told.
#include "finding.hpp"
#include "kinds.hpp"

#include <initializer_list>

namespace unknot {

namespace {

std::string without_credentials(std::string url)
{
    const auto scheme = url.find("://");
    const std::size_t start = scheme == std::string::npos ? 0 : scheme + 3;
    const auto at = url.rfind('@', url.find('/', start));
    return at == std::string::npos || at < start ? url : url.erase(start, at + 1 - start);
}

} // namespace

ProbeReport probe_proxy(const ProbeRequest& request, const Deadline&)
{
    for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy"}) {
        const std::string* value = request.variable(name);
        if (value != nullptr && !value->empty()) {
            ProbeReport report = good("proxied");
            report.fields["url"] = clean(without_credentials(*value));
            return report;
        }
    }
    ProbeReport report = good("direct");
    report.fields["url"] = "";
    return report;
}

} // namespace unknot
