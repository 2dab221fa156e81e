// SPDX-License-Identifier: GPL-3.0-or-later
// `version`: the version of an installed program, by asking it. A tree can't say how: each program is asked in the one way of this list.
#include "finding.hpp"
#include "kinds.hpp"
#include "program.hpp"
#include "settings.hpp"
#include "version_range.hpp"

#include <algorithm>

namespace unknot {

namespace {

struct Way {
    std::string_view program;
    std::string_view argument;
};

constexpr Way ways[] = {
    {"apt", "--version"}, {"bash", "--version"}, {"bisq-desktop", "--version"}, {"bitcoin-cli", "-version"}, {"bitcoin-qt", "-version"},
    {"bitcoind", "-version"}, {"brave-browser", "--version"}, {"chromium", "--version"}, {"curl", "--version"}, {"docker", "--version"},
    {"electrum", "version"}, {"electrum-ltc", "version"}, {"feather", "--version"}, {"firefox", "--version"}, {"firefox-esr", "--version"}, {"geth", "version"},
    {"git", "--version"}, {"google-chrome", "--version"}, {"gpg", "--version"}, {"java", "--version"}, {"lightning-cli", "--version"}, {"lightningd", "--version"},
    {"litecoind", "-version"}, {"lnd", "--version"}, {"monero-wallet-cli", "--version"}, {"monerod", "--version"}, {"node", "--version"}, {"openssl", "version"},
    {"podman", "--version"}, {"python3", "--version"}, {"sparrow", "--version"}, {"ssh", "-V"}, {"systemctl", "--version"}, {"tor", "--version"},
    {"unknot", "--version"}, {"wasabi", "--version"},
};

} // namespace

ProbeReport probe_version(const ProbeRequest& request, const Deadline& deadline)
{
    const auto* way = std::find_if(std::begin(ways), std::end(ways), [&](const Way& candidate) { return candidate.program == request.argument(); });
    if (way == std::end(ways)) {
        return failed_report("unknown_program", clean(request.argument()));
    }
    if (const std::string* range = request.parameter("range")) {
        is_in_range(*read_value(FactType::version, "0.0.0"), *range);
    }
    const auto program = find_program(way->program);
    if (!program) {
        return broken("not_installed");
    }
    const ProgramRun run = run_program({*program, std::string(way->argument)}, deadline);
    if (run.end == ProgramRun::End::out_of_time) {
        return failed_report("timeout");
    }
    const auto version = first_version(run.output);
    return version ? judge_version(request, *version, "version") : failed_report("no_version");
}

} // namespace unknot
