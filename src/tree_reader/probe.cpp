// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree_reader/node_reader.hpp"

#include "unknot/probe_kinds.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

const YamlEntry* kind_entry(const YamlNode& map)
{
    const auto found =
        std::find_if(map.entries.begin(), map.entries.end(), [](const YamlEntry& entry) { return probe_kind(entry.key.text) != nullptr; });
    return found == map.entries.end() ? nullptr : &*found;
}

void report_no_kind(MapReader& reader)
{
    std::vector<std::string> names;
    for (const auto& kind : probe_kinds()) {
        names.emplace_back(kind.name);
    }
    std::string hint = "kinds are " + fmt::format("{}", fmt::join(names, ", "));
    if (!reader.node().entries.empty()) {
        if (const auto near = nearest(reader.node().entries.front().key.text, names)) {
            hint = fmt::format("did you mean '{}'?", *near);
        }
    }
    reader.fault(reader.node().place, "unknown-probe", "expected one kind of probe, found none that is known", hint);
}

// `os` asks for one of three things; everything else is the probe's own business.
void check_argument(MapReader& reader, const ProbeKind& kind, const YamlNode& value, const std::vector<std::string>& argument)
{
    const bool os_word =
        argument == std::vector<std::string>{"id"} || argument == std::vector<std::string>{"version"} || argument == std::vector<std::string>{"arch"};
    if (kind.name == "os" && !os_word && !argument.empty()) {
        reader.fault(value.place, "unknown-value", fmt::format("expected one of id, version, arch for 'os', found '{}'", argument.front()));
    }
    if (value.kind == YamlNode::Kind::sequence && value.items.empty()) {
        reader.fault(value.place, "no-argument", fmt::format("expected at least one text for '{}', found an empty list", kind.name));
    }
}

std::vector<std::string> read_argument(MapReader& reader, const ProbeKind& kind, const YamlNode& value)
{
    std::vector<std::string> argument;
    const bool list_allowed = kind.argument == ProbeArgument::list || kind.argument == ProbeArgument::one_or_list;
    if (value.kind == YamlNode::Kind::scalar && kind.argument != ProbeArgument::list) {
        argument.push_back(value.text);
    } else if (value.kind == YamlNode::Kind::sequence && list_allowed) {
        for (const auto& item : value.items) {
            if (expect_kind(reader.source(), item, YamlNode::Kind::scalar, "a text", reader.problems())) {
                argument.push_back(item.text);
            }
        }
    } else if (kind.argument != ProbeArgument::none) {
        reader.fault(value.place, "wrong-type",
            fmt::format(
                "expected {} for '{}', found {}", kind.argument == ProbeArgument::list ? "a list of texts" : "a text", kind.name, kind_name(value)));
    }
    if (kind.argument == ProbeArgument::none) {
        return {};
    }
    check_argument(reader, kind, value, argument);
    return argument;
}

// The conditions in a probe speak of its fields by their bare names.
Vocabulary with_fields(const Vocabulary& vocabulary, const ProbeKind& kind)
{
    Vocabulary extended = vocabulary;
    for (const auto& field : kind.fields) {
        extended.facts[std::string(field.name)] = {field.type, {}};
    }
    return extended;
}

void read_rules(MapReader& reader, const ProbeKind& kind, Probe& probe, const NodeContext& context)
{
    const YamlNode* warn = reader.scalar("warn");
    const YamlNode* fail = reader.scalar("fail");
    if (warn == nullptr && fail == nullptr) {
        return;
    }
    const Vocabulary vocabulary = with_fields(context.vocabulary, kind);
    const NodeContext inner{context.source, vocabulary, context.problems};
    probe.warn = warn != nullptr ? read_condition_at(*warn, inner) : std::nullopt;
    probe.fail = fail != nullptr ? read_condition_at(*fail, inner) : std::nullopt;
}

void read_parameters(MapReader& reader, const ProbeKind& kind, Probe& probe)
{
    for (const auto& entry : reader.node().entries) {
        const bool own = std::find(kind.parameters.begin(), kind.parameters.end(), entry.key.text) != kind.parameters.end();
        if (own || entry.key.text == "timeout") {
            if (const auto value = reader.text(entry.key.text)) {
                probe.parameters.emplace_back(entry.key.text, *value);
            }
        }
    }
    const YamlNode* timeout = reader.node().find("timeout");
    if (timeout != nullptr && timeout->kind == YamlNode::Kind::scalar && !read_value(FactType::duration, timeout->text)) {
        reader.fault(timeout->place, "wrong-value", fmt::format("expected a duration like 5s, found '{}'", timeout->text));
    }
}

// A label, a remedy and an article may stand in the probe or beside it.
void read_texts(MapReader& inside, MapReader& beside, Probe& probe)
{
    probe.label = read_text(inside, "label");
    probe.remedy = read_text(inside, "remedy");
    probe.article = inside.text("article").value_or("");
    const Text label = read_text(beside, "label");
    const Text remedy = read_text(beside, "remedy");
    const auto article = beside.text("article");
    probe.label = probe.label.empty() ? label : probe.label;
    probe.remedy = probe.remedy.empty() ? remedy : probe.remedy;
    probe.article = probe.article.empty() ? article.value_or("") : probe.article;
}

} // namespace

void read_probe(MapReader& node, Node& result, const NodeContext& context)
{
    const YamlNode* map = node.map("probe", Need::required);
    Probe probe;
    if (map != nullptr) {
        MapReader reader(context.source, *map, fmt::format("the probe of node '{}'", result.id), context.problems);
        probe.place = map->place;
        if (const YamlEntry* entry = kind_entry(*map)) {
            const ProbeKind& kind = *probe_kind(entry->key.text);
            reader.allow({kind.name});
            probe.kind = kind.name;
            probe.argument = read_argument(reader, kind, entry->value);
            read_rules(reader, kind, probe, context);
            read_parameters(reader, kind, probe);
            read_texts(reader, node, probe);
            reader.finish();
        } else {
            report_no_kind(reader);
            node.allow({"label", "remedy", "article"});
        }
    }
    result.text = read_text(node, "otherwise");
    result.why = read_text(node, "why");
    for (const std::string_view status : {"ok", "warn", "fail"}) {
        if (auto target = read_target(node, status)) {
            result.results.emplace_back(status, *target);
        }
    }
    result.otherwise = read_target(node, "else");
    if (!result.otherwise) {
        node.fault(
            result.place, "missing-else", fmt::format("expected 'else' in node '{}': a probe can always fail to run", result.id), "add 'else: NODE'");
    }
    result.probe = std::move(probe);
}

} // namespace unknot
