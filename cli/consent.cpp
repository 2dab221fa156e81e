// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent.hpp"

#include "language.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "terminal.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/probe_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace unknot {

namespace {

constexpr std::size_t most_shown = 20;

std::string line_of(const Probe& probe)
{
    return fmt::format("{:<6} {}", probe.kind, target_of(probe));
}

// A pack and what it may use, so that an answer for good does not outlive a change of either.
std::string key_of(const Pack& pack)
{
    return fmt::format("{} {} [{}]", pack.info().id, pack.folder().string(), fmt::join(pack.info().needs.network, " "));
}

std::vector<std::string> network_lines(const Probe& first, const std::vector<const Probe*>& planned)
{
    std::vector<std::string> lines = {line_of(first)};
    for (const Probe* probe : planned) {
        const bool uses_it = probe_kind(probe->kind)->scope == ProbeScope::network;
        if (uses_it && std::find(lines.begin(), lines.end(), line_of(*probe)) == lines.end()) {
            lines.push_back(line_of(*probe));
        }
    }
    return lines;
}

void show(const std::vector<std::string>& lines)
{
    for (std::size_t i = 0; i < std::min(lines.size(), most_shown); ++i) {
        print_line("  " + lines[i]);
    }
    if (lines.size() > most_shown) {
        print_line(filled(_("  and {} more"), {std::to_string(lines.size() - most_shown)}));
    }
}

} // namespace

Asking asking_in(const Session& session)
{
    const bool person = somebody_can_be_asked(session);
    return person ? Asking::person : Asking::nobody;
}

Consent::Consent(const Session& session, Allowance allowance, Asking asking)
    : session_(session), allowance_(std::move(allowance)), asking_(asking), permissions_(session.locations)
{
}

std::optional<std::string> Consent::refusal(const Pack& pack, const Probe& probe, const std::vector<const Probe*>& planned)
{
    switch (probe_kind(probe.kind)->scope) {
    case ProbeScope::network: return network_refusal(pack, probe, planned);
    case ProbeScope::command: return command_refusal(pack, probe);
    case ProbeScope::file:
    case ProbeScope::local: break;
    }
    return std::nullopt;
}

std::optional<std::string> Consent::network_refusal(const Pack& pack, const Probe& probe, const std::vector<const Probe*>& planned)
{
    if (session_.options.offline) {
        return "offline";
    }
    return allowance_.network ? std::nullopt : asked(pack, "network", network_lines(probe, planned));
}

std::optional<std::string> Consent::command_refusal(const Pack& pack, const Probe& probe)
{
    if (!session_.names(pack)) {
        return "pack_not_named";
    }
    if (allowance_.names_command(probe.argument)) {
        return std::nullopt;
    }
    const std::string line = target_of(probe);
    return allowance_.any_command ? asked(pack, "command " + line, {line}) : std::optional<std::string>("not_allowed");
}

std::optional<std::string> Consent::asked(const Pack& pack, const std::string& what, const std::vector<std::string>& shown)
{
    const std::string here = key_of(pack) + '\n' + what;
    const Remembered remembered = permissions_.of(key_of(pack), what);
    if (remembered == Remembered::always || granted_.count(here) > 0) {
        return std::nullopt;
    }
    if (remembered == Remembered::never || declined_.count(here) > 0) {
        return "declined";
    }
    if (asking_ == Asking::nobody) {
        return "not_allowed";
    }
    print_line();
    print_line(strong(filled(what == "network" ? _("The pack '{}' wants to look at the network:") : _("The pack '{}' wants to run a command:"), {pack.info().id})));
    show(shown);
    if (what == "network") {
        print_aside(_("Nothing that you typed is sent. These servers see this computer's address, as they do when you visit them."));
    }
    const auto reply = read_line(_("1 once, 2 always for this pack, 3 never; Enter: not now > "));
    const std::string said = reply.value_or("");
    if (said == "2" || said == "3") {
        permissions_.keep(key_of(pack), what, said == "2" ? Remembered::always : Remembered::never);
    }
    const bool granted = said == "1" || said == "2";
    (granted ? granted_ : declined_).insert(here);
    return granted ? std::nullopt : std::optional<std::string>("declined");
}

} // namespace unknot
