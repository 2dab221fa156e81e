// SPDX-License-Identifier: GPL-3.0-or-later
// What a tree's file says, key by key.
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/tree_reader.hpp"

using namespace unknot;

namespace {

const std::string sample_text = R"(# a comment
unknot: 1
tree: main
title: A payment fails
summary: Find out why.
topics: [payments]
symptoms:
  - my card was declined
  - it is still pending
reviewed: 2026-11-21
sources: ['https://example.org']
facts:
  amount: {type: amount, label: Amount, min: 0, max: 5000}
  order_id: {type: text, label: Order number, pattern: '[A-Z]+', share: handoff}
  score: {type: number, start: 0}
  mode: {type: choice, start: slow}
  marks: {type: list, start: 'a,b'}
let:
  large: amount > 1000
  huge: large and score > 5
renamed: {old_node: first, first.bank: first.transfer, first.wire: transfer}
start: first
nodes:
  first:
    ask: Where?
    why: They differ.
    options:
      card: {label: Card, to: tags, set: {score: score + 1, mode: fast}}
      transfer: {label: Transfer}
    next:
      - {when: large, to: tags}
      - {else: '@sub'}
    unknown: tags
    save: place
    confirm: true
    forget: [tags]
    set: {score: 2}
  tags:
    ask: What?
    many: true
    options: {a: {label: A}, none: {label: None, only: true}}
    to: sure
  sure: {ask: 'Sure?', yes: how_much, 'no': '@sub', unknown: how_much}
  how_much: {ask: 'How much?', input: amount, save: amount, min: 5 EUR, pattern: '.*EUR', example: 60.5 EUR, error: An amount in euro., to: online}
  online:
    probe: {http: 'https://example.org', timeout: 5s, status: 200, label: The site, fail: code >= 500, warn: ms > 900, article: card-declined}
    otherwise: Does it open?
    remedy: Wait.
    ok: hello
    else: repair
  hello: {say: Hello., to: chosen}
  chosen:
    decide:
      - {when: online.code == 404, to: repair}
      - {else: visit}
  repair: {fix: [Unplug it., Plug it in.], verify: online, tries: 3, solved: good, else: visit}
  visit: {call: sub, resolved: good, danger: good, else: helped}
  helped:
    end: escalate
    say: "Order {order_id}."
    articles: [card-declined]
    handoff: {channel: shop/mail, include: [order_id], require: [amount]}
  good: {end: resolved}
)";

Tree read(const std::string& text)
{
    Problems problems;
    const auto draft = draft_tree({"t.yaml", text, 0}, "main", problems);
    REQUIRE(draft);
    Vocabulary vocabulary;
    for (const auto& fact : draft->facts) {
        vocabulary.facts[fact.first] = {fact.second.type, fact.second.values};
    }
    Tree tree = finish_tree(*draft, vocabulary, "en", problems);
    for (const auto& problem : problems) {
        FAIL_CHECK(describe(problem));
    }
    return tree;
}

const Tree& sample()
{
    static const Tree tree = read(sample_text);
    return tree;
}

