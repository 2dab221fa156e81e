// SPDX-License-Identifier: GPL-3.0-or-later
// The first step of reading a tree: which facts does it declare, and which other trees does it reach?
#include "unknot/tree_reader.hpp"

#include "tree_reader/node_reader.hpp"
#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

void declare(const YamlEntry& entry, TreeDraft& draft, Problems& problems)
{
    MapReader reader(draft.source, entry.value, fmt::format("fact '{}'", entry.key.text), problems);
    Fact fact;
    fact.name = entry.key.text;
    fact.place = entry.key.place;
    fact.declared = true;
    if (!is_node_id(fact.name)) {
        reader.fault(fact.place, "bad-id", fmt::format("expected a fact's name like 'order_id', found '{}'", fact.name));
    }
    if (const YamlNode* type = reader.scalar("type", Need::required)) {
        const auto known = fact_type(type->text);
        if (!known) {
            reader.fault(type->place, "unknown-type", fmt::format("expected a type of fact, found '{}'", type->text),
                "types are choice, list, yesno, text, number, amount, date, duration, size, version, email, url");
        }
        fact.type = known.value_or(FactType::text);
    }
    fact.label = read_text(reader, "label");
    fact.limits = read_limits(reader, fact.type);
    fact.share = reader.one_of("share", {"handoff"}).has_value();
    if (const YamlNode* start = reader.scalar("start")) {
        fact.start = read_value(fact.type, start->text);
        if (!fact.start) {
            reader.fault(start->place, "wrong-value", fmt::format("expected {}, found '{}'", expectation(fact.type), start->text));
        } else if (fact.type == FactType::choice) {
            fact.values.push_back(fact.start->text);
        } else {
            fact.values = fact.start->items;
        }
    }
    reader.finish();
    draft.facts.insert_or_assign(fact.name, std::move(fact));
}

void add_values(Fact& fact, const std::vector<std::string>& values)
{
    for (const auto& value : values) {
        if (std::find(fact.values.begin(), fact.values.end(), value) == fact.values.end()) {
            fact.values.push_back(value);
        }
    }
}

void declare_by_form(Fact fact, std::string_view kind, TreeDraft& draft, Problems& problems)
{
    const auto found = draft.facts.find(fact.name);
    if (found == draft.facts.end()) {
        draft.facts.emplace(fact.name, std::move(fact));
        return;
    }
    Fact& known = found->second;
    if (known.type != fact.type) {
        problems.push_back(problem_at(draft.source, fact.place, "type-clash",
            fmt::format("expected fact '{}' to be {}, as in line {}, found {}", fact.name, name(known.type), known.place.line, name(fact.type))));
        return;
    }
    if (known.start && kind == "ask") {
        problems.push_back(problem_at(draft.source, fact.place, "start-and-question",
            fmt::format("fact '{}' has a 'start' and a question", fact.name), "a fact that is set is never asked for"));
    }
    add_values(known, fact.values);
}

void declare_fields(const YamlEntry& entry, const std::string& fact, TreeDraft& draft)
{
    const YamlNode* probe = entry.value.find("probe");
    if (probe == nullptr) {
        return;
    }
    for (const auto& part : probe->entries) {
        if (const ProbeKind* kind = probe_kind(part.key.text)) {
            for (const auto& field : kind->fields) {
                Fact found;
                found.name = fmt::format("{}.{}", fact, field.name);
                found.type = field.type;
                found.place = entry.key.place;
                draft.facts.insert_or_assign(found.name, found);
            }
            return;
        }
    }
}

void collect_set_words(const YamlNode& node, TreeDraft& draft)
{
    const YamlNode* set = node.find("set");
    for (const auto& entry : set == nullptr ? std::vector<YamlEntry>() : set->entries) {
        if (is_option_value(entry.value.text)) {
            draft.set_words[entry.key.text].push_back(entry.value.text);
        }
    }
    const YamlNode* options = node.find("options");
    for (const auto& option : options == nullptr ? std::vector<YamlEntry>() : options->entries) {
        collect_set_words(option.value, draft);
    }
}

// A bare word that a `set` gives to a choice or list is one of its values.
void offer_set_words(TreeDraft& draft)
{
    for (const auto& entry : draft.set_words) {
        const auto fact = draft.facts.find(entry.first);
        if (fact != draft.facts.end() && (fact->second.type == FactType::choice || fact->second.type == FactType::list)) {
            add_values(fact->second, entry.second);
        }
    }
}

bool takes_target(std::string_view key)
{
    constexpr std::string_view keys[] = {
        "to", "yes", "no", "unknown", "ok", "warn", "fail", "else", "solved", "resolved", "workaround", "unresolved", "escalate", "danger"};
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

// Of a node, an option or a branch.
void collect_reached(const YamlNode& map, std::vector<Target>& reached)
{
    for (const auto& entry : map.entries) {
        const auto& key = entry.key.text;
        const auto target = target_of(entry.value);
        if (key == "call" && is_pack_id(entry.value.text)) {
            reached.push_back({entry.value.text, {}, entry.value.place});
        } else if (takes_target(key) && target && target->leaves()) {
            reached.push_back(*target);
        } else if (key == "options") {
            for (const auto& option : entry.value.entries) {
                collect_reached(option.value, reached);
            }
        } else if (key == "decide" || key == "next") {
            for (const auto& branch : entry.value.items) {
                collect_reached(branch, reached);
            }
        }
    }
}

} // namespace

std::optional<TreeDraft> draft_tree(Source source, std::string_view id, Problems& problems)
{
    auto document = read_yaml(source, problems);
    if (!document) {
        return std::nullopt;
    }
    if (!expect_kind(source, *document, YamlNode::Kind::map, "a tree", problems)) {
        return std::nullopt;
    }
    TreeDraft draft{std::string(id), std::move(source), std::move(*document), {}, {}, {}};
    const YamlNode* facts = draft.document.find("facts");
    for (const auto& entry : facts == nullptr ? std::vector<YamlEntry>() : facts->entries) {
        declare(entry, draft, problems);
    }
    const YamlNode* nodes = draft.document.find("nodes");
    for (const auto& entry : nodes == nullptr ? std::vector<YamlEntry>() : nodes->entries) {
        if (auto fact = fact_of_node(entry)) {
            declare_fields(entry, fact->name, draft);
            declare_by_form(std::move(*fact), kind_key(entry.value), draft, problems);
        }
    }
    for (const auto& entry : nodes == nullptr ? std::vector<YamlEntry>() : nodes->entries) {
        collect_set_words(entry.value, draft);
        collect_reached(entry.value, draft.reaches);
    }
    offer_set_words(draft);
    return draft;
}

} // namespace unknot
