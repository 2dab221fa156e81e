// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot ask`: a problem in the person's own words -> the trees that solve it, and the articles. On a terminal it offers to start one.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "prompt.hpp"
#include "recording.hpp"
#include "searching.hpp"
#include "terminal.hpp"
#include "unknot/routing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace unknot {

namespace {

constexpr int default_limit = 5;
constexpr double near_the_best = 0.65; // scripts get them all; a person who is well understood need not read the rest

Json tree_json(const RoutedTree& tree)
{
    return {{"id", tree.id}, {"pack", tree.pack}, {"title", tree.title}, {"score", tree.score}, {"because", tree.because}};
}

Json article_json(const RoutedArticle& article)
{
    return {{"id", article.id}, {"pack", article.pack}, {"lang", article.language}, {"title", article.title}, {"score", article.score}, {"snippet", article.snippet}};
}

Json document(const AskCommand& command, const Routing& routing)
{
    Json trees = Json::array();
    for (const auto& tree : routing.trees) {
        trees.push_back(tree_json(tree));
    }
    Json articles = Json::array();
    for (const auto& article : routing.articles) {
        articles.push_back(article_json(article));
    }
    return {{"schema", "unknot.ask/1"}, {"query", without_secrets(command.text)}, {"languages", routing.languages}, {"match", name(routing.match)}, {"trees", trees}, {"articles", articles}};
}

void leave_out_the_rest(Routing& routing)
{
    const auto is_far = [&](const RoutedTree& tree) { return tree.score < routing.trees.front().score * near_the_best; };
    if (routing.match == Match::strong) {
        routing.trees.erase(std::find_if(routing.trees.begin(), routing.trees.end(), is_far), routing.trees.end());
    }
}

void print_articles(const Routing& routing)
{
    if (!routing.articles.empty()) {
        print_line(_("To read:"));
    }
    for (const auto& article : routing.articles) {
        print_entry("     ", article.title, TitleStyle::plain, "unknot show " + article.id);
    }
}

void print_routing(const Routing& routing)
{
    if (routing.match == Match::none) {
        print_line(_("Nothing here is about that. 'unknot list' shows what there is; 'unknot search WORDS' looks in every text."));
        print_articles(routing);
        return;
    }
    if (routing.match == Match::weak) {
        print_line(_("Perhaps one of these:"));
    }
    int number = 0;
    for (const auto& tree : routing.trees) {
        print_entry(fmt::format("{:>3}. ", ++number), tree.title, TitleStyle::strong, "unknot run " + tree.id);
        if (!tree.because.empty()) {
            print_line("     " + faint(filled(_("because of: {}"), {fmt::format("{}", fmt::join(tree.because, ", "))})));
        }
    }
    print_articles(routing);
}

// Which tree to start; nothing when the person would rather not.
const RoutedTree* chosen_tree(const Routing& routing)
{
    print_line();
    const auto line = read_line(_("Start which one? A number, or Enter to leave > "));
    std::size_t number = 0;
    if (!line || std::from_chars(line->data(), line->data() + line->size(), number).ec != std::errc() || number == 0 || number > routing.trees.size()) {
        return nullptr;
    }
    return &routing.trees[number - 1];
}

} // namespace

ExitStatus ask(const AskCommand& command, const Session& session)
{
    require_words(command.text);
    const auto limit = static_cast<std::size_t>(session.options.limit.value_or(default_limit));
    Routing routing = route(open_search(session), command.text, search_languages(session), limit);
    if (routing.match == Match::none && !command.no_record) {
        note_missed_search(session, command.text);
    }
    if (session.options.json) {
        print_json(document(command, routing));
        return routing.match == Match::none ? ExitStatus::no : ExitStatus::yes;
    }
    leave_out_the_rest(routing);
    print_routing(routing);
    if (routing.match == Match::none) {
        return ExitStatus::no;
    }
    const bool can_start = somebody_can_be_asked(session) && !routing.trees.empty();
    const RoutedTree* tree = can_start ? chosen_tree(routing) : nullptr;
    if (tree == nullptr) {
        return ExitStatus::yes;
    }
    RunCommand started;
    started.tree = tree->pack + '/' + tree->id;
    started.problem = command.text;
    return run(started, session);
}

} // namespace unknot
