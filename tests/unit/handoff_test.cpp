// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/handoff.hpp"
#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const std::string phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

const std::string nodes = R"(facts:
  order_id: {type: text, label: Order number, share: handoff}
  amount: {type: amount, label: Amount}
nodes:
  first: {ask: 'Where did it fail? Look at the **bill**.', options: {card: {label: By *card*, to: order_id}, cash: {label: By cash, to: order_id}}}
  order_id: {ask: 'Which order?', input: text, unknown: tell, to: tell}
  tell: {ask: 'What did they say?', input: text, to: try_it}
  try_it: {fix: ['Restart it.', 'Wait.'], solved: fine, else: measure}
  measure: {probe: {dns: shop.example}, label: Name of the shop, ok: human, else: human}
  human: {end: escalate, say: 'Ask them.', handoff: {channel: form, include: [first, amount], require: [order_id]}}
  fine: {end: resolved}
)";

Walker walked(const std::string& order)
{
    Walker walker(nodes);
    walker.answer("card").answer(order).answer("they said no").answer("not_solved").probe("warn", {{"ms", "40"}});
    return walker;
}

Handover gathered(const Walker& walker, const std::vector<std::string>& hidden = {}, const std::map<std::string, std::string>& given = {},
    const Channel* channel = nullptr)
{
    Redactor redactor;
    const WalkState state = walker.state();
    return gather_handoff({walker.forest(), state, walker.events, "en", channel, given, "", hidden}, redactor);
}

} // namespace

TEST_CASE("what is required comes first and options are told by their labels")
{
    const Walker walker = walked("A-1");
    REQUIRE(walker.where() == "done human");
    const Handover handover = gathered(walker);
    REQUIRE(handover.fields.size() == 2);
    CHECK(handover.fields[0].name == "order_id");
    CHECK(handover.fields[0].label == "Order number");
    CHECK(handover.fields[0].value == "A-1");
    CHECK(handover.fields[1].label == "Where did it fail?");
    CHECK(handover.fields[1].value == "By card");
    CHECK(handover.missing.empty());
}

TEST_CASE("questions and remedies are told with what came of them")
{
    const Handover handover = gathered(walked("A-1"));
    REQUIRE(handover.steps.size() == 4);
    CHECK(handover.steps[0].text == "Where did it fail?");
    CHECK(handover.steps[0].answer == "card");
    CHECK(handover.steps[0].label == "By card");
    CHECK(handover.steps[3].kind == NodeKind::fix);
    CHECK(handover.steps[3].text.find("Wait.") != std::string::npos);
    CHECK(handover.steps[3].answer == "not_solved");
    REQUIRE(handover.checks.size() == 1);
    CHECK(handover.checks[0].label == "Name of the shop");
    CHECK(handover.checks[0].status == "warn");
    CHECK(handover.checks[0].fields == std::map<std::string, std::string>{{"ms", "40"}});
}

TEST_CASE("a required fact that nobody knows is missing until it is given")
{
    const Walker walker = walked("unknown");
    CHECK(gathered(walker).missing == std::vector<std::string>{"order_id"});
    const Handover complete = gathered(walker, {}, {{"order_id", "B-2"}});
    CHECK(complete.missing.empty());
    CHECK(complete.fields.at(0).value == "B-2");
}

TEST_CASE("a channel requires facts of its own")
{
    Channel channel;
    channel.needed = {"amount"};
    CHECK(gathered(walked("A-1"), {}, {}, &channel).missing == std::vector<std::string>{"amount"});
}

TEST_CASE("no secret gets out whatever it was typed into and what was masked is counted")
{
    Walker walker(nodes);
    walker.answer("card").answer("A-1").answer("my words are " + phrase).answer("not_solved").probe("ok", {{"ms", phrase}});
    walker.take({EventKind::note, "problem", 0, "lost " + phrase, {}, Origin::person, false, {}});
    const Handover handover = gathered(walker, {}, {{"amount", phrase}});
    std::string everything = handover.problem;
    for (const auto& field : handover.fields) {
        everything += field.value;
    }
    for (const auto& step : handover.steps) {
        everything += step.text + step.answer + step.label;
    }
    for (const auto& check : handover.checks) {
        everything += check.fields.at("ms");
    }
    CHECK(everything.find("abandon") == std::string::npos);
    CHECK(handover.problem == "lost [phrase-1]");
    REQUIRE(handover.masked.size() == 1);
    CHECK(handover.masked[0].kind == "phrase");
    CHECK(handover.masked[0].count == 4);
}

TEST_CASE("what the person hides is hidden everywhere")
{
    const Handover by_name = gathered(walked("A-1"), {"order_id"});
    CHECK(by_name.fields[0].value == "[hidden]");
    CHECK(by_name.steps[1].answer == "[hidden]");
    const Handover by_text = gathered(walked("A-1"), {"said no"});
    CHECK(by_text.steps[2].answer == "they [hidden]");
    REQUIRE_FALSE(by_text.masked.empty());
    CHECK(by_text.masked[0].kind == "chosen");
}

TEST_CASE("what the record had masked already is said")
{
    Walker walker(nodes);
    walker.answer("card").masked("order_id", "[card-1]");
    const Handover handover = gathered(walker);
    REQUIRE(handover.masked.size() == 1);
    CHECK(handover.masked[0].kind == "recorded");
    CHECK(handover.masked[0].rule == "order_id");
}
