// SPDX-License-Identifier: GPL-3.0-or-later
#include "serving.hpp"

#include "confinement.hpp"
#include "exchange.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace unknot {

namespace {

constexpr std::size_t longest_request = 64 * 1024;

std::string read_input()
{
    std::string text;
    char buffer[4096];
    while (text.size() <= longest_request) {
        const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) {
            break;
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

bool write_output(const std::string& text)
{
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t wrote = ::write(STDOUT_FILENO, text.data() + done, text.size() - done);
        if (wrote <= 0) {
            return false;
        }
        done += static_cast<std::size_t>(wrote);
    }
    return true;
}

} // namespace

int serve(std::span<const ServedKind> kinds)
{
    confine_process();
    const auto request = read_request(read_input());
    if (!request) {
        std::fputs("unknot-probe: error: expected a request on standard input\nunknot-probe: hint: 'unknot probe' runs one probe\n", stderr);
        return 2;
    }
    if (!has_parent(*request)) {
        return 2;
    }
    limit_resources(*request);
    const bool told = write_output(write_report(run_probe(*request, kinds)));
    ::_exit(told ? 0 : 2);   // nothing is left to be tidied up, and libraries take their time for it
}

} // namespace unknot
