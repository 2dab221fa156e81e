// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot show`: an article, a tree as an outline, or a provider, rendered; or its source.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "named.hpp"
#include "outline.hpp"
#include "recording.hpp"
#include "terminal.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

// The language of the person, the pack's source language, or whatever there is.
std::string article_language(const Session& session, const Named& found)
{
    std::vector<std::string> languages = {session.language_of(*found.pack), found.pack->info().source_language};
    for (const auto& name : found.pack->article_names()) {
        if (name.id == found.id) {
            languages.push_back(name.language);
        }
    }
    const auto there = std::find_if(languages.begin(), languages.end(), [&](const std::string& language) {
        Problems ignored;
        return found.pack->read(fmt::format("articles/{}.{}.md", found.id, language), ignored).has_value();
    });
    return *there;
}

std::string source_file(const Session& session, const Named& found)
{
    if (found.kind == "article") {
        return fmt::format("articles/{}.{}.md", found.id, article_language(session, found));
    }
    return fmt::format("{}s/{}.yaml", found.kind, found.id);
}

[[noreturn]] void refuse_broken(const Problems& problems)
{
    throw Failure(problems.empty() ? Problem{Severity::error, "broken", "cannot be read", std::nullopt, {}, {}} : problems.front());
}

Sheet read_sheet(const Session& session, const Named& found)
{
    Problems problems;
    const std::string language = found.kind == "article" ? article_language(session, found) : session.language_of(*found.pack);
    if (found.kind == "article") {
        if (const auto article = found.pack->article(found.id, language, problems)) {
            return article_sheet(*article);
        }
    } else if (found.kind == "tree") {
        if (const auto tree = found.pack->tree(found.id, {language}, problems)) {
            return tree_sheet(*tree, language);
        }
    } else if (const auto provider = found.pack->provider(found.id, problems)) {
        return provider_sheet(*provider, language);
    }
    refuse_broken(problems);
}

Json links_json(const std::string& body)
{
    Json links = Json::array();
    for (const auto& link : inspect_markdown(body).links) {
        links.push_back(link.target);
    }
    return links;
}

} // namespace

ExitStatus show(const ShowCommand& command, const Session& session)
{
    const Named found = find_named(session, command.id);
    if (command.rendering == Rendering::source) {
        Problems problems;
        const auto source = found.pack->read(source_file(session, found), problems);
        if (!source) {
            refuse_broken(problems);
        }
        print(source->text);
        return ExitStatus::yes;
    }
    const Sheet sheet = read_sheet(session, found);
    if (found.kind == "article" && !command.no_record && !session.options.json) {
        note_reading(session, found.pack->info().id, found.id);
    }
    if (session.options.json) {
        const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
        print_json({{"schema", "unknot.show/1"}, {"kind", found.kind}, {"id", found.id}, {"pack", found.pack->info().id}, {"lang", sheet.language}, {"title", sheet.title},
            {"summary", or_null(sheet.summary)}, {"body", sheet.body}, {"topics", sheet.topics}, {"reviewed", or_null(sheet.reviewed)}, {"sources", sheet.sources},
            {"links", links_json(sheet.body)}});
        return ExitStatus::yes;
    }
    page(render_markdown(sheet_markdown(sheet), terminal().width, terminal().styling));
    return ExitStatus::yes;
}

} // namespace unknot
