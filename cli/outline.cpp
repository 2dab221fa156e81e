// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline.hpp"

#include "language.hpp"
#include "unknot/graph.hpp"

#include <fmt/format.h>

#include <string_view>

namespace unknot {

namespace {

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos) {
            result += '\\';
        }
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

std::string target_name(const Target& target)
{
    return target.leaves() ? '@' + target.tree : target.node;
}

std::string edge_line(const Node& node, const Edge& edge, const std::string& language)
{
    const Option* option = node.option(edge.name);
    const bool labelled = option != nullptr && !option->label.empty();
    const std::string label = edge.branch != nullptr && edge.branch->when ? edge.branch->when->text() : labelled ? option->label.in(language) : edge.name;
    const std::string target = edge.to == nullptr ? "…" : target_name(*edge.to);
    return fmt::format("   - {} → {}\n", escaped(label), escaped(target));
}

std::string node_lines(const Node& node, const std::string& language)
{
    std::string text = node.text.in(language);
    if (text.empty() && !node.steps.empty()) {
        text = node.steps.front().in(language);
    }
    const std::string what = node.kind == NodeKind::end ? fmt::format("{}: {}", name(node.kind), name(node.outcome)) : std::string(name(node.kind));
    std::string lines = fmt::format("- **{}** ({}) {}\n", escaped(node.id), what, escaped(text.substr(0, text.find('\n'))));
    for (const auto& edge : edges_of(node)) {
        lines += edge_line(node, edge, language);
    }
    return lines;
}

void add_list(std::string& body, const char* heading, const std::vector<std::string>& items)
{
    if (items.empty()) {
        return;
    }
    body += fmt::format("\n**{}**\n\n", heading);
    for (const auto& item : items) {
        body += fmt::format("- {}\n", escaped(item));
    }
}

std::string channel_line(const Channel& channel)
{
    std::string line = fmt::format("{}: {}", channel.type, channel.to);
    if (!channel.hours.empty()) {
        line += fmt::format(" ({} {})", channel.hours, channel.timezone);
    }
    return line;
}

} // namespace

Sheet article_sheet(const Article& article)
{
    return {article.language, article.title, article.summary, article.body, article.topics, article.reviewed, article.sources};
}

Sheet tree_sheet(const Tree& tree, const std::string& language)
{
    std::string body;
    for (const auto& node : tree.nodes) {
        body += node_lines(node, language);
    }
    return {language, tree.title.in(language), tree.summary.in(language), body, tree.topics, tree.reviewed, tree.sources};
}

Sheet provider_sheet(const Provider& provider, const std::string& language)
{
    std::string body;
    add_list(body, _("Official domains"), provider.domains);
    add_list(body, _("Official hosts"), provider.hosts);
    add_list(body, _("Official e-mail addresses"), provider.emails);
    add_list(body, _("Official telephone numbers"), provider.phones);
    std::vector<std::string> lines;
    for (const auto& channel : provider.channels) {
        lines.push_back(channel_line(channel));
    }
    add_list(body, _("How to reach them"), lines);
    lines.clear();
    for (const auto& sentence : provider.never) {
        lines.push_back(sentence.in(language));
    }
    add_list(body, _("What they never do"), lines);
    return {language, provider.name.in(language), provider.kind, body, {}, provider.reviewed, provider.sources};
}

std::string sheet_markdown(const Sheet& sheet)
{
    std::string text = fmt::format("# {}\n\n", escaped(sheet.title));
    if (!sheet.summary.empty()) {
        text += fmt::format("{}\n\n", sheet.summary);
    }
    text += sheet.body + "\n\n";
    if (!sheet.reviewed.empty()) {
        text += filled(_("Reviewed {}."), {sheet.reviewed}) + "\n\n";
    }
    for (const auto& source : sheet.sources) {
        text += fmt::format("- <{}>\n", source);
    }
    return text;
}

} // namespace unknot
