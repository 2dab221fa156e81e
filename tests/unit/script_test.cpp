// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const std::map<std::string, std::string> two_trees = {
    {"main", R"(facts: {mail: {type: email}, price: {type: amount}, tags: {type: list}, n: {type: number, start: 0}}
nodes:
  first: {ask: 'Which?', options: {card: {label: Card, to: online}, cash: {label: Cash, to: good}}, save: kind}
  online: {probe: {http: 'https://example.org'}, otherwise: 'Does it open?', ok: repair, else: visit}
  repair: {fix: Restart., tries: 2, solved: good, else: visit}
  visit: {call: sub, else: good}
  good: {end: resolved}
)"},
    {"sub", R"(nodes:
  first: {ask: 'Which one?', options: {cash: {label: Cash, to: amount}, coin: {label: Coin, to: amount}}, save: kind}
  amount: {ask: 'How much?', input: number, min: 1, to: good}
  good: {end: workaround}
)"}};

const Forest& sample()
{
    static const Forest forest = forest_of(two_trees);
    return forest;
}

// What went wrong, and the hint behind an arrow.
template <class Call>
std::string refusal(Call call)
{
    try {
        call();
    } catch (const Failure& failure) {
        return failure.problem().message + (failure.problem().hint.empty() ? "" : " -> " + failure.problem().hint);
    }
    return "no refusal";
}

Conducted conducted(const Script& script, std::vector<Event> events = {}, const ProbeRunner& run = skipped_probe)
{
    Redactor redactor;
    return conduct(sample(), std::move(events), script, sample_settings(), run, redactor);
}

std::string unused(const Conducted& walk)
{
    return fmt::format("{}", fmt::join(walk.unused, " "));
}

} // namespace

TEST_CASE("names of nodes are completed to keys")
{
    CHECK(node_key(sample(), "repair") == "repair");
    CHECK(node_key(sample(), "main/repair") == "repair");
    CHECK(node_key(sample(), "amount") == "sub/amount");
    CHECK(node_key(sample(), "sub/amount") == "sub/amount");
    CHECK(node_key(sample(), "good") == "good");
    CHECK(node_key(sample(), "sub/good") == "sub/good");
}

TEST_CASE("names that are no node are refused with the nearest")
{
    CHECK(refusal([] { node_key(sample(), "repiar"); })
          == "no node named 'repiar' in the tree 'main' or in those that it reaches -> did you mean 'repair'?");
    CHECK(refusal([] { node_key(sample(), "sub/amuont"); })
          == "no node named 'sub/amuont' in the tree 'main' or in those that it reaches -> did you mean 'sub/amount'?");
    CHECK(refusal([] { node_key(sample(), "nothing-like-it"); }) == "no node named 'nothing-like-it' in the tree 'main' or in those that it reaches");
    for (const auto* name : {"", "/", "main/", "/first", "sub/amount/x", "gone/first"}) {
        CHECK_THROWS_AS(node_key(sample(), name), Failure);
    }
}

TEST_CASE("a bare name that several called trees have is refused")
{
    const Forest forest =
        forest_of({{"main", "nodes:\n  first: {call: left, else: next}\n  next: {call: right, else: good}\n  good: {end: resolved}\n"},
            {"left", "nodes:\n  first: {say: Hi., to: last}\n  last: {end: resolved}\n"},
            {"right", "nodes:\n  first: {say: Hi., to: last}\n  last: {end: resolved}\n"}});
    CHECK(refusal([&] { node_key(forest, "last"); }) == "several trees have a node named 'last' -> write 'left/last' or 'right/last'");
    CHECK(node_key(forest, "first") == "first");
}

TEST_CASE("a key finds its node and tree")
{
    CHECK(find_node(sample(), "repair")->kind == NodeKind::fix);
    CHECK(find_node(sample(), "sub/first")->options.size() == 2);
    CHECK(find_node(sample(), "amount") == nullptr);
    CHECK(find_node(sample(), "gone/first") == nullptr);
    CHECK(find_tree(sample(), "sub/anything")->id == "sub");
    CHECK(find_tree(sample(), "first")->id == "main");
    CHECK(find_tree(sample(), "gone/first") == nullptr);
}

