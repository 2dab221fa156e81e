// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff_party.hpp"

#include "language.hpp"
#include "official_contacts.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 7> channel_kinds = {"email", "chat", "phone", "form", "web", "community", "other"};

bool is_kind(std::string_view text)
{
    return std::find(channel_kinds.begin(), channel_kinds.end(), text) != channel_kinds.end();
}

std::optional<Provider> find_provider(const ContactRegister& known, const std::string& wanted)
{
    const auto& all = known.providers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const RegisteredProvider& entry) { return is_named(entry.provider, wanted); });
    return found == all.end() ? std::nullopt : std::optional(found->provider);
}

std::optional<std::string> nearest_provider(const ContactRegister& known, const std::string& wanted)
{
    std::vector<std::string> ids;
    for (const auto& entry : known.providers()) {
        ids.push_back(entry.provider.id);
    }
    return nearest(wanted, ids);
}

[[noreturn]] void refuse_provider(const ContactRegister& known, const std::string& wanted)
{
    const auto near = nearest_provider(known, wanted);
    throw Failure(
        fmt::format("no provider named '{}'", wanted), near ? fmt::format("did you mean '{}'?", *near) : "leave it out: the text fits any support");
}

// The fact that says whose service it is; a name that no pack knows is no fault.
std::string learned_provider(const WalkState& state)
{
    const auto fact = state.facts.find("provider_name");
    return fact == state.facts.end() || fact->second.masked ? std::string() : fact->second.text;
}

// Nobody in particular is an answer; nothing at all is none.
struct Choice {
    std::optional<Provider> provider;
};

std::optional<Choice> asked_provider(const ContactRegister& known)
{
    for (;;) {
        const auto line = read_line(_("Whose support is it for? A name, Enter for nobody in particular, q to leave > "));
        if (!line || *line == "q") {
            return std::nullopt;
        }
        if (line->empty()) {
            return Choice{};
        }
        if (auto found = find_provider(known, *line)) {
            return Choice{std::move(found)};
        }
        print_paragraph(filled(_("No official addresses of '{}' are known here."), {*line}));
        if (const auto near = nearest_provider(known, *line)) {
            print_paragraph(filled(_("Did you mean {}?"), {*near}));
        }
    }
}

std::optional<Choice> choose_provider(const WalkState& state, const HandoffCommand& command, const Session& session, const std::string& from_end)
{
    const ContactRegister known = official_contacts(session);
    const std::string& said = command.provider.empty() ? from_end : command.provider;
    if (!said.empty()) {
        auto found = find_provider(known, said);
        if (!found) {
            refuse_provider(known, said);
        }
        return Choice{std::move(found)};
    }
    const std::string learned = learned_provider(state);
    if (!learned.empty()) {
        return Choice{find_provider(known, learned)};
    }
    return somebody_can_be_asked(session) ? asked_provider(known) : Choice{};
}

// The channel with this id, else the first of this kind, else the first there is.
const Channel* best_channel(const Provider& provider, const std::string& wanted)
{
    const auto with = [&](auto fits) {
        const auto found = std::find_if(provider.channels.begin(), provider.channels.end(), fits);
        return found == provider.channels.end() ? nullptr : &*found;
    };
    if (const Channel* by_id = with([&](const Channel& channel) { return channel.id == wanted; })) {
        return by_id;
    }
    if (const Channel* by_kind = with([&](const Channel& channel) { return channel.type == wanted; })) {
        return by_kind;
    }
    return provider.channels.empty() ? nullptr : &provider.channels.front();
}

} // namespace

std::string HandoffParty::name() const
{
    return provider && channel ? provider->id + '/' + channel->id : kind;
}

std::optional<HandoffParty> choose_party(const WalkState& state, const HandoffCommand& command, const Session& session)
{
    HandoffParty party;
    std::string from_end = state.standing == Standing::done && state.node->handoff ? state.node->handoff->channel : std::string();
    std::string end_provider;
    if (const auto slash = from_end.find('/'); slash != std::string::npos) {
        end_provider = from_end.substr(0, slash);
        from_end = from_end.substr(slash + 1);
    }
    const std::string wanted = command.channel.empty() ? from_end : command.channel;
    party.kind = is_kind(wanted) ? wanted : std::string();
    auto choice = choose_provider(state, command, session, end_provider);
    if (!choice) {
        return std::nullopt;
    }
    party.provider = std::move(choice->provider);
    const Channel* channel = party.provider ? best_channel(*party.provider, wanted) : nullptr;
    const bool named = channel != nullptr && (channel->id == command.channel || channel->type == command.channel);
    if (!command.channel.empty() && !named && !(party.provider == std::nullopt && is_kind(command.channel))) {
        throw Failure(party.provider ? fmt::format("'{}' has no channel '{}'", party.provider->id, command.channel)
                                     : fmt::format("expected a kind of channel, found '{}'", command.channel),
            party.provider ? fmt::format("unknot contact show {}", party.provider->id) : "email, chat, phone, form, web, community or other");
    }
    if (channel != nullptr) {
        party.channel = *channel;
    }
    return party;
}

} // namespace unknot
