// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/rehearsal.hpp"

#include "rehearsal/expectation.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

const Node& probe_behind(const Forest& forest, const std::string& key)
{
    const Node* node = find_node(forest, key);
    if (node == nullptr || node->kind != NodeKind::probe) {
        throw Failure(fmt::format("expected a probe, found the node '{}'", key));
    }
    return *node;
}

void check_fields(const Forest& forest, const std::string& key, const ProbeResult& result)
{
    const Node& node = probe_behind(forest, key);
    const auto& facts = find_tree(forest, key)->facts;
    for (const auto& field : result.fields) {
        const auto declared = facts.find(fmt::format("{}.{}", node.fact, field.first));
        if (declared == facts.end()) {
            throw Failure(fmt::format("the probe '{}' has no field '{}'", key, field.first));
        }
        if (!read_field(declared->second.type, field.second)) {
            throw Failure(fmt::format(
                "expected {} for the field '{}' of the probe '{}', found '{}'", expectation(declared->second.type), field.first, key, field.second));
        }
    }
}

Script script_of(const Forest& forest, const Scenario& scenario)
{
    Script script;
    for (const auto& entry : scenario.answers) {
        add_answers(script, forest, node_key(forest, entry.first), entry.second);
    }
    for (const auto& entry : scenario.probes) {
        const std::string key = node_key(forest, entry.first);
        auto& results = script.probes[key];
        for (const auto& result : entry.second) {
            check_fields(forest, key, result);
            results.push_back(result);
        }
    }
    return script;
}

// Probe results that were supplied and never asked for. The last one of several stays for further runs.
std::vector<std::string> unused_results(const Script& script, const WalkState& walk)
{
    std::map<std::string, std::size_t> runs;
    for (const auto& happening : walk.happenings) {
        runs[happening.key] += happening.kind == EventKind::probe ? 1 : 0;
    }
    std::vector<std::string> unused;
    for (const auto& entry : script.probes) {
        for (std::size_t i = runs[entry.first]; i < entry.second.size(); ++i) {
            unused.push_back(fmt::format("{}={}", entry.first, entry.second[i].status));
        }
    }
    return unused;
}

std::string unfinished(const WalkState& walk)
{
    switch (walk.standing) {
    case Standing::asking: return fmt::format("expected an answer for the node '{}', found none", walk.key);
    case Standing::circling: return fmt::format("the walk runs in circles at '{}'", walk.key);
    case Standing::masked:
        return fmt::format("a condition at '{}' would read '{}', whose answer holds a secret and was masked", walk.key, walk.masked_fact);
    default: return {};
    }
}

std::string unused_or_nothing(const std::vector<std::string>& unused)
{
    return unused.empty() ? std::string() : fmt::format("never asked for: {}", fmt::join(unused, ", "));
}

// What is wrong with a walk, whatever the scenario expects of it.
std::string complaint(const Conducted& walk, const Script& script)
{
    std::vector<std::string> unused = walk.unused;
    const auto results = unused_results(script, walk.state);
    unused.insert(unused.end(), results.begin(), results.end());
    const std::string stopped = unfinished(walk.state);
    const std::string left = unused_or_nothing(unused);
    return stopped.empty() || left.empty() ? stopped + left : fmt::format("{}; {}", stopped, left);
}

std::string reason_of(const Failure& failure)
{
    const Problem& problem = failure.problem();
    return problem.hint.empty() ? problem.message : fmt::format("{}; {}", problem.message, problem.hint);
}

} // namespace

void Footprint::add(const WalkState& walk)
{
    for (const auto& step : walk.path) {
        nodes[step.tree->id].insert(step.node->id);
        for (const auto& edge : step.edges) {
            edges[step.tree->id].emplace(step.node->id, edge);
        }
    }
}

Verdict rehearse(const Forest& forest, const Scenario& scenario, const Value& today, Footprint& footprint)
{
    Verdict verdict{scenario.name, false, {}, scenario.place};
    try {
        const auto day = read_value(FactType::date, scenario.as_of);
        const WalkSettings settings{scenario.language.empty() ? forest.tree(forest.root).source_language : scenario.language, day.value_or(today)};
        const Script script = script_of(forest, scenario);
        Redactor redactor;
        const Conducted walk = conduct(forest, {}, script, settings, skipped_probe, redactor);
        verdict.reason = complaint(walk, script);
        if (verdict.reason.empty()) {
            verdict.reason = unmet_expectation(forest, scenario.expect, walk.state, settings.today);
        }
        verdict.ok = verdict.reason.empty();
        if (verdict.ok) {
            footprint.add(walk.state);
        }
    } catch (const Failure& failure) {
        verdict.reason = reason_of(failure);
    }
    return verdict;
}

} // namespace unknot