TEST_CASE("facts are read by their type and by what any tree offers")
{
    const auto text = [](const std::string& name, const std::string& value) { return fact_event(sample(), name, value).value; };
    CHECK(text("kind", "card") == "card");
    CHECK(text("kind", "coin") == "coin");
    CHECK(text("price", " 60.5 EUR ") == "60.5 EUR");
    CHECK(text("tags", "a,b") == "a,b");
    CHECK(text("n", "-2") == "-2");
    CHECK(text("online.skew", "95") == "95");
    CHECK(fact_event(sample(), "n", "1").kind == EventKind::fact);
    CHECK(fact_event(sample(), "n", "1").origin == Origin::file);
}

TEST_CASE("facts that nobody knows or of a wrong value are refused")
{
    CHECK(refusal([] { fact_event(sample(), "knid", "card"); })
          == "no fact named 'knid' in the tree 'main' or in those that it reaches -> did you mean 'kind'?");
    CHECK(refusal([] { fact_event(sample(), "n", "many"); }) == "expected a number like 60.5 for the fact 'n', found 'many'");
    CHECK(refusal([] { fact_event(sample(), "kind", "cheque"); }).find("expected one of card, cash") == 0);
    CHECK(refusal([] { fact_event(sample(), "mail", "nobody"); }).find("expected an email address") == 0);
}

TEST_CASE("results of probes are parsed with their fields")
{
    const ProbeResult result = probe_result(sample(), "online", "warn,code=404,location=a=b");
    CHECK(result.status == "warn");
    CHECK(result.fields == std::map<std::string, std::string>{{"code", "404"}, {"location", "a=b"}});
    CHECK(probe_result(sample(), "online", "ok").fields.empty());
}

TEST_CASE("results that no probe could have are refused")
{
    CHECK(refusal([] { probe_result(sample(), "first", "ok"); }) == "expected a probe, found the node 'first'");
    CHECK(refusal([] { probe_result(sample(), "gone", "ok"); }) == "expected a probe, found the node 'gone'");
    CHECK(refusal([] { probe_result(sample(), "online", "good"); })
          == "expected one of ok, warn, fail, error, skipped for the probe 'online', found 'good'");
    CHECK(refusal([] { probe_result(sample(), "online", ""); }).find("expected one of ok") == 0);
    CHECK(refusal([] { probe_result(sample(), "online", "ok,days=4"); }) == "the probe 'online' has no field 'days'");
    CHECK(refusal([] { probe_result(sample(), "online", "ok,code"); }) == "the probe 'online' has no field 'code'");
    CHECK(refusal([] { probe_result(sample(), "online", "ok,"); }) == "the probe 'online' has no field ''");
    CHECK(refusal([] { probe_result(sample(), "online", "ok,code=x"); }) == "expected a number like 60.5 for the field 'code', found 'x'");
}

TEST_CASE("a list of answers is one answer to a question that takes several")
{
    const Forest forest = forest_of({{"main", "nodes:\n  first: {ask: 'A?', many: true, options: {a: {label: A}, b: {label: B}}, to: second}\n"
                                              "  second: {fix: Do it., tries: 2, solved: good, else: good}\n  good: {end: resolved}\n"}});
    Script script;
    add_answers(script, forest, "first", {"a", "b"});
    add_answers(script, forest, "second", {"not_solved", "solved"});
    CHECK(script.answers.at("first") == std::deque<std::string>{"a,b"});
    CHECK(script.answers.at("second") == std::deque<std::string>{"not_solved", "solved"});
}

TEST_CASE("a script carries as far as its answers do")
{
    const Conducted walk = conducted({{{"first", {"card"}}, {"repair", {"not_solved"}}}, {{"online", {{"ok", {}}}}}});
    CHECK(whereabouts(walk.state) == "asking repair");
    CHECK(walk.state.attempt == 2);
    CHECK(walk.given == 0);
    CHECK(walk.events.size() == 3);
    CHECK(walk.events[0].origin == Origin::file);
    CHECK(walk.unused.empty());
}