std::string target(const std::optional<Target>& to)
{
    return !to ? "-" : to->leaves() ? "@" + to->tree : to->node;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("the head of a tree")
{
    const Tree& tree = sample();
    CHECK(tree.id == "main");
    CHECK(tree.file == "t.yaml");
    CHECK(tree.source_language == "en");
    CHECK(tree.title.source() == "A payment fails");
    CHECK(tree.summary.place() == Place{"t.yaml", 5, 10});
    CHECK(tree.topics == Words{"payments"});
    REQUIRE(tree.symptoms.at("en").size() == 2);
    CHECK(tree.symptoms.at("en")[1].source() == "it is still pending");
    CHECK(tree.reviewed == "2026-11-21");
    CHECK(tree.start == "first");
    CHECK(tree.place == Place{"t.yaml", 2, 1});
    CHECK(tree.nodes.size() == 11);
    CHECK(tree.nodes.front().id == "first");
    CHECK(tree.renamed_nodes.at("old_node") == "first");
    CHECK(tree.renamed_options.at("first.bank") == "transfer");
    CHECK(tree.renamed_options.at("first.wire") == "transfer");
    CHECK(tree.lets.size() == 2);
    CHECK(tree.lets.at("huge").reads() == Words{"amount", "score"});
}

TEST_CASE("declared facts keep what they were declared with")
{
    const auto& facts = sample().facts;
    CHECK(facts.at("amount").type == FactType::amount);
    CHECK(facts.at("amount").declared);
    CHECK(facts.at("amount").label.source() == "Amount");
    CHECK(facts.at("amount").limits.max->number == 5000);
    CHECK(facts.at("amount").place == Place{"t.yaml", 13, 3});
    CHECK(facts.at("order_id").share);
    CHECK(facts.at("order_id").limits.pattern->expression() == "[A-Z]+");
    CHECK_FALSE(facts.at("amount").share);
    CHECK(facts.at("score").start->number == 0);
    CHECK(facts.at("mode").values == Words{"slow", "fast"});
    CHECK(facts.at("marks").values == Words{"a", "b"});
}

TEST_CASE("a question without a declared fact gives it its form")
{
    const auto& facts = sample().facts;
    CHECK(facts.at("place").type == FactType::choice);
    CHECK(facts.at("place").values == Words{"card", "transfer"});
    CHECK_FALSE(facts.at("place").declared);
    CHECK(facts.count("first") == 0);
    CHECK(facts.at("tags").type == FactType::list);
    CHECK(facts.at("sure").type == FactType::yesno);
    CHECK(facts.at("online").type == FactType::choice);
    CHECK(facts.at("online").values == Words{"ok", "warn", "fail", "error", "skipped"});
    CHECK(facts.at("online.code").type == FactType::number);
    CHECK(facts.at("online.location").type == FactType::text);
    CHECK(facts.at("repair").values == Words{"solved", "not_solved"});
    CHECK(facts.at("visit").values == Words{"resolved", "workaround", "unresolved", "escalate", "danger"});
    for (const auto* none : {"hello", "chosen", "good", "helped"}) {
        CHECK(facts.count(none) == 0);
    }
}

TEST_CASE("a choice")
{
    const Node& node = sample().at("first");
    CHECK(node.kind == NodeKind::choice);
    CHECK(node.text.source() == "Where?");
    CHECK(node.why.source() == "They differ.");
    CHECK(node.fact == "place");
    CHECK(node.confirm);
    CHECK(node.forget == Words{"tags"});
    CHECK(target(node.unknown) == "tags");
    CHECK(target(node.to) == "-");
    REQUIRE(node.options.size() == 2);
    CHECK(node.options[0].value == "card");
    CHECK(node.options[0].label.source() == "Card");
    CHECK(target(node.options[0].to) == "tags");
    CHECK(node.options[0].place == Place{"t.yaml", 28, 7});
    REQUIRE(node.options[0].set.size() == 2);
    CHECK(node.options[0].set[1].fact == "mode");
    CHECK(target(node.options[1].to) == "-");
    REQUIRE(node.branches.size() == 2);
    CHECK(node.branches[0].when->text() == "large");
    CHECK(node.branches[0].when->place() == Place{"t.yaml", 31, 16});
    CHECK_FALSE(node.branches[1].when);
    CHECK(target(node.branches[1].to) == "@sub");
    REQUIRE(node.set.size() == 1);
    CHECK(node.set[0].place == Place{"t.yaml", 37, 11});
    CHECK(node.place == Place{"t.yaml", 24, 3});
}

TEST_CASE("several and yes or no and input")
{
    const Node& tags = sample().at("tags");
    CHECK(tags.kind == NodeKind::several);
    CHECK(tags.options[1].only);
    CHECK_FALSE(tags.options[0].only);
    CHECK(target(tags.to) == "sure");
    const Node& sure = sample().at("sure");
    CHECK(sure.kind == NodeKind::yesno);
    REQUIRE(sure.options.size() == 2);
    CHECK(target(sure.option("yes")->to) == "how_much");
    CHECK(target(sure.option("no")->to) == "@sub");
    CHECK(target(sure.unknown) == "how_much");
    CHECK_FALSE(sure.confirm);
    const Node& input = sample().at("how_much");
    CHECK(input.kind == NodeKind::input);
    REQUIRE(input.input);
    CHECK(input.input->type == FactType::amount);
    CHECK(input.input->limits.min->text == "5 EUR");
    CHECK(input.input->limits.pattern->matches_whole("6 EUR"));
    CHECK(input.input->example.source() == "60.5 EUR");
    CHECK(input.input->error.source() == "An amount in euro.");
}

TEST_CASE("a probe")
{
    const Node& node = sample().at("online");
    CHECK(node.kind == NodeKind::probe);
    CHECK(node.text.source() == "Does it open?");
    REQUIRE(node.probe);
    CHECK(node.probe->kind == "http");
    CHECK(node.probe->argument == Words{"https://example.org"});
    CHECK(node.probe->parameters == std::vector<std::pair<std::string, std::string>>{{"timeout", "5s"}, {"status", "200"}});
    CHECK(node.probe->fail->text() == "code >= 500");
    CHECK(node.probe->warn->text() == "ms > 900");
    CHECK(node.probe->label.source() == "The site");
    CHECK(node.probe->remedy.source() == "Wait.");
    CHECK(node.probe->article == "card-declined");
    CHECK(node.probe->place == Place{"t.yaml", 46, 12});
    CHECK(node.result("ok")->node == "hello");
    CHECK(node.result("warn") == nullptr);
    CHECK(target(node.otherwise) == "repair");
}

TEST_CASE("messages and decisions and remedies and calls and ends")
{
    CHECK(sample().at("hello").kind == NodeKind::say);
    CHECK(sample().at("hello").text.source() == "Hello.");
    CHECK(target(sample().at("hello").to) == "chosen");
    CHECK(sample().at("chosen").kind == NodeKind::decide);
    CHECK(sample().at("chosen").branches.size() == 2);
    const Node& repair = sample().at("repair");
    CHECK(repair.kind == NodeKind::fix);
    CHECK(repair.steps.size() == 2);
    CHECK(repair.steps[1].source() == "Plug it in.");
    CHECK(repair.text.empty());
    CHECK(repair.verify == "online");
    CHECK(repair.tries == 3);
    const Node& visit = sample().at("visit");
    CHECK(visit.kind == NodeKind::call);
    CHECK(visit.call == "sub");
    CHECK(visit.results.size() == 2);
    CHECK(target(visit.otherwise) == "helped");
    const Node& helped = sample().at("helped");
    CHECK(helped.kind == NodeKind::end);
    CHECK(helped.outcome == OutcomeClass::escalate);
    CHECK(helped.text.source() == "Order {order_id}.");
    CHECK(helped.articles.front().id == "card-declined");
    REQUIRE(helped.handoff);
    CHECK(helped.handoff->channel == "shop/mail");
    CHECK(helped.handoff->include == Words{"order_id"});
    CHECK(helped.handoff->require == Words{"amount"});
    CHECK(sample().at("good").fact.empty());
}

TEST_CASE("else may be missing where every case is covered")
{
    Problems problems;
    const std::string text = tree_text("main",
        "nodes:\n  first: {call: sub, resolved: last, workaround: last, unresolved: last, escalate: last, danger: last}\n  last: {end: resolved}\n");
    const auto draft = draft_tree({"t.yaml", text, 0}, "main", problems);
    finish_tree(*draft, {}, "en", problems);
    CHECK(told(problems).empty());
}

TEST_CASE("every type of input is one and every type of fact too")
{
    for (const std::string type : {"text", "number", "amount", "date", "duration", "size", "version", "email", "url"}) {
        const Tree tree = read(tree_text("main",
            "facts: {f: {type: " + type + "}}\nnodes:\n  first: {ask: X, input: " + type + ", save: f, to: last}\n  last: {end: resolved}\n"));
        CHECK(name(tree.at("first").input->type) == type);
        CHECK(name(tree.facts.at("f").type) == type);
    }
    for (const std::string type : {"choice", "list", "yesno"}) {
        CHECK(name(read(tree_text("main", "facts: {f: {type: " + type + "}}\nnodes:\n  first: {end: resolved}\n")).facts.at("f").type) == type);
    }
}

TEST_CASE("several questions of one fact offer their values together")
{
    const Tree tree = read(tree_text("main", R"(nodes:
  first: {ask: A, options: {a: {label: A, to: second}, b: {label: B, to: second}}, save: kind}
  second: {ask: B, options: {b: {label: B, to: third}, c: {label: C, to: third}}, save: kind}
  third: {decide: [{when: kind == c, to: last}, {else: last}]}
  last: {end: resolved}
)"));
    CHECK(tree.facts.at("kind").values == Words{"a", "b", "c"});
}

TEST_CASE("remedies and probes may save to a fact that starts")
{
    const Tree tree = read(tree_text("main", R"(facts: {state: {type: choice, start: not_solved}}
nodes:
  first: {fix: Do it., save: state, solved: last, else: last}
  last: {end: resolved}
)"));
    CHECK(tree.facts.at("state").values == Words{"not_solved", "solved"});
}
