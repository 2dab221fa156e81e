// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/tree_reader.hpp"

using namespace unknot;

namespace {

const std::string sample_nodes = R"(summary: A summary
symptoms: [it fails]
facts: {price: {type: amount, label: Amount}}
nodes:
  first: {ask: Where, why: They differ., options: {card: {label: Card, to: price}, cash: {label: Cash, to: price}}}
  price: {ask: How much, input: amount, example: 5 EUR, error: An amount., to: sure}
  sure: {ask: Sure, yes: check, 'no': check}
  check: {probe: {memory: , label: Memory, remedy: Close something.}, otherwise: Is it slow, ok: steps, else: steps}
  steps: {fix: [One., Two.], solved: text, else: text}
  text: {fix: Do it., solved: chosen, else: chosen}
  chosen: {decide: [{else: hello}]}
  hello: {say: Hello., to: good}
  good: {end: resolved, say: Fine.}
)";

Tree sample()
{
    return forest_of({{"main", sample_nodes}}).tree("main");
}

Tree translated(const std::string& rest)
{
    Tree tree = sample();
    Problems problems;
    read_translation({"t.de", "unknot: 1\ntree: main\nlanguage: de\n" + rest, 0}, "de", tree, problems);
    CHECK(told(problems).empty());
    return tree;
}

// Lines count from 4.
std::string faults(const std::string& rest)
{
    Tree tree = sample();
    Problems problems;
    read_translation({"t.de", "unknot: 1\ntree: main\nlanguage: de\n" + rest, 0}, "de", tree, problems);
    return told(problems);
}

} // namespace

TEST_CASE("every text that may be translated is")
{
    const Tree tree = translated(R"(title: Titel
summary: Überblick
symptoms: [geht nicht, klappt nicht]
facts: {price: Betrag}
nodes:
  first: {ask: Wo, why: Verschieden., options: {card: Karte, cash: Bargeld}}
  price: {ask: Wie viel, example: 7 EUR, error: Ein Betrag.}
  sure: {ask: Sicher}
  check: {otherwise: Langsam, label: Speicher, remedy: Etwas schließen.}
  steps: {fix: [Eins., Zwei.]}
  text: {fix: Tun.}
  hello: {say: Hallo.}
  good: {say: Gut.}
)");
    CHECK(tree.title.in("de") == "Titel");
    CHECK(tree.summary.in("de") == "Überblick");
    CHECK(tree.symptoms.at("de").size() == 2);
    CHECK(tree.symptoms.at("en").size() == 1);
    CHECK(tree.facts.at("price").label.in("de") == "Betrag");
    CHECK(tree.at("first").text.in("de") == "Wo");
    CHECK(tree.at("first").why.in("de") == "Verschieden.");
    CHECK(tree.at("first").option("cash")->label.in("de") == "Bargeld");
    CHECK(tree.at("price").input->example.in("de") == "7 EUR");
    CHECK(tree.at("price").input->error.in("de") == "Ein Betrag.");
    CHECK(tree.at("sure").text.in("de") == "Sicher");
    CHECK(tree.at("check").text.in("de") == "Langsam");
    CHECK(tree.at("check").probe->label.in("de") == "Speicher");
    CHECK(tree.at("check").probe->remedy.in("de") == "Etwas schließen.");
    CHECK(tree.at("steps").steps[1].in("de") == "Zwei.");
    CHECK(tree.at("text").text.in("de") == "Tun.");
    CHECK(tree.at("hello").text.in("de") == "Hallo.");
    CHECK(tree.at("good").text.in("de") == "Gut.");
    CHECK(tree.at("good").text.in("en") == "Fine.");
}

TEST_CASE("a missing text falls back to the source one by one")
{
    const Tree tree = translated("nodes: {first: {options: {card: Karte}}}\n");
    CHECK(tree.title.in("de") == "A tree");
    CHECK(tree.at("first").text.in("de") == "Where");
    CHECK(tree.at("first").option("card")->label.in("de") == "Karte");
    CHECK(tree.at("first").option("cash")->label.in("de") == "Cash");
    CHECK_FALSE(tree.at("first").text.has("de"));
}

