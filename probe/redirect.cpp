// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks for a page of the internet wants no request sent to the printer beside him. So the next host is looked up here first, its address is checked,
// and that very address is the one that is asked. Behind a proxy names are the proxy's business; there, only addresses written as such are checked.
#include "redirect.hpp"

#include "endpoint.hpp"
#include "finding.hpp"

#include <fmt/format.h>

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace unknot {

namespace {

struct NextHop {
    std::string pinned;
    std::optional<ProbeReport> refusal;
};

bool is_private(const std::string& numeric)
{
    Address address = {};
    auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (::inet_pton(AF_INET, numeric.c_str(), &v4->sin_addr) == 1) {
        address.storage.ss_family = AF_INET;
        return address.is_private();
    }
    address.storage.ss_family = AF_INET6;
    return ::inet_pton(AF_INET6, numeric.c_str(), &v6->sin6_addr) == 1 && address.is_private();
}

NextHop look_ahead(const UrlParts& from, const UrlParts& to, bool began_private)
{
    if (from.scheme == "https" && to.scheme == "http") {
        return {{}, broken("downgrade", to.host)};
    }
    if (began_private) {
        return {};
    }
    const auto found = look_up({to.host, to.port}, SOCK_STREAM);
    if (const auto* failure = std::get_if<ProbeReport>(&found)) {
        return {{}, *failure};
    }
    const auto& addresses = std::get<std::vector<Address>>(found);
    for (const auto& address : addresses) {
        if (address.is_private()) {
            return {{}, broken("private_redirect", to.host)};
        }
    }
    return {addresses.empty() ? std::string() : fmt::format("{}:{}:{}", to.host, to.port, addresses.front().text()), std::nullopt};
}

} // namespace

Journey travel(const std::string& url, Body body, int most, const ProbeRequest& request, const Deadline& deadline)
{
    Journey journey{{}, url, 0};
    journey.last = transfer(url, body, {}, request, deadline);
    const bool began_private = is_private(journey.last.address);
    while (!journey.last.failure && !journey.last.redirect.empty() && most > 0) {
        const auto from = parse_url(journey.url);
        const auto to = parse_url(journey.last.redirect);
        const NextHop hop = from && to ? look_ahead(*from, *to, began_private) : NextHop{{}, failed_report("bad_answer", "a redirect that leads nowhere")};
        if (hop.refusal || journey.redirects == most) {
            journey.last.failure = hop.refusal ? *hop.refusal : failed_report("redirects", std::to_string(most));
            break;
        }
        journey.url = journey.last.redirect;
        ++journey.redirects;
        journey.last = transfer(journey.url, body, hop.pinned, request, deadline);
    }
    return journey;
}

} // namespace unknot
