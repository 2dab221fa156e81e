// SPDX-License-Identifier: GPL-3.0-or-later
// The second step of reading a tree: its head, its `let`s and its nodes, and what must hold between them.
#include "unknot/tree_reader.hpp"

#include "tree_reader/node_reader.hpp"
#include "typed_field.hpp"
#include "unknot/spelling.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

void read_head(MapReader& reader, Tree& tree)
{
    format_version(reader);
    if (const YamlNode* id = reader.scalar("tree", Need::required); id != nullptr && id->text != tree.id) {
        reader.fault(id->place, "wrong-id", fmt::format("expected '{}', as the file is named, found '{}'", tree.id, id->text));
    }
    tree.title = read_text(reader, "title", Need::required);
    tree.summary = read_text(reader, "summary");
    tree.topics = reader.words("topics");
    for (const YamlNode* symptom : reader.scalars("symptoms")) {
        tree.symptoms[tree.source_language].emplace_back(symptom->text, symptom->place);
    }
    tree.reviewed = typed_field(reader, "reviewed", FactType::date);
    tree.sources = reader.words("sources");
}

void read_all_lets(MapReader& reader, Vocabulary& vocabulary)
{
    const YamlNode* lets = reader.map("let");
    if (lets == nullptr) {
        return;
    }
    std::map<std::string, ConditionText, std::less<>> texts;
    for (const auto& entry : lets->entries) {
        if (!is_node_id(entry.key.text)) {
            reader.fault(entry.key.place, "bad-id", fmt::format("expected a name like 'large', found '{}'", entry.key.text));
        } else if (vocabulary.facts.find(entry.key.text) != vocabulary.facts.end()) {
            reader.fault(entry.key.place, "name-clash", fmt::format("'{}' is a fact already", entry.key.text), "give the condition another name");
        } else if (expect_kind(reader.source(), entry.value, YamlNode::Kind::scalar, "a condition", reader.problems())) {
            texts.emplace(entry.key.text, ConditionText{entry.value.text, entry.value.text_place});
        }
    }
    read_lets(reader.source(), texts, vocabulary, reader.problems());
}

void read_nodes(MapReader& reader, Tree& tree, const Vocabulary& vocabulary)
{
    const YamlNode* nodes = reader.map("nodes", Need::required);
    if (nodes == nullptr) {
        return;
    }
    const NodeContext context{reader.source(), vocabulary, reader.problems()};
    for (const auto& entry : nodes->entries) {
        if (!is_node_id(entry.key.text)) {
            reader.fault(entry.key.place, "bad-id", fmt::format("expected a node's id like 'card_message', found '{}'", entry.key.text));
        }
        tree.index.emplace(entry.key.text, tree.nodes.size());
        tree.nodes.push_back(read_node(entry, context));
    }
}

void read_renamed(MapReader& reader, Tree& tree)
{
    const YamlNode* renamed = reader.map("renamed");
    if (renamed == nullptr) {
        return;
    }
    for (const auto& entry : renamed->entries) {
        if (!expect_kind(reader.source(), entry.value, YamlNode::Kind::scalar, "the new id", reader.problems())) {
            continue;
        }
        const auto& from = entry.key.text;
        const auto& to = entry.value.text;
        const auto dot = from.find('.');
        if (dot == std::string::npos) {
            tree.renamed_nodes[from] = to;
        } else {
            // The new value may be written bare or with its node before it.
            const auto at = to.find('.');
            tree.renamed_options[from] = at == std::string::npos ? to : to.substr(at + 1);
        }
    }
}

std::vector<std::string> node_ids(const Tree& tree)
{
    std::vector<std::string> ids;
    for (const auto& node : tree.nodes) {
        ids.push_back(node.id);
    }
    return ids;
}

// Checks the targets that stay in this tree.
class TargetCheck {
public:
    TargetCheck(const Tree& tree, const Vocabulary& vocabulary, const Source& source, Problems& problems)
        : tree_(tree), vocabulary_(vocabulary), source_(source), problems_(problems), ids_(node_ids(tree))
    {
    }

