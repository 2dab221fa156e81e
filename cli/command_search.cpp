// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot search`: full-text search over articles, trees and providers.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "searching.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

namespace unknot {

namespace {

constexpr int default_limit = 10;

Json hit_json(const SearchHit& hit, std::size_t rank)
{
    Json marks = Json::array();
    for (const auto& mark : hit.marks) {
        marks.push_back({mark.first, mark.second});
    }
    return {{"rank", rank}, {"kind", name(hit.kind)}, {"id", hit.id}, {"pack", hit.pack}, {"lang", hit.language}, {"title", hit.title}, {"score", hit.score},
        {"snippet", hit.snippet}, {"marks", marks}};
}

Json document(const SearchCommand& command, const SearchResult& result)
{
    Json hits = Json::array();
    auto rank = static_cast<std::size_t>(command.offset);
    for (const auto& hit : result.hits) {
        hits.push_back(hit_json(hit, ++rank));
    }
    return {{"schema", "unknot.search/1"}, {"query", command.query}, {"pass", name(result.pass)},
        {"corrected", result.corrected.empty() ? Json(nullptr) : Json(result.corrected)}, {"total", result.total}, {"more", result.more}, {"hits", hits}};
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
        print_line(fmt::format("{:>3}. {}  {}", ++rank, strong(hit.title), faint(address_of(hit, session))));
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

} // namespace

ExitStatus search(const SearchCommand& command, const Session& session)
{
    require_words(command.query);
    SearchRequest request;
    request.query = read_query(command.query);
    request.languages = {session.language};
    request.offset = static_cast<std::size_t>(command.offset);
    request.limit = static_cast<std::size_t>(session.options.limit.value_or(default_limit));
    const SearchResult result = open_search(session).search(request);
    if (session.options.json) {
        print_json(document(command, result));
    } else {
        print_hits(command, result, session);
    }
    return result.hits.empty() ? ExitStatus::no : ExitStatus::yes;
}

} // namespace unknot
