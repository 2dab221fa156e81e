// SPDX-License-Identifier: GPL-3.0-or-later
// Read as a browser would, not as the standard has it: to a browser a backslash is a slash, the host is what follows the last `@`, and `%2e` in it is a
// dot. Programs differ there, which is the trick; so whatever they differ in is told, and such an address is never taken at its word.
#include "contact_address/parts.hpp"

#include "unknot/display.hpp"
#include "unknot/percent.hpp"

#include <charconv>

namespace unknot {

namespace {

void take_port(std::string_view& host, ContactAddress& address)
{
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos || host.ends_with(']')) {
        return;
    }
    constexpr unsigned largest_port = 65535;
    const std::string_view digits = host.substr(colon + 1);
    unsigned port = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (!digits.empty() && (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || port == 0 || port > largest_port)) {
        address.tricks.push_back(ContactReason::bad_port);
    } else if (!digits.empty()) {
        address.port = port;
    }
    host = host.substr(0, colon);
}

void take_host(std::string_view host, ContactAddress& address)
{
    if (host.find('%') != std::string_view::npos) {
        address.tricks.push_back(ContactReason::percent_in_host);
    }
    address.host = read_host(percent_decoded_where_encoded(host));
    if (address.host.kind == HostKind::not_a_name) {
        address.tricks.push_back(ContactReason::bad_host);
    } else if (address.host.kind == HostKind::disguised_number) {
        address.tricks.push_back(ContactReason::disguised_number);
    }
}

} // namespace

void read_url(std::string_view text, ContactAddress& address)
{
    if (const std::size_t mark = text.find("://"); mark != std::string_view::npos) {
        address.scheme = fold_case(text.substr(0, mark));
        text.remove_prefix(mark + 3);
    }
    const std::size_t end = text.find_first_of("/?#\\");
    std::string_view authority = text.substr(0, end);
    address.path = end == std::string_view::npos ? std::string() : std::string(text.substr(end));
    if (text.find('\\') != std::string_view::npos) {
        address.tricks.push_back(ContactReason::backslash);
    }
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        address.before_at = authority.substr(0, at);
        address.tricks.push_back(ContactReason::user_info);
        authority.remove_prefix(at + 1);
    }
    take_port(authority, address);
    take_host(authority, address);
}

} // namespace unknot
