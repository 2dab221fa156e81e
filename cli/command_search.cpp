// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot search`: full-text search over articles, trees and providers.
#include "commands.hpp"
#include "json_writer.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "recording.hpp"
#include "searching.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace unknot {

namespace {

constexpr int default_limit = 10;

void write(JsonWriter& out, const SearchHit& hit, std::uint64_t rank)
{
    out.begin_object();
    out.key("rank").number(rank);
    out.key("kind").text(name(hit.kind));
    out.key("id").text(hit.id);
    out.key("pack").text(hit.pack);
    out.key("lang").text(hit.language);
    out.key("title").text(hit.title);
    out.key("score").number(hit.score);
    out.key("snippet").text(hit.snippet);
    out.key("marks").begin_row();
    for (const MarkSpan& mark : hit.marks) {
        out.begin_row();
        out.number(std::uint64_t{mark.first});
        out.number(std::uint64_t{mark.second});
        out.end_row();
    }
    out.end_row();
    out.end_object();
}

void write(JsonWriter& out, const std::vector<FacetValue>& values)
{
    out.begin_array();
    for (const FacetValue& value : values) {
        out.begin_object();
        out.key("value").text(value.value);
        out.key("count").number(std::uint64_t{value.count});
        out.end_object();
    }
    out.end_array();
}

void write(JsonWriter& out, const std::vector<SearchStage>& stages)
{
    out.begin_array();
    for (const SearchStage& stage : stages) {
        out.begin_object();
        out.key("stage").text(stage.stage);
        out.key("text").text(stage.text);
        out.end_object();
    }
    out.end_array();
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

// unknot.search/1, written at once: to make a document of it first would take longer than to print it.
std::string document(const SearchCommand& command, const std::string& query, const SearchResult& result)
{
    JsonWriter out(JsonLayout::indented);
    out.begin_object();
    out.key("schema").text("unknot.search/1");
    out.key("query").text(query);
    out.key("pass").text(name(result.pass));
    out.key("corrected");
    result.corrected.empty() ? out.null() : out.text(result.corrected);
    out.key("total").number(std::uint64_t{result.total});
    out.key("more").boolean(result.more);
    out.key("hits").begin_array();
    auto rank = static_cast<std::uint64_t>(command.offset);
    for (const SearchHit& hit : result.hits) {
        write(out, hit, ++rank);
    }
    out.end_array();
    out.key("facets");
    if (command.facets) {
        out.begin_object();
        write(out.key("topics"), result.topics);
        write(out.key("languages"), result.languages);
        out.end_object();
    } else {
        out.null();
    }
    out.key("stages");
    command.explain ? write(out, result.stages) : out.null();
    out.end_object();
    return std::move(out).take();
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
        print_raw(document(command, query, result));
    } else {
        print_stages(command, result);
        print_hits(command, result, session);
        print_facets(command, result);
    }
    return found;
}

} // namespace unknot
