// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/scenario.hpp"

#include "unknot/fields.hpp"
#include "unknot/probe_kinds.hpp"
#include "unknot/spelling.hpp"
#include "unknot/value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace unknot {

namespace {

constexpr std::string_view example_expectation = "add 'expect: {end: NODE}' or 'expect: {outcome: resolved}'";

bool is_text(const Source& source, const YamlNode& node, std::string_view expected, Problems& problems)
{
    return expect_kind(source, node, YamlNode::Kind::scalar, expected, problems);
}

void read_answers(MapReader& scenario, Scenario& result)
{
    const YamlNode* answers = scenario.map("answers");
    for (const auto& entry : answers == nullptr ? std::vector<YamlEntry>() : answers->entries) {
        auto& given = result.answers[entry.key.text];
        const bool many = entry.value.kind == YamlNode::Kind::sequence;
        for (const auto& item : many ? entry.value.items : std::vector<YamlNode>{entry.value}) {
            if (is_text(scenario.source(), item, "an answer", scenario.problems())) {
                given.push_back(item.text);
            }
        }
    }
}

void check_status(const Source& source, const YamlNode& status, Problems& problems)
{
    const auto& known = probe_statuses;
    if (std::find(std::begin(known), std::end(known), status.text) != std::end(known)) {
        return;
    }
    const std::vector<std::string> names(std::begin(known), std::end(known));
    const auto near = nearest(status.text, names);
    problems.push_back(
        problem_at(source, status.place, "unknown-value", fmt::format("expected one of {}, found '{}'", fmt::join(names, ", "), status.text),
            near ? fmt::format("did you mean '{}'?", *near) : std::string()));
}

void read_result(const Source& source, const YamlNode& node, std::vector<ProbeResult>& results, Problems& problems)
{
    ProbeResult result;
    if (node.kind == YamlNode::Kind::scalar) {
        check_status(source, node, problems);
        result.status = node.text;
        results.push_back(std::move(result));
        return;
    }
    MapReader reader(source, node, "a probe's result", problems);
    if (const YamlNode* status = reader.scalar("status", Need::required)) {
        check_status(source, *status, problems);
        result.status = status->text;
    }
    for (const auto& entry : node.entries) {
        reader.allow({entry.key.text});
        if (entry.key.text != "status" && is_text(source, entry.value, "a field's value", problems)) {
            result.fields[entry.key.text] = entry.value.text;
        }
    }
    results.push_back(std::move(result));
}

void read_probes(MapReader& scenario, Scenario& result)
{
    const YamlNode* probes = scenario.map("probes");
    for (const auto& entry : probes == nullptr ? std::vector<YamlEntry>() : probes->entries) {
        auto& results = result.probes[entry.key.text];
        const bool many = entry.value.kind == YamlNode::Kind::sequence;
        for (const auto& item : many ? entry.value.items : std::vector<YamlNode>{entry.value}) {
            read_result(scenario.source(), item, results, scenario.problems());
        }
    }
}

void read_expected_facts(MapReader& expectation, Expectation& result)
{
    const YamlNode* facts = expectation.map("facts");
    for (const auto& entry : facts == nullptr ? std::vector<YamlEntry>() : facts->entries) {
        if (is_text(expectation.source(), entry.value, "a fact's value", expectation.problems())) {
            result.facts.emplace_back(entry.key.text, entry.value.text);
        }
    }
}

void read_expectation(MapReader& scenario, Scenario& result)
{
    const YamlNode* expect = scenario.map("expect");
    if (expect == nullptr) {
        if (!scenario.has("expect")) {
            scenario.fault(result.place, "no-expectation", fmt::format("the scenario '{}' expects nothing, so it cannot fail", result.name),
                std::string(example_expectation));
        }
        return;
    }
    MapReader reader(scenario.source(), *expect, "an expectation", scenario.problems());
    result.expect.end = reader.text("end").value_or("");
    result.expect.outcome = reader.one_of("outcome", {"resolved", "workaround", "unresolved", "escalate", "danger"}).value_or("");
    result.expect.through = reader.words("through");
    result.expect.not_through = reader.words("not-through");
    read_expected_facts(reader, result.expect);
    result.expect.handoff = reader.words("handoff");
    if (result.expect.end.empty() && !reader.has("outcome")) {
        reader.fault(expect->place, "no-expectation", fmt::format("the scenario '{}' expects neither an end nor an outcome", result.name),
            std::string(example_expectation));
    }
    reader.finish();
}

void read_day(MapReader& scenario, Scenario& result)
{
    const YamlNode* day = scenario.scalar("as-of");
    if (day == nullptr) {
        return;
    }
    result.as_of = day->text;
    if (!read_value(FactType::date, result.as_of)) {
        scenario.fault(day->place, "wrong-value", fmt::format("expected {}, found '{}'", expectation(FactType::date), result.as_of));
    }
}

Scenario read_scenario(const Source& source, const YamlNode& node, Problems& problems)
{
    Scenario scenario;
    scenario.place = node.place;
    MapReader reader(source, node, "a scenario", problems);
    if (node.kind != YamlNode::Kind::map) {
        return scenario;
    }
    if (const YamlNode* name = reader.scalar("name", Need::required)) {
        scenario.name = name->text;
        scenario.place = name->place;
    }
    scenario.language = reader.text("language").value_or("");
    read_day(reader, scenario);
    read_answers(reader, scenario);
    read_probes(reader, scenario);
    read_expectation(reader, scenario);
    reader.finish();
    return scenario;
}

} // namespace

std::optional<ScenarioFile> read_scenarios(const Source& source, std::string_view id, Problems& problems)
{
    const auto document = read_yaml(source, problems);
    if (!document || !expect_kind(source, *document, YamlNode::Kind::map, "a file of scenarios", problems)) {
        return std::nullopt;
    }
    MapReader reader(source, *document, "a file of scenarios", problems);
    ScenarioFile file;
    file.tree = id;
    file.file = source.file;
    format_version(reader);
    if (const YamlNode* tree = reader.scalar("tree", Need::required); tree != nullptr && tree->text != id) {
        reader.fault(tree->place, "wrong-id", fmt::format("expected '{}', as the file is named, found '{}'", id, tree->text));
    }
    const YamlNode* list = reader.list("scenarios", Need::required);
    for (const auto& item : list == nullptr ? std::vector<YamlNode>() : list->items) {
        file.scenarios.push_back(read_scenario(source, item, problems));
    }
    reader.finish();
    return file;
}

} // namespace unknot
