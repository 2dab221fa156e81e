// SPDX-License-Identifier: GPL-3.0-or-later
// A translation repeats ids and texts of its source, nothing else: an id that the source doesn't have is a fault at its place.
#include "unknot/tree_reader.hpp"

#include "unknot/fields.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

struct TranslationReader {
    const Source& source;
    std::string language;
    Tree& tree;
    Problems& problems;

    // A text that the source has too.
    void text(MapReader& reader, std::string_view key, Text& into)
    {
        const YamlNode* scalar = reader.scalar(key);
        if (scalar == nullptr) {
            return;
        }
        if (into.empty()) {
            reader.fault(scalar->place, "no-source-text", fmt::format("{} has no '{}' to translate", reader.what(), key));
            return;
        }
        into.translate(language, scalar->text, scalar->place);
    }

    void unknown(const YamlEntry& entry, std::string_view kind, const std::vector<std::string>& known)
    {
        const auto near = nearest(entry.key.text, known);
        problems.push_back(problem_at(source, entry.key.place, fmt::format("unknown-{}", kind),
            fmt::format("the source has no {} named '{}'", kind, entry.key.text), near ? fmt::format("did you mean '{}'?", *near) : std::string()));
    }

    void facts(MapReader& head)
    {
        const YamlNode* map = head.map("facts");
        for (const auto& entry : map == nullptr ? std::vector<YamlEntry>() : map->entries) {
            const auto fact = tree.facts.find(entry.key.text);
            if (fact == tree.facts.end() || !fact->second.declared) {
                std::vector<std::string> known;
                for (const auto& declared : tree.facts) {
                    known.push_back(declared.first);
                }
                unknown(entry, "fact", known);
            } else if (expect_kind(source, entry.value, YamlNode::Kind::scalar, "a label", problems)) {
                fact->second.label.translate(language, entry.value.text, entry.value.place);
            }
        }
    }

    void options(MapReader& reader, Node& node)
    {
        const YamlNode* map = reader.map("options");
        for (const auto& entry : map == nullptr ? std::vector<YamlEntry>() : map->entries) {
            const auto found =
                std::find_if(node.options.begin(), node.options.end(), [&](const Option& option) { return option.value == entry.key.text; });
            if (found == node.options.end() || node.kind == NodeKind::yesno) {
                std::vector<std::string> known;
                for (const auto& option : node.options) {
                    known.push_back(option.value);
                }
                unknown(entry, "option", known);
            } else if (expect_kind(source, entry.value, YamlNode::Kind::scalar, "a label", problems)) {
                found->label.translate(language, entry.value.text, entry.value.place);
            }
        }
    }

    void fix(MapReader& reader, Node& node)
    {
        if (node.steps.empty()) {
            text(reader, "fix", node.text);
            return;
        }
        const YamlNode* list = reader.list("fix");
        const auto steps = list == nullptr ? std::vector<const YamlNode*>() : reader.scalars("fix");
        if (list != nullptr && list->items.size() != node.steps.size()) {
            reader.fault(
                list->place, "step-count", fmt::format("expected {} steps, as in the source, found {}", node.steps.size(), list->items.size()));
            return;
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            node.steps[i].translate(language, steps[i]->text, steps[i]->place);
        }
    }

    void probe(MapReader& reader, Node& node)
    {
        text(reader, "otherwise", node.text);
        text(reader, "label", node.probe->label);
        text(reader, "remedy", node.probe->remedy);
        // A probe's own texts may stay in a `probe` map, as they do in the source.
        if (const YamlNode* inside = reader.map("probe")) {
            MapReader inner(source, *inside, reader.what(), problems);
            text(inner, "label", node.probe->label);
            text(inner, "remedy", node.probe->remedy);
            inner.finish();
        }
    }

    void node(const YamlEntry& entry, Node& node)
    {
        MapReader reader(source, entry.value, fmt::format("node '{}'", node.id), problems);
        switch (node.kind) {
        case NodeKind::fix: fix(reader, node); break;
        case NodeKind::probe: probe(reader, node); break;
        case NodeKind::say:
        case NodeKind::end: text(reader, "say", node.text); break;
        case NodeKind::decide:
        case NodeKind::call: break;
        default: text(reader, "ask", node.text); options(reader, node);
        }
        text(reader, "why", node.why);
        if (node.input) {
            text(reader, "example", node.input->example);
            text(reader, "error", node.input->error);
        }
        reader.finish();
    }

    void nodes(MapReader& head)
    {
        const YamlNode* map = head.map("nodes");
        for (const auto& entry : map == nullptr ? std::vector<YamlEntry>() : map->entries) {
            const auto found = tree.index.find(entry.key.text);
            if (found != tree.index.end()) {
                node(entry, tree.nodes[found->second]);
                continue;
            }
            std::vector<std::string> known;
            for (const auto& id : tree.index) {
                known.push_back(id.first);
            }
            unknown(entry, "node", known);
        }
    }

    void head(MapReader& reader)
    {
        format_version(reader);
        for (const auto& [key, expected] : {std::pair<std::string_view, std::string>{"tree", tree.id}, {"language", language}}) {
            const YamlNode* scalar = reader.scalar(key, Need::required);
            if (scalar != nullptr && scalar->text != expected) {
                reader.fault(scalar->place, "wrong-id", fmt::format("expected '{}', as the file is named, found '{}'", expected, scalar->text));
            }
        }
        text(reader, "title", tree.title);
        text(reader, "summary", tree.summary);
        for (const YamlNode* symptom : reader.scalars("symptoms")) {
            tree.symptoms[language].emplace_back(symptom->text, symptom->place);
        }
    }
};

} // namespace

void read_translation(const Source& source, std::string_view language, Tree& tree, Problems& problems)
{
    const auto document = read_yaml(source, problems);
    if (!document) {
        return;
    }
    MapReader reader(source, *document, "a translation", problems);
    TranslationReader translation{source, std::string(language), tree, problems};
    translation.head(reader);
    translation.facts(reader);
    translation.nodes(reader);
    reader.finish();
}

} // namespace unknot