TEST_CASE("answers to one node are for one time after the other")
{
    const Conducted walk = conducted({{{"first", {"card"}}, {"repair", {"not_solved", "solved", "solved"}}}, {{"online", {{"ok", {}}}}}});
    CHECK(whereabouts(walk.state) == "done good");
    CHECK(unused(walk) == "repair=solved");
}

TEST_CASE("probes that are not supplied are run")
{
    std::vector<std::string> asked;
    const Conducted walk = conducted({{{"first", {"card"}}, {"repair", {"solved"}}}, {}}, {}, [&](const WalkState& state) {
        asked.push_back(state.probe_key);
        return ProbeResult{"ok", {{"code", "200"}}};
    });
    CHECK(asked == std::vector<std::string>{"online"});
    CHECK(whereabouts(walk.state) == "done good");
    CHECK(walk.state.facts.at("online.code").text == "200");
}

TEST_CASE("without anybody to run them probes are skipped and otherwise is asked")
{
    const Conducted walk = conducted({{{"first", {"card"}}}, {}});
    CHECK(whereabouts(walk.state) == "asking online");
    const Conducted on = conducted({{{"first", {"card"}}, {"online", {"unknown"}}, {"sub/first", {"coin"}}, {"sub/amount", {"3"}}}, {}});
    CHECK(whereabouts(on.state) == "done good");
    CHECK(on.state.facts.at("visit").text == "workaround");
}