TEST_CASE("a probe's own texts may stay inside it")
{
    const Tree tree = translated("nodes: {check: {probe: {label: Speicher}}}\n");
    CHECK(tree.at("check").probe->label.in("de") == "Speicher");
}

TEST_CASE("faults of a translation are told at their place")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case table[] = {
        {"start: first\n", "t.de:4:1 unknown-key"},
        {"title: [a]\n", "t.de:4:8 wrong-type"},
        {"title: \n", "t.de:4:1 null-value"},
        {"symptoms: a\n", "t.de:4:11 wrong-type"},
        {"facts: {prize: Betrag}\n", "t.de:4:9 unknown-fact"},
        {"facts: {first: Wo}\n", "t.de:4:9 unknown-fact"},
        {"facts: {price: {label: Betrag}}\n", "t.de:4:16 wrong-type"},
        {"nodes: [first]\n", "t.de:4:8 wrong-type"},
        {"nodes: {frist: {ask: Wo}}\n", "t.de:4:9 unknown-node"},
        {"nodes: {first: Wo}\n", "t.de:4:16 wrong-type"},
        {"nodes: {first: {to: price}}\n", "t.de:4:17 unknown-key"},
        {"nodes: {first: {say: Wo}}\n", "t.de:4:17 unknown-key"},
        {"nodes: {first: {options: {crad: Karte}}}\n", "t.de:4:27 unknown-option"},
        {"nodes: {first: {options: {card: {label: Karte}}}}\n", "t.de:4:33 wrong-type"},
        {"nodes: {sure: {why: Darum}}\n", "t.de:4:21 no-source-text"},
        {"nodes: {sure: {options: {'yes': Ja}}}\n", "t.de:4:26 unknown-option"},
        {"nodes: {sure: {example: Ja}}\n", "t.de:4:16 unknown-key"},
        {"nodes: {steps: {fix: [Eins.]}}\n", "t.de:4:22 step-count"},
        {"nodes: {steps: {fix: []}}\n", "t.de:4:22 step-count"},
        {"nodes: {steps: {fix: Eins.}}\n", "t.de:4:22 wrong-type"},
        {"nodes: {text: {fix: [Tun.]}}\n", "t.de:4:21 wrong-type"},
        {"nodes: {chosen: {say: Nichts.}}\n", "t.de:4:18 unknown-key"},
        {"nodes: {check: {probe: {memory: }}}\n", "t.de:4:25 unknown-key"},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(faults(row.text) == row.expected);
    }
}

TEST_CASE("a translation says which tree and language it is")
{
    const auto head = [](const std::string& text) {
        Tree tree = sample();
        Problems problems;
        read_translation({"t.de", text, 0}, "de", tree, problems);
        return told(problems);
    };
    CHECK(head("tree: main\nlanguage: de\n") == "t.de:1:1 missing-key");
    CHECK(head("unknot: 1\ntree: other\nlanguage: fr\n") == "t.de:2:7 wrong-id | t.de:3:11 wrong-id");
    CHECK(head("unknot: 1\n") == "t.de:1:1 missing-key | t.de:1:1 missing-key");
    CHECK(head("- a\n") == "t.de:1:1 wrong-type");
    CHECK(head("a: [\n").find("yaml-syntax") != std::string::npos);
}

TEST_CASE("hints of a translation name the nearest of the source")
{
    Tree tree = sample();
    Problems problems;
    read_translation({"t.de", "unknot: 1\ntree: main\nlanguage: de\nnodes: {frist: {ask: Wo}}\n", 0}, "de", tree, problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "the source has no node named 'frist'");
    CHECK(problems[0].hint == "did you mean 'first'?");
}
