// SPDX-License-Identifier: GPL-3.0-or-later
#include "searching.hpp"

#include "language.hpp"
#include "terminal.hpp"
#include "unknot/pack_index.hpp"
#include "voice.hpp"

#include <algorithm>

namespace unknot {

SearchIndex open_search(const Session& session)
{
    std::vector<PackIndex> indexes;
    for (const auto& pack : session.packs()) {
        if (terminal().output_is_terminal && !session.options.json && !is_indexed(pack, session.locations.cache)) {
            note(_("making the search index, once"));
        }
        Problems problems;
        indexes.push_back(index_for_pack(pack, session.locations.cache, problems));
        report(problems);
    }
    if (indexes.empty()) {
        throw Failure("no pack was found to search in", "name a folder with '--pack DIR'; 'unknot paths' shows where packs are looked for");
    }
    return SearchIndex(indexes);
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

std::string marked(const std::string& snippet, const std::vector<MarkSpan>& marks)
{
    std::string text;
    std::size_t at = 0;
    for (const auto& mark : marks) {
        text += snippet.substr(at, mark.first - at) + strong(snippet.substr(mark.first, mark.second - mark.first));
        at = mark.second;
    }
    return text + snippet.substr(at);
}

void require_words(const std::string& text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw Failure("expected words to look for, found none");
    }
}

} // namespace unknot
