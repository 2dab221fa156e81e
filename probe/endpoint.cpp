// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint.hpp"

#include "finding.hpp"
#include "settings.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cerrno>
#include <cstring>
#include <memory>

namespace unknot {

namespace {

constexpr std::size_t longest_host = 253;

bool is_port(std::string_view text)
{
    unsigned number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= 1 && number <= 65535;
}

bool is_host(std::string_view text)
{
    const auto fits = [](char c) { return static_cast<unsigned char>(c) > ' ' && std::string_view("/\\@?#[]%'\"<>").find(c) == std::string_view::npos; };
    return !text.empty() && text.size() <= longest_host && text.front() != '-' && std::all_of(text.begin(), text.end(), fits);
}

Endpoint split(std::string_view text)
{
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        const std::string_view behind = end == std::string_view::npos ? std::string_view("?") : text.substr(end + 1);
        const bool fits = behind.empty() || behind.starts_with(':');
        return {std::string(text.substr(1, end - 1)), fits ? std::string(behind.substr(std::min<std::size_t>(1, behind.size()))) : "?"};
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos) {
        return {std::string(text), {}};   // a name alone, or an IPv6 address without brackets
    }
    return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

bool is_private_v4(std::uint32_t address)
{
    struct Range {
        std::uint32_t network;
        int bits;
    };
    constexpr std::array<Range, 7> ranges = {{{0x00000000, 8}, {0x0A000000, 8}, {0x64400000, 10}, {0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12}, {0xC0A80000, 16}}};
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return (address ^ range.network) >> (32 - range.bits) == 0; });
}

bool is_private_v6(const in6_addr& address)
{
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        std::uint32_t inside = 0;
        std::memcpy(&inside, &address.s6_addr[12], sizeof inside);
        return is_private_v4(ntohl(inside));
    }
    const bool unique_local = (address.s6_addr[0] & 0xFE) == 0xFC;
    return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_LINKLOCAL(&address) || unique_local;
}

ProbeReport unresolved(int code)
{
    const std::string reason = code == EAI_SYSTEM ? std::strerror(errno) : ::gai_strerror(code);
    return broken(code == EAI_AGAIN ? "no_server" : "unresolved", reason);
}

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

} // namespace

Endpoint read_endpoint(std::string_view text, PortNeed need)
{
    Endpoint endpoint = split(text);
    const bool port_fits = endpoint.port.empty() ? need == PortNeed::optional : is_port(endpoint.port);
    if (!is_host(endpoint.host) || !port_fits) {
        refuse_argument(need == PortNeed::required ? "host:port" : "a host");
    }
    return endpoint;
}

std::string Address::text() const
{
    char host[NI_MAXHOST] = {};
    return ::getnameinfo(raw(), length, host, sizeof host, nullptr, 0, NI_NUMERICHOST) == 0 ? host : "?";
}

bool Address::is_private() const
{
    if (family() == AF_INET) {
        return is_private_v4(ntohl(reinterpret_cast<const sockaddr_in*>(&storage)->sin_addr.s_addr));
    }
    return family() != AF_INET6 || is_private_v6(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_addr);
}

bool is_numeric_address(const std::string& host)
{
    in6_addr room = {};
    return ::inet_pton(AF_INET, host.c_str(), &room) == 1 || ::inet_pton(AF_INET6, host.c_str(), &room) == 1;
}

std::variant<std::vector<Address>, ProbeReport> look_up(const Endpoint& endpoint, int socket_type)
{
    addrinfo hints = {};
    hints.ai_socktype = socket_type;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int code = ::getaddrinfo(endpoint.host.c_str(), endpoint.port.empty() ? nullptr : endpoint.port.c_str(), &hints, &found);
    const std::unique_ptr<addrinfo, FreeAddresses> owner(found);
    if (code != 0) {
        return unresolved(code);
    }
    std::vector<Address> addresses;
    for (const addrinfo* entry = found; entry != nullptr; entry = entry->ai_next) {
        if (entry->ai_addrlen <= sizeof(sockaddr_storage)) {
            Address address = {};
            std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
            address.length = entry->ai_addrlen;
            addresses.push_back(address);
        }
    }
    return addresses;
}

} // namespace unknot
