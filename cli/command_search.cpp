// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot search`: full-text search over articles, trees and providers.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "recording.hpp"
#include "searching.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <utility>

namespace unknot {

namespace {

constexpr int default_limit = 10;

// Room for so many keys: without it an object that grows copies the ones that it has.
Json object_of(std::size_t keys)
{
    Json object = Json::object();
    object.get_ref<Json::object_t&>().reserve(keys);
    return object;
}

// By key rather than as a list of pairs, of which each would be made as an array first and copied.
Json hit_json(SearchHit hit, std::size_t rank)
{
    Json document = object_of(9);
    document["rank"] = rank;
    document["kind"] = name(hit.kind);
    document["id"] = hit.id;
    document["pack"] = hit.pack;
    document["lang"] = hit.language;
    document["title"] = std::move(hit.title);
    document["score"] = hit.score;
    document["snippet"] = std::move(hit.snippet);
    document["marks"] = hit.marks;
    return document;
}

Json facets_json(const std::vector<FacetValue>& values)
{
    Json list = Json::array();
    for (const FacetValue& value : values) {
        list.push_back({{"value", value.value}, {"count", value.count}});
    }
    return list;
}

Json stages_json(const std::vector<SearchStage>& stages)
{
    Json list = Json::array();
    for (const SearchStage& stage : stages) {
        list.push_back({{"stage", stage.stage}, {"text", stage.text}});
    }
    return list;
}

SearchOrder order_of(SearchCommand::Order order)
{
    switch (order) {
    case SearchCommand::Order::relevance: return SearchOrder::relevance;
    case SearchCommand::Order::title: return SearchOrder::title;
    case SearchCommand::Order::reviewed: return SearchOrder::reviewed;
    }
    return SearchOrder::relevance;
}

Json document(const SearchCommand& command, const std::string& query, SearchResult result)
{
    Json hits = Json::array();
    hits.get_ref<Json::array_t&>().reserve(result.hits.size());
    auto rank = static_cast<std::size_t>(command.offset);
    for (SearchHit& hit : result.hits) {
        hits.push_back(hit_json(std::move(hit), ++rank));
    }
    Json facets = nullptr;
    if (command.facets) {
        facets = {{"topics", facets_json(result.topics)}, {"languages", facets_json(result.languages)}};
    }
    Json answer = object_of(9);
    answer["schema"] = "unknot.search/1";
    answer["query"] = query;
    answer["pass"] = name(result.pass);
    answer["corrected"] = result.corrected.empty() ? Json(nullptr) : Json(result.corrected);
    answer["total"] = result.total;
    answer["more"] = result.more;
    answer["hits"] = std::move(hits);
    answer["facets"] = std::move(facets);
    answer["stages"] = command.explain ? stages_json(result.stages) : Json(nullptr);
    return answer;
}

std::string facet_line(const std::vector<FacetValue>& values)
{
    std::string line;
    for (const FacetValue& value : values) {
        line += fmt::format("{}{} {}", line.empty() ? "" : ", ", value.value, value.count);
    }
    return line;
}

void print_stages(const SearchCommand& command, const SearchResult& result)
{
    if (!command.explain) {
        return;
    }
    constexpr int column = 16;
    for (const SearchStage& stage : result.stages) {
        std::string name = stage.stage;
        for (const std::string& line : wrapped(stage.text, terminal().width - column)) {
            print_line(faint(fmt::format("{:<{}}", name, column)) + line);
            name.clear();
        }
    }
    print_line();
}

void print_facets(const SearchCommand& command, const SearchResult& result)
{
    if (!command.facets) {
        return;
    }
    print_line(filled(_("Topics: {}"), {facet_line(result.topics)}));
    print_line(filled(_("Languages: {}"), {facet_line(result.languages)}));
}

// Says the language only where it isn't the one that is spoken.
std::string address_of(const SearchHit& hit, const Session& session)
{
    const std::string address = fmt::format("{}:{}", name(hit.kind), hit.id);
    return hit.language == session.language ? address : fmt::format("{} ({})", address, hit.language);
}

void print_hits(const SearchCommand& command, const SearchResult& result, const Session& session)
{
    constexpr int indent = 5;
    if (!result.corrected.empty()) {
        print_line(filled(_("Nothing has exactly that; these are for: {}"), {result.corrected}));
    }
    int rank = command.offset;
    for (const auto& hit : result.hits) {
        print_entry(fmt::format("{:>3}. ", ++rank), hit.title, TitleStyle::strong, address_of(hit, session));
        for (const auto& line : marked_lines(hit.snippet, hit.marks, terminal().width - indent)) {
            print_line(std::string(indent, ' ') + line);
        }
    }
    if (result.more) {
        print_line(filled(_("More: --offset {}"), {std::to_string(rank)}));
    }
    if (result.hits.empty()) {
        print_line(_("Nothing found."));
    }
}

// The query as it may be shown. A correction and the stages repeat it with other words in it: not what a secret is known by.
std::string hide_secrets(const std::string& query, SearchResult& result)
{
    std::string safe = without_secrets(query);
    if (safe != query) {
        result.corrected = result.corrected.empty() ? result.corrected : safe;
        result.stages.clear();
    }
    return safe;
}

} // namespace

ExitStatus search(const SearchCommand& command, const Session& session)
{
    require_words(command.query);
    SearchRequest request;
    request.query = read_query(command.query);
    request.languages = {session.language};
    request.offset = static_cast<std::size_t>(command.offset);
    request.limit = static_cast<std::size_t>(session.options.limit.value_or(default_limit));
    request.order = order_of(command.order);
    request.total = session.options.json || command.explain ? SearchTotal::counted : SearchTotal::estimated;
    request.facets = command.facets;
    request.explain = command.explain;
    SearchResult result = search_everywhere(session, command.query, request);
    const std::string query = hide_secrets(command.query, result);
    if (result.hits.empty() && command.offset == 0 && !command.no_record) {
        note_missed_search(session, command.query);
    }
    const ExitStatus found = result.hits.empty() ? ExitStatus::no : ExitStatus::yes;
    if (session.options.json) {
        print_json(document(command, query, std::move(result)));
    } else {
        print_stages(command, result);
        print_hits(command, result, session);
        print_facets(command, result);
    }
    return found;
}

} // namespace unknot
