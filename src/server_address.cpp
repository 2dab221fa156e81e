// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/server_address.hpp"

#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace unknot {

namespace {

constexpr std::string_view letters_and_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view in_names = ".-_";
constexpr std::string_view in_logins = ".-_@";
constexpr std::string_view in_numbers = ".:%";
constexpr std::string_view in_paths = "/.-_+@,%:=";
constexpr unsigned largest_port = 65535;

[[noreturn]] void refuse(
    std::string_view what, std::string_view found, std::string hint = "search: {remote: ['tcp:localhost:7001', 'ssh:host:/srv/wallet.idx']}")
{
    throw Failure(fmt::format("expected {}, found '{}'", what, found), std::move(hint));
}

bool is_harmless(std::string_view text, std::string_view allowed)
{
    return !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), [&](char byte) {
        return letters_and_digits.find(byte) != std::string_view::npos || allowed.find(byte) != std::string_view::npos;
    });
}

unsigned port_in(std::string_view text, std::string_view address)
{
    unsigned port = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || port == 0 || port > largest_port) {
        refuse("a port from 1 to 65535 at the end of the address", address);
    }
    return port;
}

void read_tcp(std::string_view rest, ServerAddress& address)
{
    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos) {
        refuse("tcp:HOST:PORT", address.text);
    }
    std::string_view host = rest.substr(0, colon);
    const bool is_number = host.size() > 2 && host.front() == '[' && host.back() == ']';
    host = is_number ? host.substr(1, host.size() - 2) : host;
    if (!is_harmless(host, is_number ? in_numbers : in_names)) {
        refuse("a host of letters, digits, '.', '-' and '_', or one like [::1]", address.text);
    }
    address.host = host;
    address.port = port_in(rest.substr(colon + 1), address.text);
}

void read_ssh(std::string_view rest, ServerAddress& address)
{
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos) {
        refuse("ssh:HOST:PATH", address.text);
    }
    address.way = ServerAddress::Way::ssh;
    address.host = rest.substr(0, colon);
    address.path = rest.substr(colon + 1);
    if (!is_harmless(address.host, in_logins)) {
        refuse("a host of letters, digits, '.', '-', '_' and '@'", address.text, "give the host a name in ~/.ssh/config");
    }
    if (!is_harmless(address.path, in_paths)) {
        refuse(fmt::format("a path of letters, digits and {}", in_paths), address.text, "serve the index from a path that a shell reads as it is");
    }
}

} // namespace

ServerAddress read_server_address(std::string_view text)
{
    ServerAddress address;
    address.text = text;
    if (text.starts_with("tcp:")) {
        read_tcp(text.substr(4), address);
    } else if (text.starts_with("ssh:")) {
        read_ssh(text.substr(4), address);
    } else {
        refuse("tcp:HOST:PORT or ssh:HOST:PATH", text);
    }
    return address;
}

} // namespace unknot
