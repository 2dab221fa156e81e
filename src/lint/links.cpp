// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever names another part of the pack, in every language: it must be there. And raw HTML, which no terminal shows.
#include "lint/material.hpp"

#include "lint/texts.hpp"
#include "unknot/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace unknot {

namespace {

class LinkCheck {
public:
    LinkCheck(const Material& material, Report& report) : material_(material), pack_(material.pack), report_(report) {}

    void tree(const Tree& tree)
    {
        for (const auto& topic : tree.topics) {
            this->topic(topic, tree.file);
        }
        for (const auto& use : texts_of(tree)) {
            if (use.role == TextRole::example) {
                continue; // what a person may type is no Markdown
            }
            for (const auto& wording : wordings(*use.text, tree.source_language)) {
                markdown(*wording.text, *wording.place, 0);
            }
        }
        for (const auto& node : tree.nodes) {
            this->node(node);
        }
    }

    void article(const Article& article)
    {
        for (const auto& topic : article.topics) {
            this->topic(topic, article.file);
        }
        for (const auto& tree : article.trees) {
            if (!pack_.has_tree(tree)) {
                broken(report_.place_of(article.file, "trees", tree), "tree", tree);
            }
        }
        markdown(article.body, {article.file, article.lines_before_body, 1}, article.lines_before_body);
    }

private:
    void broken(const Place& place, std::string_view kind, std::string_view id)
    {
        const std::string hint = kind == "provider" ? std::string("the pack's providers are the files in 'providers'") : fmt::format("'unknot list {}s' shows all", kind);
        report_.error(place, "broken-link", fmt::format("this pack has no {} named '{}'", kind, id), hint);
    }

    void topic(const std::string& topic, const std::string& file)
    {
        const auto& topics = pack_.info().topics;
        if (topics.find(topic) == topics.end()) {
            report_.error(report_.place_of(file, "topics", topic), "broken-link", fmt::format("pack.yaml has no topic '{}'", topic),
                "add it to 'topics' in pack.yaml");
        }
    }

    // `lines_before` counts the lines of the file before the text; 0 where the text's place is all that is known.
    void markdown(const std::string& text, const Place& place, int lines_before)
    {
        const auto findings = inspect_markdown(text);
        const auto place_in_text = [&](int line) { return lines_before > 0 && line > 0 ? Place{place.file, lines_before + line, 1} : place; };
        if (findings.raw_html) {
            report_.error(place_in_text(findings.raw_html_line), "raw-html", "expected Markdown, found raw HTML",
                "write it as Markdown; a '<' that is meant as such is '\\<'");
        }
        for (const auto& found : findings.links) {
            link(found.target, place_in_text(found.line));
        }
    }

    void link(std::string_view target, const Place& place)
    {
        const auto colon = target.find(':');
        const auto kind = target.substr(0, colon);
        const auto id = colon == std::string_view::npos ? std::string_view() : target.substr(colon + 1);
        if (kind == "article" || kind == "tree" || kind == "provider") {
            const bool there = kind == "article" ? pack_.has_article(id) : kind == "tree" ? pack_.has_tree(id) : pack_.has_provider(id);
            if (!there) {
                broken(place, kind, id);
            }
        } else if (kind != "https" && kind != "http" && kind != "mailto" && kind != "tel") {
            report_.error(place, "bad-link",
                fmt::format("expected a link to https:, mailto:, tel:, article:, tree: or provider:, found '{}'", target), "write the whole address");
        }
    }

    void node(const Node& node)
    {
        for (const auto& article : node.articles) {
            if (!pack_.has_article(article.id)) {
                broken(article.place, "article", article.id);
            }
        }
        if (node.probe && !node.probe->article.empty() && !pack_.has_article(node.probe->article)) {
            broken(node.probe->place, "article", node.probe->article);
        }
        if (node.handoff) {
            channel(*node.handoff);
        }
    }

    void channel(const HandOff& handoff)
    {
        const auto slash = handoff.channel.find('/');
        if (slash == std::string::npos) {
            return;
        }
        const auto provider = handoff.channel.substr(0, slash);
        const auto found =
            std::find_if(material_.providers.begin(), material_.providers.end(), [&](const Provider& candidate) { return candidate.id == provider; });
        if (found == material_.providers.end()) {
            broken(handoff.place, "provider", provider);
            return;
        }
        const auto wanted = handoff.channel.substr(slash + 1);
        const bool there =
            std::any_of(found->channels.begin(), found->channels.end(), [&](const Channel& candidate) { return candidate.id == wanted; });
        if (!there) {
            report_.error(handoff.place, "broken-link", fmt::format("the provider '{}' has no channel '{}'", provider, wanted),
                fmt::format("add it to 'channels' in {}", found->file));
        }
    }

    const Material& material_;
    const Pack& pack_;
    Report& report_;
};

using Ids = std::set<std::string, std::less<>>;

void collect_article_links(const Tree& tree, Ids& linked)
{
    for (const auto& node : tree.nodes) {
        for (const auto& article : node.articles) {
            linked.insert(article.id);
        }
        if (node.probe) {
            linked.insert(node.probe->article);
        }
    }
    constexpr std::string_view scheme = "article:";
    for (const auto& use : texts_of(tree)) {
        for (const auto& wording : wordings(*use.text, tree.source_language)) {
            for (const auto& link : inspect_markdown(*wording.text).links) {
                if (link.target.starts_with(scheme)) {
                    linked.insert(link.target.substr(scheme.size()));
                }
            }
        }
    }
}

// An article is found by search without a link, but nobody who walks a tree will ever meet it.
void check_orphans(const Material& material, Report& report)
{
    Ids linked;
    for (const auto& forest : material.forests) {
        collect_article_links(material.tree(forest), linked);
    }
    for (const auto& article : material.articles) {
        if (!article.trees.empty()) {
            linked.insert(article.id);
        }
    }
    Ids reported;
    for (const auto& article : material.articles) {
        if (linked.find(article.id) == linked.end() && reported.insert(article.id).second) {
            report.warning(article.place, "article-orphan", fmt::format("no tree links to the article '{}', and it names no tree", article.id),
                "name the trees that it belongs to: trees: [ID]");
        }
    }
}

} // namespace

void check_links(const Material& material, Report& report)
{
    LinkCheck check(material, report);
    for (const auto& forest : material.forests) {
        check.tree(material.tree(forest));
    }
    for (const auto& article : material.articles) {
        check.article(article);
    }
    if (material.all_trees) {
        check_orphans(material, report);
    }
}

} // namespace unknot
