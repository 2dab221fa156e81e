// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion_walk.hpp"

#include "recording.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/tree_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace unknot {

namespace {

// What names the tree: an operand, or a case by its number as operand or by --case.
std::string named_in(const CompletionPlace& place)
{
    const auto option = std::find_if(place.given.begin(), place.given.end(), [](const auto& entry) { return entry.first == "--case"; });
    return !place.operands.empty() ? place.operands.front() : option != place.given.end() ? option->second : std::string();
}

// Records are not made for it.
std::string named_tree(const CompletionPlace& place, const Session& session)
{
    const std::string named = named_in(place);
    std::int64_t number = 0;
    std::from_chars(named.data(), named.data() + named.size(), number);
    std::error_code hidden;
    if (number == 0 || !std::filesystem::exists(session.locations.state / "records.db", hidden)) {
        return number == 0 ? named : std::string();
    }
    const auto record = open_records(session).find(number);
    return record ? fmt::format("{}/{}", record->head.pack, record->head.tree) : std::string();
}

// A tree alone, with the ids of those that a walk may go on in: reading them all would take as long as a walk's start, and a shell waits.
struct Read {
    Tree tree;
    std::vector<std::string> others;
    std::string language;
};

Vocabulary own_words(const TreeDraft& draft)
{
    Vocabulary vocabulary;
    for (const auto& fact : draft.facts) {
        vocabulary.facts.emplace(fact.first, Declaration{fact.second.type, fact.second.values});
    }
    return vocabulary;
}

std::optional<Read> read_tree(const Pack& pack, const std::string& id, const std::string& language)
{
    Problems ignored; // conditions that speak of another tree's facts are among them
    auto source = pack.read(fmt::format("trees/{}.yaml", id), ignored);
    const auto draft = source ? draft_tree(std::move(*source), id, ignored) : std::nullopt;
    if (!draft) {
        return std::nullopt;
    }
    Read read{finish_tree(*draft, own_words(*draft), pack.info().source_language, ignored), {}, language};
    const auto translation = pack.read(fmt::format("trees/{}.{}.yaml", id, language), ignored);
    if (translation) {
        read_translation(*translation, language, read.tree, ignored);
    }
    for (const auto& target : draft->reaches) {
        if (std::find(read.others.begin(), read.others.end(), target.tree) == read.others.end()) {
            read.others.push_back(target.tree);
        }
    }
    return read;
}

// Of `tree/node` the tree, otherwise the one that is walked.
std::optional<Read> tree_meant(const CompletionPlace& place, const Session& session, const std::string& within)
{
    const std::string named = named_tree(place, session);
    if (named.empty()) {
        return std::nullopt;
    }
    const FoundTree found = find_tree_named(session, named);
    return read_tree(*found.pack, within.empty() ? found.id : within, session.language_of(*found.pack));
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

std::vector<Suggestion> named_options(const Node& node, const std::string& language)
{
    std::vector<Suggestion> values;
    for (const auto& option : node.options) {
        values.push_back({option.value, option.label.in(language)});
    }
    return values;
}

std::vector<Suggestion> answers_to(const Node& node, const std::string& language)
{
    if (node.kind == NodeKind::fix) {
        return {{"solved", {}}, {"not_solved", {}}};
    }
    auto values = node.kind == NodeKind::probe ? std::vector<Suggestion>{{"yes", {}}, {"no", {}}} : named_options(node, language);
    if (node.unknown || node.kind == NodeKind::probe) {
        values.push_back({"unknown", {}});
    }
    return values;
}

std::vector<Suggestion> values_of(const Node& node, AssignmentKind kind, const std::string& language)
{
    if (kind != AssignmentKind::probe) {
        return answers_to(node, language);
    }
    std::vector<Suggestion> values;
    for (const auto status : probe_statuses) {
        values.push_back({std::string(status), {}});
    }
    return values;
}

// `a,b,` of `a,b,c` stays; what it names already is not offered again.
std::vector<Suggestion> several(const std::vector<Suggestion>& values, const std::string& start, const std::string& chosen)
{
    std::vector<Suggestion> candidates;
    for (const auto& value : values) {
        if (fmt::format(",{}", chosen).find(fmt::format(",{},", value.text)) == std::string::npos) {
            candidates.push_back({start + chosen + value.text, value.description});
        }
    }
    return candidates;
}

std::string part_before(const std::string& text, char mark)
{
    const auto at = text.find(mark);
    return at == std::string::npos ? std::string() : text.substr(0, at);
}

std::string described(const Node& node, const std::string& language)
{
    return node.text.empty() && !node.steps.empty() ? node.steps.front().in(language) : node.text.in(language);
}

// `where=` and the like, then `tree/` for each tree that may follow.
std::vector<Suggestion> names_in(const Read& read, const std::string& start, AssignmentKind kind)
{
    std::vector<Suggestion> names;
    for (const auto& node : read.tree.nodes) {
        if (fits(node, kind)) {
            names.push_back({start + (kind == AssignmentKind::fact ? node.fact : node.id) + '=', described(node, read.language)});
        }
    }
    for (const auto& other : read.others) {
        if (start.empty() && kind != AssignmentKind::fact) {
            names.push_back({other + '/', {}});
        }
    }
    return names;
}

std::vector<Suggestion> values_in(const Read& read, const std::string& start, const std::string& typed, AssignmentKind kind)
{
    const auto equals = typed.find('=');
    const std::string name = typed.substr(start.size(), equals - start.size());
    for (const auto& node : read.tree.nodes) {
        if (fits(node, kind) && name == (kind == AssignmentKind::fact ? node.fact : node.id)) {
            const auto comma = node.kind == NodeKind::several ? typed.rfind(',') : std::string::npos;
            const std::string chosen = comma == std::string::npos ? std::string() : typed.substr(equals + 1, comma - equals);
            return several(values_of(node, kind, read.language), typed.substr(0, equals + 1), chosen);
        }
    }
    return {};
}

} // namespace

std::vector<Suggestion> assignment_candidates(const CompletionPlace& place, const Session& session, AssignmentKind kind)
{
    const auto equals = place.typed.find('=');
    const std::string within = part_before(place.typed.substr(0, equals), '/');
    const auto read = tree_meant(place, session, within);
    if (!read) {
        return {};
    }
    const std::string start = within.empty() ? within : within + '/';
    return equals == std::string::npos ? names_in(*read, start, kind) : values_in(*read, start, place.typed, kind);
}

} // namespace unknot
