// SPDX-License-Identifier: GPL-3.0-or-later
#include "searching.hpp"

#include "language.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "unknot/pack_index.hpp"
#include "unknot/redactor.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <optional>

namespace unknot {

PackIndex updated_index(const Pack& pack, const Session& session, Renewal renewal)
{
    const Locations& at = session.locations;
    Progress progress([&pack] { return filled(_("making the search index of '{}'"), {pack.info().id}); });
    Problems problems;
    PackIndex index = index_for_pack(pack, at.cache_has_base ? at.cache : std::filesystem::path(), problems,
        {renewal == Renewal::from_scratch, [&](std::size_t done, std::size_t items) { progress.tell(done, items); },
            renewal == Renewal::when_needed ? std::nullopt : std::optional(Freshness::every_file)});
    report(problems);
    return index;
}

namespace {

std::vector<PackIndex> local_indexes(const Session& session)
{
    std::vector<PackIndex> indexes;
    for (const auto& pack : session.packs()) {
        indexes.push_back(updated_index(pack, session, Renewal::when_needed));
    }
    return indexes;
}

SearchIndex joined(const std::vector<PackIndex>& indexes)
{
    if (indexes.empty()) {
        throw Failure("no pack was found to search in", "name a folder with '--pack DIR'; 'unknot paths' shows where packs are looked for");
    }
    return SearchIndex(indexes);
}

bool may_leave(const Session& session, const std::string& text)
{
    if (session.options.offline || session.configuration.remote.empty()) {
        return false;
    }
    if (!find_secrets(text).empty()) {
        warn("no search server is asked: the query looks like a secret", "search for what it is called, not for the secret itself");
        return false;
    }
    return true;
}

void add_servers(std::vector<PackIndex>& indexes, const Session& session)
{
    Problems warnings;
    for (const ServerAddress& address : session.configuration.remote) {
        if (auto index = PackIndex::open_remote(address, warnings)) {
            indexes.push_back(std::move(*index));
        }
    }
    report(warnings);
}

} // namespace

SearchIndex open_search(const Session& session)
{
    return joined(local_indexes(session));
}

SearchResult search_everywhere(const Session& session, const std::string& text, const SearchRequest& request)
{
    if (!may_leave(session, text)) {
        return open_search(session).search(request);
    }
    SearchResult result;
    {
        std::vector<PackIndex> indexes = local_indexes(session);
        add_servers(indexes, session);
        result = joined(indexes).search(request);
    }
    std::signal(SIGPIPE, SIG_DFL); // ignored while there were connections; `unknot search … | head` is to end quietly
    report(result.warnings);
    return result;
}

std::vector<std::string> search_languages(const Session& session)
{
    std::vector<std::string> languages = {session.language};
    for (const auto& pack : session.packs()) {
        for (const auto& language : pack.info().languages) {
            if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
                languages.push_back(language);
            }
        }
    }
    return languages;
}

namespace {

// The bytes from `begin` to `end` of a snippet, the marks that fall into them in bold.
std::string marked(const std::string& snippet, const std::vector<MarkSpan>& marks, std::size_t begin, std::size_t end)
{
    std::string text;
    for (const auto& mark : marks) {
        const std::size_t first = std::clamp(mark.first, begin, end);
        const std::size_t last = std::clamp(mark.second, begin, end);
        if (first < last) {
            text += snippet.substr(begin, first - begin) + strong(snippet.substr(first, last - first));
            begin = last;
        }
    }
    return text + snippet.substr(begin, end - begin);
}

} // namespace

std::vector<std::string> marked_lines(const std::string& snippet, const std::vector<MarkSpan>& marks, int width)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (const auto& line : wrapped(snippet, width)) {
        const auto found = snippet.find(line, at);
        if (found == std::string::npos) {
            lines.push_back(line);
            continue;
        }
        at = found + line.size();
        lines.push_back(marked(snippet, marks, found, at));
    }
    return lines;
}

std::string without_secrets(const std::string& text)
{
    return find_secrets(text).empty() ? text : Redactor().redact(text).text;
}

void require_words(const std::string& text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw Failure("expected words to look for, found none");
    }
}

} // namespace unknot
