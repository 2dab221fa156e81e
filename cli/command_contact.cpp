// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot contact`: official ways to reach somebody, whether they are there, and whether an address is theirs.
#include "commands.hpp"
#include "contact_json.hpp"
#include "contact_listing.hpp"
#include "contact_words.hpp"
#include "language.hpp"
#include "official_contacts.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"
#include "unknot/availability.hpp"
#include "unknot/display.hpp"
#include "unknot/redactor.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace unknot {

namespace {

using std::chrono::sys_seconds;

sys_seconds instant_of(const ContactCommand& command)
{
    return command.at.value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

void require_known(const ContactRegister& known, const std::string& wanted)
{
    std::vector<std::string> ids;
    for (const auto& entry : known.providers()) {
        if (is_named(entry.provider, wanted)) {
            return;
        }
        ids.push_back(entry.provider.id);
    }
    const auto near = nearest(wanted, ids);
    throw Failure(fmt::format("no provider named '{}'", wanted),
        near ? fmt::format("did you mean '{}'? 'unknot contact list' shows all", *near) : "'unknot contact list' shows all");
}

bool is_wanted(const Channel& channel, const ContactCommand& command, sys_seconds now)
{
    return (command.type.empty() || channel.type == command.type) && (!command.open_only || availability(channel, now).state == Openness::open);
}

// What the operands and options choose, in the register's order. A provider without channels is left out where all are asked for, or channels of one
// sort.
std::vector<ListedProvider> chosen_providers(const ContactRegister& known, const ContactCommand& command, sys_seconds now)
{
    std::vector<ListedProvider> chosen;
    for (const auto& entry : known.providers()) {
        const auto has_name = [&](const std::string& name) { return is_named(entry.provider, name); };
        const bool named = command.operands.empty() || std::any_of(command.operands.begin(), command.operands.end(), has_name);
        if (!named || (!command.kind.empty() && entry.provider.kind != command.kind)) {
            continue;
        }
        ListedProvider listed{&entry, {}};
        for (const auto& channel : entry.provider.channels) {
            if (is_wanted(channel, command, now)) {
                listed.channels.push_back(&channel);
            }
        }
        const bool asked_about = !command.operands.empty() && command.type.empty() && !command.open_only;
        if (!listed.channels.empty() || asked_about || command.action == ContactCommand::Action::show) {
            chosen.push_back(std::move(listed));
        }
    }
    return chosen;
}

ExitStatus list_contacts(const ContactCommand& command, const Session& session)
{
    const sys_seconds now = instant_of(command);
    const ContactRegister known = official_contacts(session);
    for (const auto& wanted : command.operands) {
        require_known(known, wanted);
    }
    auto providers = chosen_providers(known, command, now);
    providers.resize(std::min(providers.size(), static_cast<std::size_t>(session.options.limit.value_or(1000))));
    if (session.options.json) {
        print_json(contacts_document(providers, session.language, now));
        return providers.empty() ? ExitStatus::no : ExitStatus::yes;
    }
    for (const auto& listed : providers) {
        if (&listed != &providers.front()) {
            print_line();
        }
        const auto print_one = command.action == ContactCommand::Action::show ? print_provider : print_channels;
        print_one(listed, session.language, now);
    }
    return providers.empty() ? ExitStatus::no : ExitStatus::yes;
}

constexpr int set_in = 2; // columns, below the address

// Somebody who types a name wants to know the addresses that go with it.
std::string advice_on(const std::string& input, const ContactVerdict& verdict, const ContactRegister& known)
{
    const auto& providers = known.providers();
    const auto named =
        std::find_if(providers.begin(), providers.end(), [&](const RegisteredProvider& entry) { return is_named(entry.provider, input); });
    const bool is_name = verdict.verdict == ContactClass::invalid && named != providers.end();
    return is_name ? filled(_("That is a name, not an address. Its addresses: unknot contact show {}"), {named->provider.id}) : advice(verdict);
}

void print_verdict(
    const std::string& input, const std::string& told, const ContactAddress& address, const ContactVerdict& verdict, const std::string& language)
{
    print_line(input);
    const RegisteredProvider* owner = verdict.provider;
    for (const auto& line : wrapped(verdict_text(verdict, owner == nullptr ? std::string() : owner->provider.name.in(language)), terminal().width)) {
        print_line(strong(line));
    }
    for (const ContactReason reason : verdict.reasons) {
        print_paragraph(filled(_("why: {}"), {meaning(reason)}), set_in);
    }
    if (address.host.ascii != address.host.unicode && !address.host.ascii.empty()) {
        print_paragraph(filled(_("as computers write the name: {}"), {address.host.ascii}), set_in);
    }
    print_paragraph(told, set_in);
    if (owner != nullptr) {
        print_line("  " + provenance(*owner)); // not broken: it may be a path
    }
    if (owner != nullptr && !owner->provider.sources.empty()) {
        print_paragraph(filled(_("source: {}"), {owner->provider.sources.front()}), set_in);
    }
    const bool theirs = verdict.verdict == ContactClass::official || verdict.verdict == ContactClass::caution;
    if (theirs && (address.kind == AddressKind::email || address.kind == AddressKind::phone)) {
        print_paragraph(_("A sender's address and a caller's number can be forged: that it stands here does not prove who wrote or called."), set_in);
    } else if (theirs && address.kind == AddressKind::account) {
        print_paragraph(_("A direct message that seems to come from an account proves nothing."), set_in);
    }
}

ExitStatus status_of(const std::vector<ContactVerdict>& verdicts)
{
    const auto any = [&](auto matches) { return std::any_of(verdicts.begin(), verdicts.end(), matches); };
    if (any([](const ContactVerdict& verdict) { return verdict.verdict == ContactClass::invalid; })) {
        return ExitStatus::trouble;
    }
    return any([](const ContactVerdict& verdict) { return verdict.verdict != ContactClass::official; }) ? ExitStatus::no : ExitStatus::yes;
}

ExitStatus verify_contacts(const ContactCommand& command, const Session& session)
{
    const ContactRegister known = official_contacts(session);
    const auto local_day = static_cast<long>(session.today().number);
    const long today = command.at ? static_cast<long>(std::chrono::floor<std::chrono::days>(*command.at).time_since_epoch().count()) : local_day;
    std::vector<ContactVerdict> verdicts;
    Redactor redactor;
    Json documents = Json::array();
    for (const auto& input : command.operands) {
        const ContactAddress address = read_contact_address(input);
        const ContactVerdict& verdict = verdicts.emplace_back(judge_contact(address, known, today));
        const std::string shown = redactor.redact(input).text; // a recovery phrase that was pasted in place of an address is not said again
        if (session.options.json) {
            documents.push_back(contact_document(shown, address, verdict));
            continue;
        }
        if (verdicts.size() > 1) {
            print_line();
        }
        print_verdict(shown, advice_on(input, verdict, known), address, verdict, session.language);
    }
    if (session.options.json) {
        print_json(documents.size() == 1 ? documents.front() : Json{{"schema", "unknot.verdicts/1"}, {"verdicts", documents}});
    }
    return status_of(verdicts);
}

} // namespace

ExitStatus contact(const ContactCommand& command, const Session& session)
{
    return command.action == ContactCommand::Action::verify ? verify_contacts(command, session) : list_contacts(command, session);
}

} // namespace unknot
