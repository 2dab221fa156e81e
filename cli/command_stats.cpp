// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot stats`: how cases end and where people leave.
#include "commands.hpp"
#include "json.hpp"
#include "label.hpp"
#include "language.hpp"
#include "paragraph.hpp"
#include "stats_counts.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace unknot {

namespace {

constexpr std::size_t few = 10;        // rows of a list on a terminal
constexpr int bar_columns = 12;
constexpr int deepest_indent = 8;
constexpr int widest_node = 44;
constexpr int narrowest_node = 20;
constexpr int beside_a_node = 34; // columns: how many, the bar, and the time

Json or_null(const std::optional<double>& value)
{
    return value ? Json(std::round(*value * 10) / 10) : Json(nullptr);
}

Json node_json(const NodeCount& node)
{
    return {{"node", node.node}, {"depth", node.depth}, {"seen", node.seen}, {"left_here", node.left_here}, {"answered", node.answered},
        {"unknown", node.unknown}, {"median_seconds", or_null(node.median_seconds)}};
}

Json tree_json(const TreeCount& tree)
{
    Json nodes = Json::array();
    for (const NodeCount& node : tree.nodes) {
        nodes.push_back(node_json(node));
    }
    return {{"tree", tree.tree}, {"pack", tree.pack}, {"cases", tree.cases}, {"resolved", tree.resolved}, {"workaround", tree.workaround},
        {"unresolved", tree.unresolved}, {"escalated", tree.escalated}, {"danger", tree.danger}, {"abandoned", tree.abandoned},
        {"median_seconds", or_null(tree.median_seconds)}, {"nodes", nodes}};
}

Json read_json(const std::optional<ReadBefore>& read)
{
    if (!read) {
        return nullptr;
    }
    Json articles = Json::array();
    for (const auto& article : read->articles) {
        articles.push_back({{"article", article.first}, {"cases", article.second}});
    }
    return {{"handed_over", read->handed_over}, {"after_reading", read->after_reading}, {"articles", articles}};
}

Json document(const Counts& counts)
{
    Json trees = Json::array();
    for (const TreeCount& tree : counts.trees) {
        trees.push_back(tree_json(tree));
    }
    Json reasons = Json::array();
    for (const LeavingReason& reason : counts.reasons) {
        reasons.push_back({{"reason", reason.value}, {"label", reason.label}, {"count", reason.count}});
    }
    Json left = Json::array();
    for (const LeftAt& at : counts.left) {
        left.push_back({{"tree", at.tree}, {"node", at.node}, {"count", at.count}});
    }
    Json missed = Json::array();
    for (const MissedWords& words : counts.missed) {
        missed.push_back({{"query", words.query}, {"count", words.count}, {"last", words.last}});
    }
    return {{"schema", "unknot.stats/1"}, {"cases", counts.cases}, {"by_tree", trees}, {"reasons", reasons}, {"left", left},
        {"read_before", read_json(counts.read)}, {"missed_searches", missed}};
}

std::string duration_text(double seconds)
{
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    if (seconds < 2 * minute) {
        return fmt::format("{:.0f} s", seconds);
    }
    if (seconds < 2 * hour) {
        return fmt::format("{:.0f} min", seconds / minute);
    }
    return seconds < 2 * day ? fmt::format("{:.0f} h", seconds / hour) : fmt::format("{:.0f} d", seconds / day);
}

std::string bar(std::size_t value, std::size_t most)
{
    std::string drawn;
    const auto length = (value * bar_columns + most - 1) / std::max<std::size_t>(most, 1);
    for (std::size_t i = 0; i < bar_columns; ++i) {
        drawn += i < length ? "█" : " ";
    }
    return drawn;
}

std::string in_column(const std::string& text)
{
    const int columns = std::clamp(terminal().width - beside_a_node, narrowest_node, widest_node);
    return padded(text, columns);
}

std::string outcomes_text(const TreeCount& tree)
{
    const std::pair<std::size_t, const char*> parts[] = {{tree.resolved, _("{} solved")}, {tree.workaround, _("{} worked round")},
        {tree.unresolved, _("{} not solved")}, {tree.escalated, _("{} to a human")}, {tree.danger, _("{} stopped")}, {tree.abandoned, _("{} left")}};
    std::string text;
    for (const auto& part : parts) {
        if (part.first > 0) {
            text += (text.empty() ? "" : ", ") + filled(part.second, {std::to_string(part.first)});
        }
    }
    return text;
}

void print_node(const NodeCount& node, std::size_t most)
{
    const std::string indent(static_cast<std::size_t>(2 * std::min(node.depth, deepest_indent)), ' ');
    std::string line = fmt::format("  {} {:>5} {}", in_column(indent + node.node), node.seen, bar(node.seen, most));
    if (node.left_here > 0) {
        line += "  " + strong(filled(_("{} left here"), {std::to_string(node.left_here)}));
    }
    if (node.median_seconds) {
        line += "  " + duration_text(*node.median_seconds);
    }
    if (node.unknown > 0) {
        line +=
            "  "
            + filled(_("{} % don't know"), {fmt::format("{:.0f}", 100.0 * static_cast<double>(node.unknown) / static_cast<double>(node.answered))});
    }
    line.erase(line.find_last_not_of(' ') + 1);
    print_line(line);
}

void print_tree(const TreeCount& tree)
{
    print_line();
    print_line(
        strong(tree.tree) + "  " + labelled(filled(plural("{} case", "{} cases", tree.cases), {std::to_string(tree.cases)}), outcomes_text(tree)));
    if (tree.median_seconds) {
        print_line("  " + filled(_("median time to an end: {}"), {duration_text(*tree.median_seconds)}));
    }
    for (const NodeCount& node : tree.nodes) {
        print_node(node, tree.cases);
    }
}

void print_heading(const char* heading)
{
    print_line();
    print_line(strong(heading));
}

void print_leaving(const Counts& counts)
{
    if (!counts.reasons.empty()) {
        print_heading(_("Why people want to leave"));
    }
    for (const LeavingReason& reason : counts.reasons) {
        print_line(fmt::format("  {:>5}  {}", reason.count, reason.label));
    }
    if (!counts.left.empty()) {
        print_heading(_("Where walks were left"));
    }
    for (std::size_t i = 0; i < std::min(counts.left.size(), few); ++i) {
        print_line(fmt::format("  {:>5}  {}: {}", counts.left[i].count, counts.left[i].tree, counts.left[i].node));
    }
}

void print_read(const Counts& counts)
{
    if (!counts.read || counts.read->handed_over == 0) {
        return;
    }
    print_heading(_("Read before a human took over"));
    print_line("  " + filled(_("{} of {} cases"), {std::to_string(counts.read->after_reading), std::to_string(counts.read->handed_over)}));
    for (std::size_t i = 0; i < std::min(counts.read->articles.size(), few); ++i) {
        print_line(fmt::format("  {:>5}  {}", counts.read->articles[i].second, counts.read->articles[i].first));
    }
}

void print_missed(const Counts& counts)
{
    if (counts.missed.empty()) {
        return;
    }
    print_heading(_("Searches that found nothing"));
    for (std::size_t i = 0; i < std::min(counts.missed.size(), few); ++i) {
        print_line(fmt::format("  {:>5}  {}", counts.missed[i].count, counts.missed[i].query));
    }
}

} // namespace

ExitStatus stats(const StatsCommand& command, const Session& session)
{
    const Counts counts = count_cases(command, session);
    if (session.options.json) {
        print_json(document(counts));
    } else {
        print_line(counts.cases == 0 ? std::string(_("No cases yet."))
                                     : filled(plural("{} case", "{} cases", counts.cases), {std::to_string(counts.cases)}));
        std::for_each(counts.trees.begin(), counts.trees.end(), print_tree);
        print_leaving(counts);
        print_read(counts);
        print_missed(counts);
    }
    return counts.cases == 0 ? ExitStatus::no : ExitStatus::yes;
}

} // namespace unknot