    void node(const Node& node)
    {
        optional(node.unknown);
        optional(node.to);
        optional(node.otherwise);
        for (const auto& option : node.options) {
            optional(option.to);
        }
        for (const auto& branch : node.branches) {
            target(branch.to);
        }
        for (const auto& result : node.results) {
            target(result.second);
        }
        if (!node.verify.empty()) {
            verify(node);
        }
        for (const auto& fact : node.forget) {
            fact_exists(fact, node.place, fmt::format("node '{}' forgets '{}', which is no fact", node.id, fact));
        }
        if (node.handoff) {
            handoff(*node.handoff);
        }
    }

    void exists(const std::string& id, const Place& place)
    {
        if (tree_.find(id) != nullptr) {
            return;
        }
        const auto near = nearest(id, ids_);
        problems_.push_back(problem_at(source_, place, "unknown-node", fmt::format("no node named '{}'", id),
            near ? fmt::format("did you mean '{}' (line {})?", *near, tree_.at(*near).place.line) : "add this node under 'nodes'"));
    }

private:
    void optional(const std::optional<Target>& maybe)
    {
        if (maybe) {
            target(*maybe);
        }
    }

    void target(const Target& target)
    {
        if (!target.leaves() && !target.node.empty()) {
            exists(target.node, target.place);
        }
    }

    void verify(const Node& node)
    {
        const Node* probe = tree_.find(node.verify);
        if (probe == nullptr || probe->kind != NodeKind::probe) {
            problems_.push_back(problem_at(source_, node.place, "verify-no-probe",
                fmt::format("expected 'verify' of node '{}' to name a probe, found '{}'", node.id, node.verify)));
        }
    }

    void handoff(const HandOff& handoff)
    {
        for (const auto* facts : {&handoff.include, &handoff.require}) {
            for (const auto& fact : *facts) {
                fact_exists(fact, handoff.place, fmt::format("the hand-off names '{}', which is no fact", fact));
            }
        }
    }

    void fact_exists(const std::string& fact, const Place& place, std::string message)
    {
        if (vocabulary_.facts.find(fact) == vocabulary_.facts.end()) {
            problems_.push_back(problem_at(source_, place, "unknown-fact", std::move(message)));
        }
    }

    const Tree& tree_;
    const Vocabulary& vocabulary_;
    const Source& source_;
    Problems& problems_;
    std::vector<std::string> ids_;
};

void check_links(MapReader& reader, const Tree& tree, const Vocabulary& vocabulary, const YamlNode* start)
{
    TargetCheck check(tree, vocabulary, reader.source(), reader.problems());
    if (start != nullptr) {
        check.exists(start->text, start->place);
    }
    for (const auto& node : tree.nodes) {
        check.node(node);
    }
}

// A `set` needs a fact that starts somewhere and that nobody is asked for.
void check_sets(MapReader& reader, const Tree& tree)
{
    const auto check = [&](const Assignment& assignment) {
        const auto fact = tree.facts.find(assignment.fact);
        if (fact != tree.facts.end() && !fact->second.start) {
            reader.fault(assignment.place, "set-without-start", fmt::format("fact '{}' is set, but has no 'start'", assignment.fact),
                "give it a 'start' under 'facts', and no question");
        }
    };
    for (const auto& node : tree.nodes) {
        for (const auto& assignment : node.set) {
            check(assignment);
        }
        for (const auto& option : node.options) {
            for (const auto& assignment : option.set) {
                check(assignment);
            }
        }
    }
}

} // namespace

Tree finish_tree(const TreeDraft& draft, const Vocabulary& facts, std::string_view source_language, Problems& problems)
{
    Tree tree;
    tree.id = draft.id;
    tree.file = draft.source.file;
    tree.source_language = source_language;
    tree.facts = draft.facts;
    tree.place = draft.document.place;
    MapReader reader(draft.source, draft.document, "a tree", problems);
    read_head(reader, tree);
    reader.allow({"facts"});
    if (const YamlNode* declared = draft.document.find("facts")) {
        expect_kind(draft.source, *declared, YamlNode::Kind::map, "a map of facts", problems);
    }
    Vocabulary vocabulary = facts;
    read_all_lets(reader, vocabulary);
    tree.lets = vocabulary.lets;
    read_renamed(reader, tree);
    const YamlNode* start = reader.scalar("start", Need::required);
    tree.start = start == nullptr ? "" : start->text;
    read_nodes(reader, tree, vocabulary);
    reader.finish();
    check_links(reader, tree, vocabulary, start);
    check_sets(reader, tree);
    return tree;
}

} // namespace unknot
