// SPDX-License-Identifier: GPL-3.0-or-later
// What a value is called in the table says where it comes from: a new command that takes a TREE completes trees without a line here.
#include "completion.hpp"

#include "completion_walk.hpp"
#include "help_topics.hpp"
#include "recording.hpp"
#include "unknot/probe_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace unknot {

namespace {

using Candidates = std::vector<Suggestion>;

struct Asked {
    const CompletionPlace& place;
    const Session& session;
};

Candidates words(std::initializer_list<const char*> texts)
{
    Candidates candidates;
    for (const char* text : texts) {
        candidates.push_back({text, {}});
    }
    return candidates;
}

bool begins(const Asked& asked, const std::string& text)
{
    return text.starts_with(asked.place.typed);
}

// The title as its file writes it. A shell waits: no tree is parsed for it, and what is not on the line `title: …` has none here.
std::string title_in(const Pack& pack, const std::string& file)
{
    Problems ignored;
    const auto source = pack.read(file, ignored);
    const std::string text = source ? '\n' + source->text : std::string();
    constexpr std::string_view key = "\ntitle: ";
    const auto at = text.find(key);
    if (at == std::string::npos) {
        return {};
    }
    const auto start = at + key.size();
    const std::string title = text.substr(start, text.find('\n', start) - start);
    const bool quoted = title.size() > 1 && (title.front() == '\'' || title.front() == '"') && title.back() == title.front();
    return quoted ? title.substr(1, title.size() - 2) : title.find_first_of("|>") == 0 ? std::string() : title;
}

void add_trees(Candidates& candidates, const Asked& asked, const Pack& pack)
{
    const std::string language = asked.session.language_of(pack);
    const std::string ending = language == pack.info().source_language ? ".yaml" : fmt::format(".{}.yaml", language);
    for (const auto& id : pack.tree_ids()) {
        if (begins(asked, id)) {
            candidates.push_back({id, title_in(pack, fmt::format("trees/{}{}", id, ending))});
        }
    }
}

Candidates trees(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        add_trees(candidates, asked, pack);
    }
    return candidates;
}

void add_articles(Candidates& candidates, const Asked& asked, const Pack& pack)
{
    const std::string language = asked.session.language_of(pack);
    std::set<std::string> told;
    for (const auto& name : pack.article_names()) {
        if (begins(asked, name.id) && told.insert(name.id).second) {
            candidates.push_back({name.id, title_in(pack, fmt::format("articles/{}.{}.md", name.id, language))});
        }
    }
}

void add_providers(Candidates& candidates, const Asked& asked, const Pack& pack)
{
    for (const auto& id : pack.provider_ids()) {
        if (begins(asked, id)) {
            candidates.push_back({id, {}});
        }
    }
}

Candidates articles(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        add_articles(candidates, asked, pack);
    }
    return candidates;
}

Candidates providers(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        add_providers(candidates, asked, pack);
    }
    return candidates;
}

Candidates things(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        add_trees(candidates, asked, pack);
        add_articles(candidates, asked, pack);
        add_providers(candidates, asked, pack);
    }
    return candidates;
}

Candidates cases(const Asked& asked)
{
    Candidates candidates;
    std::error_code hidden;
    if (std::filesystem::exists(asked.session.locations.state / "records.db", hidden)) {
        for (const auto& head : open_records(asked.session).list()) {
            candidates.push_back({std::to_string(head.id), fmt::format("{} {}", head.tree, head.updated)});
        }
    }
    return candidates;
}

Candidates packs(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        candidates.push_back({pack.info().id, pack.info().title.in(asked.session.language_of(pack))});
    }
    return candidates;
}

Candidates languages(const Asked& asked)
{
    std::set<std::string> spoken = {"de", "en", "zh"};
    for (const auto& pack : asked.session.packs()) {
        spoken.insert(pack.info().languages.begin(), pack.info().languages.end());
    }
    Candidates candidates;
    for (const auto& language : spoken) {
        candidates.push_back({language, {}});
    }
    return candidates;
}

Candidates topics_of_help(const Asked&)
{
    Candidates candidates;
    for (const auto& topic : help_topics()) {
        candidates.push_back({std::string(topic.name), std::string(topic.what)});
    }
    return candidates;
}

Candidates kinds_of_probes(const Asked&)
{
    Candidates candidates;
    for (const auto& kind : probe_kinds()) {
        candidates.push_back({std::string(kind.name), {}});
    }
    return candidates;
}

Candidates kinds_of_channels(const Asked&)
{
    return words({"email", "chat", "phone", "form", "web", "community", "other"});
}

Candidates kinds_of_providers(const Asked&)
{
    return words({"wallet", "exchange", "payment", "bank", "marketplace", "vendor", "carrier", "community", "other"});
}

Candidates reasons(const Asked&)
{
    return words({"solved", "unclear", "wrong", "outdated", "incomplete", "too_long", "not_my_case", "hard_to_find", "slow_support", "no_answer", "settled",
        "other"});
}

Candidates topics(const Asked& asked)
{
    Candidates candidates;
    for (const auto& pack : asked.session.packs()) {
        for (const auto& topic : pack.info().topics) {
            candidates.push_back({topic.first, topic.second.in(asked.session.language_of(pack))});
        }
    }
    return candidates;
}

