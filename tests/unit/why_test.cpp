// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/why.hpp"
#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const std::string nodes = R"(facts: {score: {type: number, start: 0}}
nodes:
  first:
    ask: 'How much?'
    input: number
    unknown: stop
    to: sort
  sort:
    decide:
      - {when: first > 1000 and known(score), to: large}
      - {when: score > 5, to: stop}
      - {else: stop}
  large: {say: 'A lot.', to: stop}
  stop: {end: resolved}
)";

} // namespace

TEST_CASE("each node of the path tells its answer and where it stands")
{
    Walker walker(nodes);
    walker.answer("2000");
    const auto way = reasons(walker.state());
    REQUIRE(way.size() == 4);
    CHECK(way[0].node == "first");
    CHECK(way[0].answer == "2000");
    CHECK(way[0].from == StepOrigin::person);
    CHECK(way[0].edge == "to");
    CHECK(way[0].place.file == "trees/main.yaml");
    CHECK(way[0].condition.empty());
    CHECK(way[3].answer == "resolved");
    CHECK(way[3].edge.empty());
    CHECK(way[1].place.line > way[0].place.line);
}

TEST_CASE("a decision tells the condition it took and what it looked at")
{
    Walker walker(nodes);
    walker.answer("2000");
    const auto way = reasons(walker.state());
    REQUIRE(way.size() == 4);
    CHECK(way[1].condition == "first > 1000 and known(score)");
    CHECK(way[1].because == std::map<std::string, std::string>{{"first", "2000"}, {"score", "0"}});
    REQUIRE(way[1].condition_place);
    CHECK(way[1].condition_place->line == way[1].place.line + 2);
}

TEST_CASE("else tells everything that was looked at in vain and an unknown fact is empty")
{
    Walker walker(nodes);
    walker.answer("10");
    auto way = reasons(walker.state());
    REQUIRE(way.size() == 3);
    CHECK(way[1].condition == "else");
    CHECK(way[1].because == std::map<std::string, std::string>{{"first", "10"}, {"score", "0"}});

    Walker unsure(R"(nodes:
  first: {ask: 'How much?', input: number, unknown: sort, to: sort}
  sort: {decide: [{when: first > 5, to: stop}, {else: stop}]}
  stop: {end: resolved}
)");
    unsure.answer("unknown");
    way = reasons(unsure.state());
    REQUIRE(way.size() == 3);
    CHECK(way[1].because == std::map<std::string, std::string>{{"first", ""}});
}

TEST_CASE("what was decided stays true when a fact changes later")
{
    Walker walker(R"(facts: {score: {type: number, start: 3}}
nodes:
  first: {decide: [{when: score > 2, to: more}, {else: stop}]}
  more: {say: 'More.', set: {score: score + 40}, to: stop}
  stop: {end: resolved}
)");
    const auto way = reasons(walker.state());
    REQUIRE(way.size() == 3);
    CHECK(way[0].because.at("score") == "3");
    CHECK(walker.known("score") == "43");
}
