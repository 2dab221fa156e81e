// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats_counts.hpp"

#include "exports.hpp"
#include "recording.hpp"
#include "stats_exports.hpp"
#include "unknot/display.hpp"
#include "unknot/redactor.hpp"
#include "unknot/usage_ledger.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>

namespace unknot {

namespace {

constexpr std::string_view tree_about_leaving = "leave-wallet";
constexpr double reading_window = 24 * 60 * 60;   // seconds before a case in which reading counts as trying to help oneself

// One case in two exports counts once, as it was last.
using CaseKey = std::tuple<std::string, std::string, std::int64_t, std::string>;
using Cases = std::map<CaseKey, CaseRecord>;

void keep_latest(Cases& cases, CaseRecord record, const StatsCommand& command)
{
    const CaseHead& head = record.head;
    const bool wanted = (command.tree.empty() || head.tree == command.tree) && head.started >= command.since;
    if (!wanted) {
        return;
    }
    const CaseKey key{head.pack, head.tree, head.id, head.started};
    const auto found = cases.find(key);
    if (found == cases.end() || found->second.head.updated < head.updated) {
        cases.insert_or_assign(key, std::move(record));
    }
}

bool counts_here(const StatsCommand& command)
{
    return command.files.empty() || command.here;
}

Cases collected(const StatsCommand& command, const Session& session)
{
    Cases cases;
    if (counts_here(command)) {
        const CaseStore store = open_records(session);
        for (const CaseHead& head : store.list()) {
            if (auto record = store.find(head.id)) {
                keep_latest(cases, std::move(*record), command);
            }
        }
    }
    const auto take = [&](const Json& document) {
        auto record = read_case_document(document);
        const bool fits = record.has_value();
        if (fits) {
            keep_latest(cases, std::move(*record), command);
        }
        return fits;
    };
    for (const std::string& file : command.files) {
        each_document(file, take, "cases as 'unknot case export' writes them", "unknot case export");
    }
    return cases;
}

// The trees of the cases, each read once.
class Forests {
public:
    explicit Forests(const Session& session) : session_(session) {}

    const Forest* of(const CaseHead& head)
    {
        auto& kept = forests_[{head.pack, head.tree}];
        if (!kept) {
            kept = std::make_unique<std::optional<Forest>>(read(head));
        }
        return *kept ? &**kept : nullptr;
    }

private:
    std::optional<Forest> read(const CaseHead& head) const
    {
        for (const Pack& pack : session_.packs()) {
            if (pack.info().id == head.pack && pack.has_tree(head.tree)) {
                Problems problems;
                auto forest = pack.forest(head.tree, {session_.language_of(pack)}, problems);
                report(forest ? Problems() : problems);
                return forest;
            }
        }
        warn(fmt::format("no tree named '{}' in a pack '{}': where its open cases stand is not counted", head.tree, head.pack),
            "name the pack's folder with '--pack DIR'");
        return std::nullopt;
    }

    const Session& session_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<std::optional<Forest>>> forests_;
};

std::string label_of(const Forest* forest, const std::string& value, const std::string& language)
{
    if (forest != nullptr) {
        const Tree& root = forest->tree(forest->root);
        const Option* option = root.at(root.start).option(value);
        if (option != nullptr && !option->label.empty()) {
            return option->label.in(language);
        }
    }
    return Redactor().redact(value).text;
}

std::vector<LeavingReason> reasons_in(const std::vector<TreeCount>& trees, Forests& forests, const std::string& language)
{
    std::vector<LeavingReason> reasons;
    for (const TreeCount& tree : trees) {
        if (tree.tree != tree_about_leaving) {
            continue;
        }
        CaseHead head;
        head.pack = tree.pack;
        head.tree = tree.tree;
        for (const auto& answer : tree.first_answers) {
            reasons.push_back({Redactor().redact(answer.first).text, label_of(forests.of(head), answer.first, language), answer.second});
        }
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const LeavingReason& a, const LeavingReason& b) { return a.count > b.count; });
    return reasons;
}

std::vector<LeftAt> left_in(const std::vector<TreeCount>& trees)
{
    std::vector<LeftAt> left;
    for (const TreeCount& tree : trees) {
        for (const NodeCount& node : tree.nodes) {
            if (node.left_here > 0) {
                left.push_back({tree.tree, node.node, node.left_here});
            }
        }
    }
    std::stable_sort(left.begin(), left.end(), [](const LeftAt& a, const LeftAt& b) { return a.count > b.count; });
    return left;
}

// Whether an article was read from a day before the case's beginning to its end.
bool belongs(const ShownArticle& reading, const CaseHead& head)
{
    if (const auto before = seconds_between(reading.at, head.started)) {
        return *before <= reading_window;
    }
    return seconds_between(reading.at, head.updated).has_value();
}

bool was_handed_over(const CaseRecord& record)
{
    const auto handed = [](const Event& event) { return event.kind == EventKind::handoff; };
    return record.head.outcome == name(OutcomeClass::escalate) || std::any_of(record.events.begin(), record.events.end(), handed);
}

ReadBefore read_before(const Cases& cases, const std::vector<ShownArticle>& readings)
{
    ReadBefore read;
    std::map<std::string, std::size_t> articles;
    for (const auto& entry : cases) {
        const CaseHead& head = entry.second.head;
        if (!was_handed_over(entry.second)) {
            continue;
        }
        std::set<std::string> ids;
        for (const ShownArticle& reading : readings) {
            if (belongs(reading, head)) {
                ids.insert(reading.article);
            }
        }
        ++read.handed_over;
        read.after_reading += ids.empty() ? 0U : 1U;
        for (const std::string& id : ids) {
            ++articles[id];
        }
    }
    read.articles.assign(articles.begin(), articles.end());
    std::stable_sort(read.articles.begin(), read.articles.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return read;
}

std::vector<MissedWords> missed_in(const std::vector<MissedSearch>& searches, const std::string& since)
{
    std::map<std::string, MissedWords> found;
    for (const MissedSearch& search : searches) {
        if (search.at < since) {
            continue;
        }
        MissedWords& words = found[fold_case(search.query)];
        words.query = words.query.empty() ? search.query : words.query;
        words.last = search.at;
        ++words.count;
    }
    std::vector<MissedWords> missed;
    for (auto& entry : found) {
        missed.push_back(std::move(entry.second));
    }
    std::stable_sort(missed.begin(), missed.end(), [](const MissedWords& a, const MissedWords& b) { return a.count > b.count; });
    return missed;
}

} // namespace

Counts count_cases(const StatsCommand& command, const Session& session)
{
    const Cases cases = collected(command, session);
    Forests forests(session);
    CaseReport report(session.today());
    for (const auto& entry : cases) {
        report.add(entry.second, forests.of(entry.second.head));
    }
    Counts counts;
    counts.cases = cases.size();
    counts.trees = report.trees();
    counts.reasons = reasons_in(counts.trees, forests, session.language);
    counts.left = left_in(counts.trees);
    if (counts_here(command)) {
        const UsageLedger ledger(records_folder(session));
        counts.read = read_before(cases, ledger.readings());
        counts.missed = missed_in(ledger.missed_searches(), command.since);
    }
    return counts;
}

} // namespace unknot
