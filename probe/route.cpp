// SPDX-License-Identifier: GPL-3.0-or-later
// `route`: whether there is a way out of this machine, and whether by IPv6 too. From the kernel's tables; nothing is sent.
#include "finding.hpp"
#include "kinds.hpp"
#include "small_file.hpp"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>

namespace unknot {

namespace {

constexpr unsigned up = 1;
constexpr unsigned gateway_flag = 2;
constexpr unsigned reject = 0x200;

unsigned hexadecimal(std::string_view text)
{
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, 16);
    return number;
}

// `eth0 00000000 0102A8C0 0003 …`: the gateway, or the device where the way has none.
std::string gateway_v4()
{
    const std::string table = read_small_file("/proc/net/route").value_or("");
    for (const auto line : lines_of(table)) {
        const auto words = words_of(line);
        if (words.size() < 8 || words[1] != "00000000" || words[7] != "00000000" || (hexadecimal(words[3]) & (up | reject)) != up) {
            continue;
        }
        in_addr address = {};
        address.s_addr = hexadecimal(words[2]);
        char text[INET_ADDRSTRLEN] = {};
        ::inet_ntop(AF_INET, &address, text, sizeof text);
        return (hexadecimal(words[3]) & gateway_flag) != 0 ? std::string(text) : std::string(words[0]);
    }
    return {};
}

// `0…0 00 0…0 00 fe80…01 metric … flags eth0`
bool has_v6()
{
    const std::string table = read_small_file("/proc/net/ipv6_route").value_or("");
    for (const auto line : lines_of(table)) {
        const auto words = words_of(line);
        const bool everywhere = words.size() == 10 && words[0].find_first_not_of('0') == std::string_view::npos && words[1] == "00";
        if (everywhere && words[9] != "lo" && (hexadecimal(words[8]) & (up | reject)) == up) {
            return true;
        }
    }
    return false;
}

} // namespace

ProbeReport probe_route(const ProbeRequest&, const Deadline&)
{
    const std::string gateway = gateway_v4();
    const bool v6 = has_v6();
    ProbeReport report = gateway.empty() && !v6 ? bad("no_route") : good("route");
    if (!gateway.empty()) {
        report.fields["gateway"] = clean(gateway);
    }
    report.fields["ipv6"] = v6 ? "yes" : "no";
    return report;
}

} // namespace unknot
