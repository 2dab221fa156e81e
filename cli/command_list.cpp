// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot list`: trees, articles and topics of all packs.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "terminal.hpp"
#include "unknot/display.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace unknot {

namespace {

struct Row {
    std::string id;
    std::string pack;
    std::string title;
    std::string summary;
    std::vector<std::string> topics;
    std::vector<std::string> languages;
};

struct Listing {
    std::vector<Row> trees;
    std::vector<Row> articles;
    std::vector<Row> topics;
    Problems problems;
};

void add_trees(const Session& session, const Pack& pack, Listing& listing)
{
    const std::string language = session.language_of(pack);
    for (const auto& id : pack.tree_ids()) {
        const auto tree = pack.tree(id, pack.info().languages, listing.problems);
        if (!tree) {
            continue;
        }
        Row row{id, pack.info().id, tree->title.in(language), tree->summary.in(language), tree->topics, {}};
        for (const auto& spoken : pack.info().languages) {
            if (spoken == tree->source_language || tree->title.has(spoken)) {
                row.languages.push_back(spoken);
            }
        }
        listing.trees.push_back(std::move(row));
    }
}

void add_articles(const Session& session, const Pack& pack, Listing& listing)
{
    std::map<std::string, std::vector<std::string>> languages;
    for (const auto& name : pack.article_names()) {
        languages[name.id].push_back(name.language);
    }
    for (const auto& entry : languages) {
        const std::string wish = session.language_of(pack);
        const bool has_wish = std::find(entry.second.begin(), entry.second.end(), wish) != entry.second.end();
        const auto article = pack.article(entry.first, has_wish ? wish : entry.second.front(), listing.problems);
        if (article) {
            listing.articles.push_back({entry.first, pack.info().id, article->title, article->summary, article->topics, entry.second});
        }
    }
}

void add_topics(const Session& session, const Pack& pack, Listing& listing)
{
    for (const auto& topic : pack.info().topics) {
        listing.topics.push_back({topic.first, pack.info().id, topic.second.in(session.language_of(pack)), {}, {}, {}});
    }
}

long count_in(const std::vector<Row>& rows, const Row& topic)
{
    return std::count_if(rows.begin(), rows.end(),
        [&](const Row& row) { return row.pack == topic.pack && std::find(row.topics.begin(), row.topics.end(), topic.id) != row.topics.end(); });
}

Json rows_json(const std::vector<Row>& rows)
{
    Json list = Json::array();
    for (const auto& row : rows) {
        list.push_back({{"id", row.id}, {"pack", row.pack}, {"title", row.title}, {"summary", row.summary}, {"topics", row.topics}, {"languages", row.languages}});
    }
    return list;
}

Json document(const Listing& listing, const ListCommand& command)
{
    const auto wanted = [&](const char* what) { return command.what.empty() || command.what == what; };
    Json topics = Json::array();
    for (const auto& topic : listing.topics) {
        topics.push_back({{"id", topic.id}, {"pack", topic.pack}, {"title", topic.title}, {"trees", count_in(listing.trees, topic)}, {"articles", count_in(listing.articles, topic)}});
    }
    return {{"schema", "unknot.list/1"}, {"trees", wanted("trees") ? rows_json(listing.trees) : Json::array()},
        {"articles", wanted("articles") ? rows_json(listing.articles) : Json::array()}, {"topics", wanted("topics") ? topics : Json::array()}};
}

void print_rows(const char* heading, const std::vector<Row>& rows, const ListCommand& command)
{
    if (command.ids || command.zero) {
        for (const auto& row : rows) {
            command.zero ? print_raw(row.id + '\0') : print_line(row.id);
        }
        return;
    }
    if (rows.empty()) {
        return;
    }
    int width = 0;
    for (const auto& row : rows) {
        width = std::max(width, display_width(row.id));
    }
    print_line(strong(heading));
    for (const auto& row : rows) {
        print_entry(fmt::format("  {:<{}}  ", row.id, width), row.title, TitleStyle::plain);
    }
}

} // namespace

ExitStatus list(const ListCommand& command, const Session& session)
{
    const auto wanted = [&](const char* what) { return command.what.empty() || command.what == what; };
    Listing listing;
    for (const auto& pack : session.packs()) {
        add_topics(session, pack, listing);
        if (wanted("trees") || (command.what == "topics" && session.options.json)) {
            add_trees(session, pack, listing);
        }
        if (wanted("articles") || (command.what == "topics" && session.options.json)) {
            add_articles(session, pack, listing);
        }
    }
    report(listing.problems);
    if (session.options.json) {
        print_json(document(listing, command));
    } else {
        if (wanted("trees")) {
            print_rows(_("Trees"), listing.trees, command);
        }
        if (wanted("articles")) {
            print_rows(_("Articles"), listing.articles, command);
        }
        if (wanted("topics")) {
            print_rows(_("Topics"), listing.topics, command);
        }
    }
    const bool nothing = listing.trees.empty() && listing.articles.empty() && listing.topics.empty();
    return nothing ? ExitStatus::no : ExitStatus::yes;
}

} // namespace unknot
