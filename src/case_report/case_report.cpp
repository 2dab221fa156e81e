// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/case_report.hpp"

#include "case_report/outline_order.hpp"
#include "unknot/answer.hpp"
#include "unknot/renaming.hpp"
#include "unknot/statistics.hpp"
#include "unknot/walk.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string_view>
#include <utility>

namespace unknot {

namespace {

std::size_t& counter_of(TreeCount& count, const CaseHead& head)
{
    const auto outcome = head.state == CaseState::done ? outcome_class(head.outcome) : std::nullopt;
    if (!outcome) {
        return count.abandoned;
    }
    switch (*outcome) {
    case OutcomeClass::resolved: return count.resolved;
    case OutcomeClass::workaround: return count.workaround;
    case OutcomeClass::unresolved: return count.unresolved;
    case OutcomeClass::escalate: return count.escalated;
    case OutcomeClass::danger: return count.danger;
    }
    return count.abandoned;
}

bool was_answered(const Step& step)
{
    const bool given = step.from == StepOrigin::person || step.from == StepOrigin::file;
    return given && step.answer && asks_a_person(step.node->kind);
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int number = 0;
    const char* begin = text.data() + from;
    const auto read = std::from_chars(begin, begin + count, number);
    return read.ec == std::errc() && read.ptr == begin + count ? std::optional(number) : std::nullopt;
}

// "2026-11-21T22:40:03Z" as seconds since 1970.
std::optional<double> seconds_of(const std::string& time)
{
    namespace chrono = std::chrono;
    if (time.size() != 20) {
        return std::nullopt;
    }
    const auto year = digits(time, 0, 4);
    const auto month = digits(time, 5, 2);
    const auto day = digits(time, 8, 2);
    const auto hour = digits(time, 11, 2);
    const auto minute = digits(time, 14, 2);
    const auto second = digits(time, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second) {
        return std::nullopt;
    }
    const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)), chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    const auto days = chrono::sys_days(date).time_since_epoch().count();
    return static_cast<double>(days) * 86400.0 + *hour * 3600.0 + *minute * 60.0 + *second;
}

} // namespace

void CaseReport::add(const CaseRecord& record, const Forest* forest)
{
    const CaseHead& head = record.head;
    Group& group = groups_[{head.pack, head.tree}];
    group.count.pack = head.pack;
    group.count.tree = head.tree;
    ++group.count.cases;
    ++counter_of(group.count, head);
    if (const auto seconds = seconds_between(head.started, head.updated); seconds && head.state == CaseState::done) {
        group.seconds.push_back(*seconds);
    }
    if (forest != nullptr) {
        group.forest = forest;
        follow(group, record, *forest);
    } else {
        count_events(group, record);
    }
    measure(group, record);
}

void CaseReport::follow(Group& group, const CaseRecord& record, const Forest& forest)
{
    const WalkState state = fold(forest, renamed(forest, record.events), {record.head.language, today_});
    std::set<std::string> seen;
    bool first = true;
    for (const Step& step : state.path) {
        seen.insert(step.key);
        if (!was_answered(step)) {
            continue;
        }
        NodeCount& count = group.nodes[step.key].count;
        ++count.answered;
        count.unknown += *step.answer == unknown_answer ? 1U : 0U;
        if (std::exchange(first, false)) {
            ++group.count.first_answers[*step.answer];
        }
    }
    if (state.standing != Standing::done) {
        const std::string& here = state.standing == Standing::probing ? state.probe_key : state.key;
        seen.insert(here);
        group.nodes[here].count.left_here += record.head.state == CaseState::open ? 1U : 0U;
    }
    for (const std::string& key : seen) {
        ++group.nodes[key].count.seen;
    }
}

void CaseReport::count_events(Group& group, const CaseRecord& record)
{
    std::set<std::string> seen;
    for (const Event& event : record.events) {
        if (event.kind != EventKind::answer && event.kind != EventKind::probe) {
            continue;
        }
        seen.insert(event.node);
        NodeCount& count = group.nodes[event.node].count;
        const bool answer = event.kind == EventKind::answer;
        count.answered += answer ? 1U : 0U;
        count.unknown += answer && event.value == unknown_answer ? 1U : 0U;
    }
    const auto first = std::find_if(record.events.begin(), record.events.end(), [](const Event& event) { return event.kind == EventKind::answer; });
    if (first != record.events.end()) {
        ++group.count.first_answers[first->value];
    }
    for (const std::string& key : seen) {
        ++group.nodes[key].count.seen;
    }
}

// A script's answers all come at once and take nobody any time.
void CaseReport::measure(Group& group, const CaseRecord& record)
{
    const std::string* before = &record.head.started;
    for (const Event& event : record.events) {
        const auto seconds = seconds_between(*before, event.at);
        const auto node = group.nodes.find(event.node);
        if (event.kind == EventKind::answer && event.origin == Origin::person && seconds && node != group.nodes.end()) {
            node->second.seconds.push_back(*seconds);
        }
        before = &event.at;
    }
}

TreeCount CaseReport::finished(const Group& group)
{
    TreeCount count = group.count;
    count.median_seconds = median(group.seconds);
    std::vector<OutlineEntry> order;
    if (group.forest != nullptr) {
        order = outline_order(*group.forest);
    }
    std::set<std::string> placed;
    for (const OutlineEntry& entry : order) {
        placed.insert(entry.key);
    }
    for (const auto& node : group.nodes) {
        if (placed.count(node.first) == 0) {
            order.push_back({node.first, 0});
        }
    }
    for (const OutlineEntry& entry : order) {
        const auto found = group.nodes.find(entry.key);
        if (found != group.nodes.end()) {
            NodeCount row = found->second.count;
            row.node = entry.key;
            row.depth = entry.depth;
            row.median_seconds = median(found->second.seconds);
            count.nodes.push_back(std::move(row));
        }
    }
    return count;
}

std::vector<TreeCount> CaseReport::trees() const
{
    std::vector<TreeCount> counts;
    for (const auto& group : groups_) {
        counts.push_back(finished(group.second));
    }
    return counts;
}

std::optional<double> seconds_between(const std::string& from, const std::string& to)
{
    const auto begin = seconds_of(from);
    const auto end = seconds_of(to);
    return begin && end && *end >= *begin ? std::optional(*end - *begin) : std::nullopt;
}

} // namespace unknot
