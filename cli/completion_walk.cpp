// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion_walk.hpp"

#include "recording.hpp"
#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace unknot {

namespace {

// The tree is the operand, or that of the case; records are not made for it.
std::string named_tree(const CompletionPlace& place, const Session& session)
{
    if (!place.operands.empty()) {
        return place.operands.front();
    }
    const auto option = std::find_if(place.given.begin(), place.given.end(), [](const auto& entry) { return entry.first == "--case"; });
    std::error_code hidden;
    if (option == place.given.end() || !std::filesystem::exists(session.locations.state / "records.db", hidden)) {
        return {};
    }
    std::int64_t number = 0;
    std::from_chars(option->second.data(), option->second.data() + option->second.size(), number);
    const auto record = open_records(session).find(number);
    return record ? fmt::format("{}/{}", record->head.pack, record->head.tree) : std::string();
}

std::optional<Forest> named_forest(const CompletionPlace& place, const Session& session, std::string& language)
{
    const std::string named = named_tree(place, session);
    if (named.empty()) {
        return std::nullopt;
    }
    const FoundTree found = find_tree_named(session, named);
    language = session.language_of(*found.pack);
    Problems ignored;
    return found.pack->forest(found.id, {language}, ignored);
}

bool takes_answer(const Node& node)
{
    return asks_a_person(node.kind) || node.kind == NodeKind::fix || (node.kind == NodeKind::probe && !node.text.empty());
}

bool fits(const Node& node, AssignmentKind kind)
{
    switch (kind) {
    case AssignmentKind::answer: return takes_answer(node);
    case AssignmentKind::probe: return node.kind == NodeKind::probe;
    case AssignmentKind::fact: return asks_a_person(node.kind);
    }
    return false;
}

std::vector<Candidate> named_options(const Node& node, const std::string& language)
{
    std::vector<Candidate> values;
    for (const auto& option : node.options) {
        values.push_back({option.value, option.label.in(language)});
    }
    return values;
}

std::vector<Candidate> answers_to(const Node& node, const std::string& language)
{
    if (node.kind == NodeKind::fix) {
        return {{"solved", {}}, {"not_solved", {}}};
    }
    auto values = node.kind == NodeKind::probe ? std::vector<Candidate>{{"yes", {}}, {"no", {}}} : named_options(node, language);
    if (node.unknown || node.kind == NodeKind::probe) {
        values.push_back({"unknown", {}});
    }
    return values;
}

std::vector<Candidate> values_of(const Node& node, AssignmentKind kind, const std::string& language)
{
    if (kind != AssignmentKind::probe) {
        return answers_to(node, language);
    }
    std::vector<Candidate> values;
    for (const auto status : probe_statuses) {
        values.push_back({std::string(status), {}});
    }
    return values;
}

// `a,b,` of `a,b,c` stays; what it names already is not offered again.
std::vector<Candidate> several(const std::vector<Candidate>& values, const std::string& start, const std::string& chosen)
{
    std::vector<Candidate> candidates;
    for (const auto& value : values) {
        if (fmt::format(",{}", chosen).find(fmt::format(",{},", value.text)) == std::string::npos) {
            candidates.push_back({start + chosen + value.text, value.description});
        }
    }
    return candidates;
}

std::vector<const Tree*> root_first(const Forest& forest)
{
    std::vector<const Tree*> trees = {&forest.tree(forest.root)};
    for (const auto& entry : forest.trees) {
        if (entry.first != forest.root) {
            trees.push_back(&entry.second);
        }
    }
    return trees;
}

std::string name_in(const Forest& forest, const Tree& tree, const Node& node, AssignmentKind kind)
{
    return kind == AssignmentKind::fact ? node.fact : forest.key(tree.id, node.id);
}

} // namespace

std::vector<Candidate> assignment_candidates(const CompletionPlace& place, const Session& session, AssignmentKind kind)
{
    std::string language;
    const auto forest = named_forest(place, session, language);
    const auto equals = place.typed.find('=');
    std::vector<Candidate> candidates;
    if (!forest) {
        return candidates;
    }
    for (const Tree* tree : root_first(*forest)) {
        for (const auto& node : tree->nodes) {
            if (!fits(node, kind)) {
                continue;
            }
            const std::string name = name_in(*forest, *tree, node, kind);
            if (equals == std::string::npos) {
                candidates.push_back({name + '=', node.text.in(language)});
            } else if (place.typed.substr(0, equals) == name) {
                const auto comma = node.kind == NodeKind::several ? place.typed.rfind(',') : std::string::npos;
                const std::string chosen = comma == std::string::npos ? std::string() : place.typed.substr(equals + 1, comma - equals);
                return several(values_of(node, kind, language), name + '=', chosen);
            }
        }
    }
    return candidates;
}

} // namespace unknot