TEST_CASE("of several results each is for one run and the last one stays")
{
    const Forest forest = forest_of({{"main", R"(facts: {n: {type: number, start: 0}}
nodes:
  first: {probe: {clock: pool.ntp.org}, ok: count, else: count}
  count: {set: {n: n + 1}, say: '{first}', to: again}
  again: {decide: [{when: n < 4, to: first}, {else: good}]}
  good: {end: resolved}
)"}});
    Redactor redactor;
    const Conducted walk =
        conduct(forest, {}, {{}, {{"first", {{"fail", {}}, {"warn", {}}, {"ok", {}}}}}}, sample_settings(), skipped_probe, redactor);
    std::string texts;
    for (const auto& step : walk.state.path) {
        texts += step.key == "count" ? step.text + " " : "";
    }
    CHECK(texts == "fail warn ok ok ");
}

TEST_CASE("what was never asked for is left over and sorted")
{
    const Conducted walk = conducted({{{"sub/amount", {"3"}}, {"first", {"cash"}}, {"online", {"yes", "no"}}}, {}});
    CHECK(whereabouts(walk.state) == "done good");
    CHECK(unused(walk) == "online=yes online=no sub/amount=3");
}

TEST_CASE("an answer that does not fit is refused with what would")
{
    CHECK(refusal([] { conducted({{{"first", {"cheque"}}}, {}}); }) == "expected one of card, cash for the node 'first', found 'cheque'");
    CHECK(refusal([] {
        conducted({{{"first", {"card"}}, {"online", {"no"}}, {"sub/first", {"coin"}}, {"sub/amount", {"0"}}}, {}});
    }) == "expected 1 or more for the node 'sub/amount', found '0'");
}

TEST_CASE("a new answer to an answered node corrects it and the later ones stay")
{
    const Conducted before = conducted({{{"first", {"card"}}, {"online", {"no"}}, {"sub/first", {"coin"}}}, {}});
    CHECK(whereabouts(before.state) == "asking sub/amount");
    const Conducted after = conducted({{{"sub/first", {"cash"}}, {"sub/amount", {"7"}}}, {}}, before.events);
    CHECK(after.given == before.events.size());
    CHECK(whereabouts(after.state) == "done good");
    CHECK(after.state.facts.at("kind").text == "cash");
    const Conducted first = conducted({{{"first", {"cash"}}}, {}}, after.events);
    CHECK(trail(first.state) == "first=cash:file[cash] > good=resolved:decision");
    CHECK(refusal([&] { conducted({{{"first", {"cheque"}}}, {}}, after.events); }).find("expected one of card, cash") == 0);
}

TEST_CASE("an answer to the node that is being asked is its next one and corrects nothing")
{
    const Conducted before = conducted({{{"first", {"card"}}, {"repair", {"not_solved"}}}, {{"online", {{"ok", {}}}}}});
    const Conducted after = conducted({{{"repair", {"solved"}}}, {}}, before.events);
    CHECK(trail(after.state)
          == "first=card:file[card] > online=ok:probe[ok] > repair=not_solved:file > repair=solved:file[solved] > good=resolved:decision");
}

TEST_CASE("a correction of a node with several times is for the last of them")
{
    const Conducted before =
        conducted({{{"first", {"card"}}, {"repair", {"not_solved", "not_solved"}}, {"sub/first", {"coin"}}}, {{"online", {{"ok", {}}}}}});
    CHECK(whereabouts(before.state) == "asking sub/amount");
    const Conducted after = conducted({{{"repair", {"solved"}}}, {}}, before.events);
    CHECK(trail(after.state)
          == "first=card:file[card] > online=ok:probe[ok] > repair=not_solved:file > repair=solved:file[solved] > good=resolved:decision");
}

TEST_CASE("after back the answer asked for is taken and the ones behind are used again")
{
    Conducted walk = conducted({{{"first", {"card"}}, {"online", {"no"}}, {"sub/first", {"coin"}}, {"sub/amount", {"3"}}}, {}});
    walk.events.push_back(withdraw_event(walk.state, 2));
    const Conducted again = conducted({{{"sub/first", {"cash"}}}, {}}, walk.events);
    CHECK(whereabouts(again.state) == "done good");
    CHECK(again.state.facts.at("kind").text == "cash");
    CHECK(again.state.facts.at("amount").text == "3");
}

TEST_CASE("a stored answer that no longer fits waits for a new one")
{
    const Event old{EventKind::answer, "first", 0, "cheque", {}, Origin::person, false, {}};
    CHECK(conducted({}, {old}).state.rejected == "cheque");
    CHECK(whereabouts(conducted({{{"first", {"cash"}}}, {}}, {old}).state) == "done good");
}

TEST_CASE("an answer is stored as it was understood")
{
    CHECK(
        answer_event(conducted({{{"first", {"card"}}, {"online", {"no"}}, {"sub/first", {"coin"}}}, {}}).state, " 5 ", Origin::person).value == "5");
    const Event event = answer_event(conducted({}).state, "card", Origin::person);
    CHECK(event.node == "first");
    CHECK(event.occurrence == 0);
    CHECK(event.origin == Origin::person);
}

TEST_CASE("secrets in answers and fields are masked before they become events")
{
    const Forest forest = forest_of({{"main", "nodes:\n  first: {probe: {command: [uname]}, ok: second, else: second}\n  second: {ask: 'Say.', "
                                              "input: text, to: good}\n  good: {end: resolved}\n"}});
    const std::string secret = "card 4111 1111 1111 1111";
    Redactor redactor;
    const Conducted walk =
        conduct(forest, {}, {{{"second", {secret}}}, {{"first", {{"ok", {{"output", secret}}}}}}}, sample_settings(), skipped_probe, redactor);
    REQUIRE(walk.events.size() == 2);
    CHECK(walk.events[0].fields.at("output").find("4111") == std::string::npos);
    CHECK(walk.events[1].masked);
    CHECK(walk.events[1].value.find("4111") == std::string::npos);
    CHECK(whereabouts(walk.state) == "done good");
}

TEST_CASE("a circle of probes ends at the loop guard")
{
    const Forest forest = forest_of({{"main", "nodes:\n  first: {probe: {memory: }, ok: first, else: first}\n  good: {end: resolved}\n"}});
    Redactor redactor;
    CHECK(whereabouts(conduct(forest, {}, {}, sample_settings(), skipped_probe, redactor).state) == "circling first");
}
