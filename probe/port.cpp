// SPDX-License-Identifier: GPL-3.0-or-later
// `port`: whether something on this machine listens on a TCP port. The kernel's tables are read; no connection is made.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "small_file.hpp"

#include <algorithm>
#include <charconv>

namespace unknot {

namespace {

constexpr unsigned highest_port = 65535;

unsigned read_port(const std::string& text)
{
    unsigned port = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || port < 1 || port > highest_port) {
        refuse_argument("a port from 1 to 65535");
    }
    return port;
}

// `0: 0100007F:1F90 00000000:0000 0A …`: state 0A is "listening".
bool listens(std::string_view line, unsigned port)
{
    const auto words = words_of(line);
    if (words.size() < 4 || words[3] != "0A") {
        return false;
    }
    const std::string_view local = words[1].substr(words[1].rfind(':') + 1);
    unsigned number = 0;
    return std::from_chars(local.data(), local.data() + local.size(), number, 16).ec == std::errc() && number == port;
}

} // namespace

ProbeReport probe_port(const ProbeRequest& request, const Deadline&)
{
    const unsigned port = read_port(request.argument());
    const auto v4 = read_small_file("/proc/net/tcp");
    const auto v6 = read_small_file("/proc/net/tcp6");
    if (!v4 && !v6) {
        return failed_report("unreadable", "/proc/net/tcp");
    }
    const std::string tables = v4.value_or("") + v6.value_or("");
    const auto lines = lines_of(tables);
    const bool found = std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return listens(line, port); });
    ProbeReport report = found ? good("listening") : bad("not_listening");
    report.fields["running"] = found ? "yes" : "no";
    return report;
}

} // namespace unknot
