// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/answer.hpp"
#include "unknot/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unknot {

namespace {

[[noreturn]] void refuse(const std::string& key, const std::string& value, const std::string& expected)
{
    throw Failure(fmt::format("expected {} for the node '{}', found '{}'", expected, key, value));
}

Event checked_answer(const Tree& tree, const Node& node, const std::string& key, int occurrence, const std::string& value, Origin origin)
{
    const AnswerReading reading = read_answer(tree, node, value);
    if (!reading.fits()) {
        refuse(key, value, reading.expected);
    }
    return {EventKind::answer, key, occurrence, reading.value ? reading.value->text : value, {}, origin, false, {}};
}

std::optional<std::string> take(Script& script, const std::string& key)
{
    const auto found = script.answers.find(key);
    if (found == script.answers.end() || found->second.empty()) {
        return std::nullopt;
    }
    std::string value = std::move(found->second.front());
    found->second.pop_front();
    return value;
}

// Of several results the last one stays.
std::optional<ProbeResult> take_probe(Script& script, const std::string& key)
{
    const auto found = script.probes.find(key);
    if (found == script.probes.end() || found->second.empty()) {
        return std::nullopt;
    }
    ProbeResult result = found->second.front();
    if (found->second.size() > 1) {
        found->second.pop_front();
    }
    return result;
}

// The last time that a node was answered so far, on the path or beside it; -1 when never.
int last_answered(const std::vector<Event>& events, const std::string& key)
{
    int last = -1;
    for (const auto& event : events) {
        if (event.kind == EventKind::answer && event.node == key) {
            last = std::max(last, event.occurrence);
        }
    }
    return last;
}

void correct(const Forest& forest, Conducted& walk, Script& script, Redactor& redactor)
{
    for (auto& entry : script.answers) {
        const int last = last_answered(walk.events, entry.first);
        const bool asked_now = walk.state.standing == Standing::asking && walk.state.key == entry.first;
        if (last < 0 || asked_now) {
            continue;
        }
        const auto value = take(script, entry.first);
        if (value) {
            const Tree& tree = *find_tree(forest, entry.first);
            walk.events.push_back(redacted(checked_answer(tree, *find_node(forest, entry.first), entry.first, last, *value, Origin::file), redactor));
        }
    }
}

std::vector<std::string> left_over(const Script& script)
{
    std::vector<std::string> unused;
    for (const auto& entry : script.answers) {
        for (const auto& value : entry.second) {
            unused.push_back(fmt::format("{}={}", entry.first, value));
        }
    }
    return unused;
}

} // namespace

ProbeResult skipped_probe(const WalkState&)
{
    return {"skipped", {}};
}

Event answer_event(const WalkState& state, const std::string& value, Origin origin)
{
    return checked_answer(*state.tree, *state.node, state.key, state.occurrence, value, origin);
}

Event probe_event(const WalkState& state, const ProbeResult& result)
{
    return {EventKind::probe, state.probe_key, state.probe_occurrence, result.status, result.fields, Origin::file, false, {}};
}

Event redacted(Event event, Redactor& redactor)
{
    auto result = redactor.redact(event.value);
    event.masked = event.masked || !result.spans.empty();
    event.value = std::move(result.text);
    for (auto& field : event.fields) {
        field.second = redactor.redact(field.second).text;
    }
    return event;
}

Event withdraw_event(const WalkState& state, int count)
{
    int left = count;
    for (auto step = state.path.rbegin(); step != state.path.rend(); ++step) {
        const bool given = step->from == StepOrigin::person || step->from == StepOrigin::file;
        if (given && --left == 0) {
            return {EventKind::withdraw, step->key, step->occurrence, {}, {}, Origin::person, false, {}};
        }
    }
    const int answers = count - left;
    throw Failure(fmt::format("cannot go back {} answers: only {} were given so far", count, answers),
        answers > 0 ? fmt::format("use '--back {}'", answers) : std::string());
}

namespace {

std::optional<Event> next_event(const WalkState& state, Script& script, const ProbeRunner& run_probe, Redactor& redactor)
{
    if (state.standing == Standing::probing) {
        auto result = take_probe(script, state.probe_key);
        result = result ? result : run_probe(state);
        return result ? std::optional(redacted(probe_event(state, *result), redactor)) : std::nullopt;
    }
    const auto value = take(script, state.key);
    return value ? std::optional(redacted(answer_event(state, *value, Origin::file), redactor)) : std::nullopt;
}

} // namespace

Conducted conduct(
    const Forest& forest, std::vector<Event> events, Script script, const WalkSettings& settings, const ProbeRunner& run_probe, Redactor& redactor)
{
    Conducted corrected;
    corrected.events = std::move(events);
    const std::size_t given = corrected.events.size();
    corrected.state = fold(forest, corrected.events, settings);
    correct(forest, corrected, script, redactor);
    Conducted walk = proceed(forest, std::move(corrected.events), std::move(script), settings, run_probe, redactor);
    walk.given = given;
    return walk;
}

Conducted proceed(
    const Forest& forest, std::vector<Event> events, Script script, const WalkSettings& settings, const ProbeRunner& run_probe, Redactor& redactor)
{
    Conducted walk;
    walk.given = events.size();
    walk.events = std::move(events);
    const std::vector<Event> before = walk.events;
    walk.state = fold(forest, before, settings, [&](const WalkState& state) {
        auto event = next_event(state, script, run_probe, redactor);
        if (event) {
            walk.events.push_back(*event);
        }
        return event;
    });
    walk.unused = left_over(script);
    walk.left = std::move(script);
    return walk;
}

} // namespace unknot
