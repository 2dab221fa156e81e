// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/scenario.hpp"

using namespace unknot;

namespace {

const std::string head = "unknot: 1\ntree: main\nscenarios:\n";

std::string faults(const std::string& text)
{
    Problems problems;
    read_scenarios({"tests/main.yaml", text, 0}, "main", problems);
    return told(problems);
}

} // namespace

TEST_CASE("a scenario with everything")
{
    Problems problems;
    const auto file = read_scenarios(
        {"tests/main.yaml",
            head
                + "  - name: one\n    language: de\n    as-of: 2026-11-21\n    answers: {where: card, more: [solved, not_solved], sure: yes}\n"
                  "    probes: {online: ok, clock: {status: warn, skew: 95}, twice: [fail, {status: ok}]}\n"
                  "    expect:\n      end: bye\n      outcome: escalate\n      through: [where]\n      not-through: [other]\n      facts: {large: "
                  "true, n: 5}\n      handoff: [order_id]\n",
            0},
        "main", problems);
    REQUIRE(problems.empty());
    REQUIRE(file.has_value());
    CHECK(file->tree == "main");
    CHECK(file->file == "tests/main.yaml");
    REQUIRE(file->scenarios.size() == 1);
    const Scenario& one = file->scenarios.front();
    CHECK(one.name == "one");
    CHECK(one.language == "de");
    CHECK(one.as_of == "2026-11-21");
    CHECK(one.place == Place{"tests/main.yaml", 4, 11});
    CHECK(one.answers.at("where") == std::vector<std::string>{"card"});
    CHECK(one.answers.at("more") == std::vector<std::string>{"solved", "not_solved"});
    CHECK(one.answers.at("sure") == std::vector<std::string>{"yes"});
    CHECK(one.probes.at("online").front().status == "ok");
    CHECK(one.probes.at("clock").front().status == "warn");
    CHECK(one.probes.at("clock").front().fields.at("skew") == "95");
    CHECK(one.probes.at("twice").size() == 2);
    CHECK(one.expect.end == "bye");
    CHECK(one.expect.outcome == "escalate");
    CHECK(one.expect.through == std::vector<std::string>{"where"});
    CHECK(one.expect.not_through == std::vector<std::string>{"other"});
    CHECK(one.expect.facts.at(0) == std::pair<std::string, std::string>{"large", "true"});
    CHECK(one.expect.facts.at(1) == std::pair<std::string, std::string>{"n", "5"});
    CHECK(one.expect.handoff == std::vector<std::string>{"order_id"});
}

TEST_CASE("faults of scenarios and their places")
{
    struct Row {
        std::string scenarios;
        std::string faults;
    };
    const std::vector<Row> table = {
        {"  - {name: a, expect: {end: x}}\n", ""},
        {"  - {name: a, expect: {outcome: danger}}\n", ""},
        {"  - {name: a}\n", "tests/main.yaml:4:12 no-expectation"},
        {"  - {name: a, expect: {through: [x]}}\n", "tests/main.yaml:4:23 no-expectation"},
        {"  - {name: a, expect: {end: ''}}\n", "tests/main.yaml:4:23 no-expectation"},
        {"  - {expect: {end: x}}\n", "tests/main.yaml:4:5 missing-key"},
        {"  - {name: a, expect: {outcome: good}}\n", "tests/main.yaml:4:33 unknown-value"},
        {"  - {name: a, expct: {end: x}, expect: {end: x}}\n", "tests/main.yaml:4:15 unknown-key"},
        {"  - {name: a, as-of: soon, expect: {end: x}}\n", "tests/main.yaml:4:22 wrong-value"},
        {"  - {name: a, probes: {p: fine}, expect: {end: x}}\n", "tests/main.yaml:4:27 unknown-value"},
        {"  - {name: a, probes: {p: {ms: 5}}, expect: {end: x}}\n", "tests/main.yaml:4:27 missing-key"},
        {"  - {name: a, probes: {p: {status: ok, ms: [5]}}, expect: {end: x}}\n", "tests/main.yaml:4:44 wrong-type"},
        {"  - {name: a, answers: {q: {x: y}}, expect: {end: x}}\n", "tests/main.yaml:4:28 wrong-type"},
        {"  - just a text\n", "tests/main.yaml:4:5 wrong-type"},
    };
    for (const auto& row : table) {
        CAPTURE(row.scenarios);
        CHECK(faults(head + row.scenarios) == row.faults);
    }
}

TEST_CASE("faults of the file")
{
    CHECK(faults("unknot: 1\ntree: other\nscenarios: []\n") == "tests/main.yaml:2:7 wrong-id");
    CHECK(faults("tree: main\nscenarios: []\n") == "tests/main.yaml:1:1 missing-key");
    CHECK(faults("unknot: 1\ntree: main\n") == "tests/main.yaml:1:1 missing-key");
    CHECK(faults("- a\n") == "tests/main.yaml:1:1 wrong-type");
    CHECK(faults("unknot: 2\ntree: main\nscenarios: []\n") == "tests/main.yaml:1:9 format-version");
}
