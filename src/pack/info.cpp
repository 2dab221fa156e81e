// SPDX-License-Identifier: GPL-3.0-or-later
// pack.yaml and synonyms.yaml.
#include "unknot/pack.hpp"

#include "localized.hpp"
#include "typed_field.hpp"
#include "unknot/fields.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

void read_version(MapReader& reader, PackInfo& info)
{
    const YamlNode* version = reader.scalar("version", Need::required);
    if (version == nullptr) {
        return;
    }
    info.version = version->text;
    const auto dots = std::count(info.version.begin(), info.version.end(), '.');
    if (!read_value(FactType::version, info.version) || dots < 2) {
        reader.fault(version->place, "wrong-value", fmt::format("expected a version like 1.0.0, found '{}'", info.version));
    }
}

// A command is a list of words, or one text of words between spaces.
std::string command_line(const YamlNode& item, MapReader& reader)
{
    if (item.kind != YamlNode::Kind::sequence) {
        expect_kind(reader.source(), item, YamlNode::Kind::scalar, "a command", reader.problems());
    }
    std::string line = item.text;
    for (const auto& word : item.items) {
        expect_kind(reader.source(), word, YamlNode::Kind::scalar, "a word of a command", reader.problems());
        line += (line.empty() ? "" : " ") + word.text;
    }
    return line;
}

void read_needs(MapReader& head, Needs& needs)
{
    const YamlNode* map = head.map("needs");
    if (map == nullptr) {
        return;
    }
    MapReader reader(head.source(), *map, "the capability sheet", head.problems());
    for (const YamlNode* kind : reader.scalars("network")) {
        constexpr std::string_view kinds[] = {"dns", "tcp", "tls", "http", "clock"};
        if (std::find(std::begin(kinds), std::end(kinds), kind->text) == std::end(kinds)) {
            reader.fault(kind->place, "unknown-value", fmt::format("expected one of dns, tcp, tls, http, clock, found '{}'", kind->text));
        }
        needs.network.push_back(kind->text);
    }
    needs.files = reader.words("files");
    const YamlNode* commands = reader.list("commands");
    for (const auto& item : commands == nullptr ? std::vector<YamlNode>() : commands->items) {
        needs.commands.push_back(command_line(item, reader));
    }
    reader.finish();
}

void read_topics(MapReader& reader, PackInfo& info)
{
    const YamlNode* topics = reader.map("topics");
    for (const auto& entry : topics == nullptr ? std::vector<YamlEntry>() : topics->entries) {
        info.topics.emplace(entry.key.text, localized_text(reader.source(), entry.value, "a text or a map by language", reader.problems()));
    }
}

void read_languages(MapReader& reader, PackInfo& info)
{
    info.source_language = reader.text("source-language", Need::required).value_or("");
    info.languages = reader.words("languages");
    const bool listed = std::find(info.languages.begin(), info.languages.end(), info.source_language) != info.languages.end();
    if (!listed && !info.source_language.empty()) {
        info.languages.insert(info.languages.begin(), info.source_language);
    }
}

} // namespace

std::optional<PackInfo> read_pack_info(const Source& source, Problems& problems)
{
    const auto document = read_yaml(source, problems);
    if (!document || !expect_kind(source, *document, YamlNode::Kind::map, "a pack", problems)) {
        return std::nullopt;
    }
    MapReader reader(source, *document, "a pack", problems);
    PackInfo info;
    const bool understood = format_version(reader);
    if (const YamlNode* id = reader.scalar("pack", Need::required)) {
        info.id = id->text;
        if (!is_pack_id(info.id)) {
            reader.fault(id->place, "bad-id", fmt::format("expected a pack's id like 'wallet', found '{}'", info.id));
        }
    }
    read_version(reader, info);
    info.title = localized_text(reader, "title");
    read_topics(reader, info);
    read_languages(reader, info);
    info.license = reader.text("license").value_or("");
    info.homepage = reader.text("homepage").value_or("");
    info.reviewed = typed_field(reader, "reviewed", FactType::date);
    info.expires = typed_field(reader, "expires", FactType::date);
    read_needs(reader, info.needs);
    reader.finish();
    if (!understood || !is_pack_id(info.id)) {
        return std::nullopt;
    }
    return info;
}

Synonyms read_synonyms(const Source& source, Problems& problems)
{
    Synonyms synonyms;
    const auto document = read_yaml(source, problems);
    if (!document) {
        return synonyms;
    }
    MapReader reader(source, *document, "synonyms", problems);
    format_version(reader);
    const YamlNode* languages = reader.map("synonyms", Need::required);
    for (const auto& entry : languages == nullptr ? std::vector<YamlEntry>() : languages->entries) {
        if (!expect_kind(source, entry.value, YamlNode::Kind::sequence, "a list of lists of words", problems)) {
            continue;
        }
        for (const auto& group : entry.value.items) {
            if (!expect_kind(source, group, YamlNode::Kind::sequence, "a list of words", problems)) {
                continue;
            }
            std::vector<std::string> words;
            for (const auto& word : group.items) {
                if (expect_kind(source, word, YamlNode::Kind::scalar, "a word", problems)) {
                    words.push_back(word.text);
                }
            }
            synonyms[entry.key.text].push_back(std::move(words));
        }
    }
    reader.finish();
    return synonyms;
}

} // namespace unknot
