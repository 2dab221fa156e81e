// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot contact` takes.
#include "language.hpp"
#include "options_spec.hpp"
#include "options_values.hpp"
#include "unknot/problem.hpp"
#include "unknot/spelling.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace unknot {

namespace {

using Chosen = std::shared_ptr<ContactCommand>;
using Action = ContactCommand::Action;

std::string one_of(std::string_view option, const std::string& text, const std::vector<std::string>& allowed)
{
    if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
        const auto near = nearest(text, allowed);
        throw Failure(fmt::format("expected {} after '{}', found '{}'", fmt::join(allowed, ", "), option, text),
            near ? fmt::format("{} {}", option, *near) : std::string());
    }
    return text;
}

[[noreturn]] void refuse_instant(const std::string& text)
{
    throw Failure(fmt::format("expected a time like 2026-11-22T10:00Z or 2026-11-22T10:00+01:00 after '--at', found '{}'", text));
}

// Two digits that stand at `at`.
int two_digits(const std::string& text, std::size_t at, int most)
{
    const std::string digits = at < text.size() ? text.substr(at, 2) : std::string();
    const bool are_two = digits.size() == 2 && digits.find_first_not_of("0123456789") == std::string::npos;
    if (!are_two || std::stoi(digits) > most) {
        refuse_instant(text);
    }
    return std::stoi(digits);
}

// A day, `T`, hours and minutes, and how far the clock there is from UTC.
std::chrono::sys_seconds instant(const std::string& text)
{
    constexpr std::size_t zone_at = 16;
    const auto day = read_value(FactType::date, text.substr(0, 10));
    if (!day || text.size() <= zone_at || text[10] != 'T' || text[13] != ':') {
        refuse_instant(text);
    }
    const std::string zone = text.substr(zone_at);
    const bool utc = zone == "Z";
    if (!utc && (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')) {
        refuse_instant(text);
    }
    const int minutes = two_digits(text, 11, 23) * 60 + two_digits(text, 14, 59);
    const int ahead = utc ? 0 : two_digits(text, zone_at + 1, 14) * 60 + two_digits(text, zone_at + 4, 59);
    const std::chrono::sys_days midnight{std::chrono::days(static_cast<long>(day->number))};
    return midnight + std::chrono::minutes(minutes - (zone[0] == '-' ? -ahead : ahead));
}

Chosen chosen_for(Action action)
{
    const auto chosen = std::make_shared<ContactCommand>();
    chosen->action = action;
    return chosen;
}

OptionSpec at_option(const Chosen& chosen)
{
    return {"--at", "TIME", _("as it is at this time, like 2026-11-22T10:00Z"), [chosen](const std::string& text) { chosen->at = instant(text); }};
}

CommandSpec list_spec()
{
    const Chosen chosen = chosen_for(Action::list);
    const std::vector<std::string> types = {"email", "chat", "phone", "form", "web", "community", "other"};
    const std::vector<std::string> kinds = {"wallet", "exchange", "payment", "bank", "marketplace", "vendor", "carrier", "community", "other"};
    return {"contact list", Operands::any, "PROVIDER", _("Lists official ways to reach a provider, and whether somebody is there."),
        "unknot contact list girocard", _("0 found, 1 nothing found, 2 trouble"),
        {{"--type", "TYPE", _("only by email, chat, phone, form, web, community or other"),
             [chosen, types](const std::string& text) { chosen->type = one_of("--type", text, types); }},
            {"--kind", "KIND", _("only of a wallet, exchange, payment, bank, marketplace, vendor, carrier, community or other"),
                [chosen, kinds](const std::string& text) { chosen->kind = one_of("--kind", text, kinds); }},
            {"--open", "", _("only what is known to be open"), [chosen](const std::string&) { chosen->open_only = true; }}, at_option(chosen)},
        [chosen](const std::string& providers) {
            chosen->operands = operand_list(providers);
            return Command(*chosen);
        }};
}

CommandSpec show_spec()
{
    const Chosen chosen = chosen_for(Action::show);
    return {"contact show", Operands::one, "PROVIDER", _("Shows everything that is official about a provider, and what it never does."),
        "unknot contact show electrum", _("0 shown, 2 trouble"), {at_option(chosen)}, [chosen](const std::string& provider) {
            chosen->operands = {provider};
            return Command(*chosen);
        }};
}

CommandSpec verify_spec()
{
    const Chosen chosen = chosen_for(Action::verify);
    return {"contact verify", Operands::any, "ADDRESS",
        _("Says of a web or e-mail address, a telephone number, an account or an app whether it is official, imitates one, or is on no list."),
        "unknot contact verify https://electrum.org @ElectrumWallet", _("0 official, 1 anything else, 2 unreadable or trouble"), {at_option(chosen)},
        [chosen](const std::string& addresses) {
            chosen->operands = operand_list(addresses);
            if (chosen->operands.empty()) {
                throw Failure("expected ADDRESS after 'contact verify', found nothing", "unknot contact verify https://electrum.org");
            }
            return Command(*chosen);
        }};
}

} // namespace

std::vector<CommandSpec> contact_specs()
{
    return {list_spec(), show_spec(), verify_spec()};
}

} // namespace unknot
