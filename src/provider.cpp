// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/provider.hpp"

#include "localized.hpp"
#include "typed_field.hpp"
#include "unknot/fields.hpp"
#include "unknot/opening_hours.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

// As written; 'wrong-value' where it says nothing.
std::string opening_hours(MapReader& reader)
{
    const YamlNode* hours = reader.scalar("hours");
    if (hours == nullptr) {
        return {};
    }
    try {
        OpeningHours::read(hours->text);
    } catch (const Failure& failure) {
        reader.fault(hours->text_place, "wrong-value", failure.problem().message);
    }
    return hours->text;
}

Channel read_channel(const Source& source, const YamlNode& node, Problems& problems)
{
    MapReader reader(source, node, "a channel", problems);
    Channel channel;
    channel.place = node.place;
    const YamlNode* id = reader.scalar("id", Need::required);
    channel.id = id == nullptr ? "" : id->text;
    if (id != nullptr && !is_pack_id(channel.id)) {
        reader.fault(id->place, "bad-id", fmt::format("expected a channel's id like 'mail', found '{}'", channel.id));
    }
    channel.type = reader.one_of("type", {"email", "chat", "phone", "form", "web", "community", "other"}, Need::required).value_or("other");
    channel.to = reader.text("to", Need::required).value_or("");
    channel.label = localized_text(reader, "label");
    channel.languages = reader.words("languages");
    channel.needed = reader.words("requires");
    channel.subject = localized_text(reader, "subject");
    channel.reply = typed_field(reader, "reply", FactType::duration);
    channel.hours = opening_hours(reader);
    channel.timezone = reader.text("timezone").value_or("");
    reader.finish();
    return channel;
}

void read_channels(MapReader& reader, Provider& provider)
{
    const YamlNode* channels = reader.list("channels");
    for (const auto& item : channels == nullptr ? std::vector<YamlNode>() : channels->items) {
        Channel channel = read_channel(reader.source(), item, reader.problems());
        const bool taken = std::any_of(
            provider.channels.begin(), provider.channels.end(), [&](const Channel& other) { return !other.id.empty() && other.id == channel.id; });
        if (taken) {
            reader.fault(item.find("id")->place, "duplicate-id", fmt::format("another channel is called '{}' too", channel.id));
        }
        provider.channels.push_back(std::move(channel));
    }
}

void read_official(MapReader& reader, Provider& provider)
{
    const YamlNode* map = reader.map("official");
    if (map == nullptr) {
        return;
    }
    MapReader official(reader.source(), *map, "the official part", reader.problems());
    provider.domains = official.words("domains");
    provider.hosts = official.words("hosts");
    provider.keys = official.words("keys");
    provider.emails = official.words("emails");
    provider.phones = official.words("phones");
    if (const YamlNode* accounts = official.map("accounts")) {
        MapReader by_service(reader.source(), *accounts, "the accounts", reader.problems());
        for (const auto& entry : accounts->entries) {
            provider.accounts[entry.key.text] = by_service.words(entry.key.text);
        }
    }
    official.finish();
}

void read_never(MapReader& reader, Provider& provider)
{
    const YamlNode* list = reader.list("never");
    for (const auto& item : list == nullptr ? std::vector<YamlNode>() : list->items) {
        provider.never.push_back(localized_text(reader.source(), item, "a sentence", reader.problems()));
    }
}

} // namespace

std::optional<Provider> read_provider(const Source& source, std::string_view id, Problems& problems)
{
    const auto document = read_yaml(source, problems);
    if (!document || !expect_kind(source, *document, YamlNode::Kind::map, "a provider", problems)) {
        return std::nullopt;
    }
    MapReader reader(source, *document, "a provider", problems);
    Provider provider;
    provider.id = id;
    provider.file = source.file;
    provider.place = document->place;
    format_version(reader);
    if (const YamlNode* named = reader.scalar("provider", Need::required); named != nullptr && named->text != id) {
        reader.fault(named->place, "wrong-id", fmt::format("expected '{}', as the file is named, found '{}'", id, named->text));
    }
    provider.name = localized_text(reader, "name", Need::required);
    provider.kind =
        reader.one_of("kind", {"wallet", "exchange", "payment", "bank", "marketplace", "vendor", "carrier", "community", "other"}, Need::required)
            .value_or("other");
    provider.custody = reader.one_of("custody", {"self", "provider"}).value_or("");
    read_official(reader, provider);
    read_channels(reader, provider);
    read_never(reader, provider);
    provider.reviewed = typed_field(reader, "reviewed", FactType::date);
    provider.sources = reader.words("sources");
    reader.finish();
    return provider;
}

} // namespace unknot
