// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/graph.hpp"

using namespace unknot;

namespace {

const Forest& sample()
{
    static const Forest forest = forest_of({{"main", R"(nodes:
  first:
    ask: 'Which?'
    options:
      card: {label: Card, to: sure}
      cash: {label: Cash}
    next:
      - {when: known(sure), to: sure}
      - {else: good}
    unknown: sure
  sure: {ask: 'Sure?', yes: many, 'no': online, unknown: '@sub'}
  many:
    ask: 'What else?'
    many: true
    options: {a: {label: A}, b: {label: B}}
    to: amount
  amount: {ask: 'How much?', input: amount, to: online, unknown: online}
  online:
    probe: {dns: example.org}
    ok: chosen
    warn: repair
    fail: repair
    else: repair
  chosen:
    decide:
      - {when: first == card, to: hello}
      - {when: first == cash, to: '@sub'}
      - {else: repair}
  hello: {say: Hello., to: visit}
  visit: {call: sub, resolved: good, danger: good, else: repair}
  repair: {fix: Restart it., solved: good, else: good}
  good: {end: resolved}
)"},
        {"sub", "nodes:\n  first: {end: resolved}\n"}});
    return forest;
}

// "card>sure cash> next 1>sure"; a bare `>` leaves it to the node.
std::string edges(const std::string& id)
{
    std::string text;
    for (const auto& edge : edges_of(sample().tree("main").at(id))) {
        const std::string to = edge.to == nullptr ? "" : (edge.to->leaves() ? "@" + edge.to->tree : edge.to->node);
        text += fmt::format("{}{}>{}{}", text.empty() ? "" : " ", edge.name, to, edge.branch == nullptr ? "" : "*");
    }
    return text;
}

} // namespace

TEST_CASE("every kind of node has its edges in the order of its keys")
{
    CHECK(edges("first") == "card>sure cash> next 1>sure* next else>good* unknown>sure");
    CHECK(edges("sure") == "yes>many no>online unknown>@sub");
    CHECK(edges("many") == "a> b> to>amount");
    CHECK(edges("amount") == "to>online unknown>online");
    CHECK(edges("online") == "ok>chosen warn>repair fail>repair else>repair");
    CHECK(edges("chosen") == "decide 1>hello* decide 2>@sub* decide else>repair*");
    CHECK(edges("hello") == "to>visit");
    CHECK(edges("visit") == "resolved>good danger>good else>repair");
    CHECK(edges("repair") == "solved>good else>good");
    CHECK(edges("good").empty());
}

TEST_CASE("an edge stands where it was written")
{
    const auto found = edges_of(sample().tree("main").at("first"));
    REQUIRE(found.size() == 5);
    CHECK(found[0].place == Place{"trees/main.yaml", 9, 7});
    CHECK(found[2].place.line == 12);
    CHECK(found[4].place == Place{"trees/main.yaml", 14, 14});
}

TEST_CASE("branches are counted from one and closed by else")
{
    const Node& chosen = sample().tree("main").at("chosen");
    CHECK(branch_name(chosen, 0) == "decide 1");
    CHECK(branch_name(chosen, 2) == "decide else");
    CHECK(branch_name(sample().tree("main").at("first"), 0) == "next 1");
}
