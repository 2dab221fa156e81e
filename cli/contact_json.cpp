// SPDX-License-Identifier: GPL-3.0-or-later
#include "contact_json.hpp"

#include "session.hpp"
#include "unknot/availability.hpp"

namespace unknot {

namespace {

Json or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string instant(std::chrono::sys_seconds time)
{
    return instant_text(std::chrono::system_clock::to_time_t(time));
}

std::string_view state_name(Openness state)
{
    switch (state) {
    case Openness::open: return "open";
    case Openness::closed: return "closed";
    case Openness::unknown: break;
    }
    return "unknown";
}

Json channel_json(const Channel& channel, const std::string& language, std::chrono::sys_seconds now)
{
    const Availability there = availability(channel, now);
    return {{"id", channel.id}, {"type", channel.type}, {"to", channel.to}, {"label", or_null(channel.label.in(language))},
        {"languages", channel.languages}, {"requires", channel.needed}, {"reply", or_null(channel.reply)}, {"hours", or_null(channel.hours)},
        {"timezone", or_null(channel.timezone)}, {"state", state_name(there.state)},
        {"changes", there.changes ? Json(instant(*there.changes)) : Json(nullptr)}};
}

Json official_json(const Provider& provider)
{
    Json accounts = Json::array();
    for (const auto& service : provider.accounts) {
        for (const auto& name : service.second) {
            accounts.push_back(service.first + ':' + name);
        }
    }
    return {{"domains", provider.domains}, {"hosts", provider.hosts}, {"emails", provider.emails}, {"phones", provider.phones},
        {"accounts", accounts}, {"keys", provider.keys}};
}

Json provider_json(const ListedProvider& listed, const std::string& language, std::chrono::sys_seconds now)
{
    const Provider& provider = listed.known->provider;
    Json channels = Json::array();
    for (const Channel* channel : listed.channels) {
        channels.push_back(channel_json(*channel, language, now));
    }
    Json never = Json::array();
    for (const auto& sentence : provider.never) {
        never.push_back(sentence.in(language));
    }
    return {{"id", provider.id}, {"name", provider.name.in(language)}, {"kind", provider.kind}, {"custody", or_null(provider.custody)},
        {"from", listed.known->origin}, {"official", official_json(provider)}, {"never", never}, {"reviewed", or_null(provider.reviewed)},
        {"sources", provider.sources}, {"channels", channels}};
}

} // namespace

Json contact_document(const std::string& input, const ContactAddress& address, const ContactVerdict& verdict)
{
    Json reasons = Json::array();
    for (const ContactReason reason : verdict.reasons) {
        reasons.push_back(name(reason));
    }
    const Json provider = verdict.provider == nullptr ? Json(nullptr) : Json(verdict.provider->provider.id);
    return {{"schema", "unknot.contact/1"}, {"input", input}, {"kind", name(address.kind)}, {"verdict", name(verdict.verdict)},
        {"provider", provider}, {"nearest", or_null(verdict.nearest)}, {"reasons", reasons}};
}

Json contacts_document(const std::vector<ListedProvider>& providers, const std::string& language, std::chrono::sys_seconds now)
{
    Json list = Json::array();
    for (const auto& listed : providers) {
        list.push_back(provider_json(listed, language, now));
    }
    return {{"schema", "unknot.contacts/1"}, {"at", instant(now)}, {"providers", list}};
}

} // namespace unknot