// `topic:pay` of a query: the field stays in front of its values.
Candidates query_words(const Asked& asked)
{
    const auto colon = asked.place.typed.find(':');
    const std::string field = asked.place.typed.substr(0, colon);
    if (colon == std::string::npos) {
        return words({"title:", "topic:", "lang:", "kind:", "pack:", "id:", "reviewed:"});
    }
    CompletionPlace behind = asked.place;
    behind.typed = asked.place.typed.substr(colon + 1);
    const Asked value{behind, asked.session};
    Candidates candidates = field == "topic" ? topics(value)
        : field == "lang"                    ? languages(value)
        : field == "pack"                    ? packs(value)
        : field == "id"                      ? things(value)
        : field == "kind"                    ? words({"article", "tree", "provider"})
                                             : Candidates();
    for (auto& candidate : candidates) {
        candidate.text.insert(0, field + ':');
    }
    return candidates;
}

// `tree:ID` and the like.
Candidates targets(const Asked& asked)
{
    const auto colon = asked.place.typed.find(':');
    if (colon == std::string::npos) {
        return words({"tree:", "article:", "case:", "provider:"});
    }
    const std::string kind = asked.place.typed.substr(0, colon + 1);
    CompletionPlace behind = asked.place;
    behind.typed = asked.place.typed.substr(colon + 1);
    const Asked id{behind, asked.session};
    Candidates candidates = kind == "case:" ? cases(id) : kind == "tree:" ? trees(id) : kind == "provider:" ? providers(id) : articles(id);
    for (auto& candidate : candidates) {
        candidate.text.insert(0, kind);
    }
    return candidates;
}

struct Value {
    std::string_view name; // as the table calls it, or with its option in front where that says more
    Candidates (*candidates)(const Asked&);
    OwnCompletion shell = OwnCompletion::nothing;
};

constexpr Candidates (*nothing)(const Asked&) = nullptr;

constexpr Value values[] = {
    {"TREE", trees},
    {"ID", things},
    {"NUMBER", cases},
    {"CASE", cases},
    {"PROVIDER", providers},
    {"KIND", kinds_of_probes},
    {"LANG", languages},
    {"TOPIC", topics_of_help},
    {"QUERY", query_words},
    {"PACK", packs, OwnCompletion::folders},
    {"DIR", nothing, OwnCompletion::folders},
    {"FOLDER", nothing, OwnCompletion::folders},
    {"FILE", nothing, OwnCompletion::files},
    {"PATH", nothing, OwnCompletion::files},
    {"WHEN", [](const Asked&) { return words({"auto", "always", "never"}); }},
    {"ORDER", [](const Asked&) { return words({"relevance", "title", "reviewed"}); }},
    {"NODE=VALUE", [](const Asked& asked) { return assignment_candidates(asked.place, asked.session, AssignmentKind::answer); }},
    {"NODE=STATUS", [](const Asked& asked) { return assignment_candidates(asked.place, asked.session, AssignmentKind::probe); }},
    {"NAME=VALUE", [](const Asked& asked) { return assignment_candidates(asked.place, asked.session, AssignmentKind::fact); }},
    {"TARGET", targets},
    {"--provider NAME", providers},
    {"--channel ID", kinds_of_channels},
    {"FORM", [](const Asked&) { return words({"text", "markdown", "json", "eml", "url"}); }},
    {"FORMAT", [](const Asked&) { return words({"jsonl", "csv"}); }},
    {"STATE", [](const Asked&) { return words({"open", "resolved", "workaround", "unresolved", "escalate", "danger"}); }},
    {"CODE", reasons},
    {"WHAT", [](const Asked&) { return words({"network", "command="}); }},
    {"--ignore ID", nothing},
    {"ADDRESS", nothing},
    {"ARGUMENT", nothing},
    {"CONDITION", nothing},
    {"DURATION", nothing},
    {"TIME", nothing},
    {"TYPE", kinds_of_channels},
    {"--kind KIND", kinds_of_providers},
    {"TEXT", nothing},
    {"VALUE", nothing},
    {"WORDS", nothing},
    {"DATE", nothing},
    {"LINE", nothing},
    {"N", nothing},
};

const Value* value_named(std::string_view option, std::string_view name)
{
    const std::string both = fmt::format("{} {}", option, name);
    const auto named = [](std::string_view wanted) {
        return std::find_if(std::begin(values), std::end(values), [&](const Value& value) { return value.name == wanted; });
    };
    const auto found = named(both) == std::end(values) ? named(name) : named(both);
    return found == std::end(values) ? nullptr : &*found;
}

Candidates alternatives(std::string_view names)
{
    Candidates candidates;
    for (std::size_t at = 0; at <= names.size();) {
        const std::size_t end = std::min(names.find('|', at), names.size());
        candidates.push_back({std::string(names.substr(at, end - at)), {}});
        at = end + 1;
    }
    return candidates;
}

Completion value_completion(const CompletionPlace& place, const Session& session)
{
    if (place.value.find('|') != std::string::npos) {
        return {alternatives(place.value), OwnCompletion::nothing};
    }
    const Value* value = value_named(place.option, place.value);
    if (value == nullptr) {
        return {};
    }
    return {value->candidates == nullptr ? Candidates() : value->candidates({place, session}), value->shell};
}

} // namespace

Completion completion_of(const CompletionPlace& place, const Session& session)
{
    Completion completion = place.expected == Expected::value ? value_completion(place, session) : Completion();
    for (const auto& word : place.words) {
        completion.candidates.push_back({word.first, word.second});
    }
    auto& candidates = completion.candidates;
    candidates.erase(
        std::remove_if(candidates.begin(), candidates.end(), [&](const Suggestion& one) { return !one.text.starts_with(place.typed); }), candidates.end());
    for (auto& candidate : candidates) {
        candidate.text.insert(0, place.fixed);
    }
    return completion;
}

bool is_completable(std::string_view option, std::string_view value)
{
    return value.find('|') != std::string_view::npos || value_named(option, value) != nullptr;
}

} // namespace unknot
