// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "walk_fixture.hpp"

using namespace unknot;

namespace {

const Forest& sample()
{
    static const Forest forest = forest_of({{"main", R"(facts: {status: {type: choice, start: none}}
nodes:
  first: {ask: 'Which?', options: {card: {label: 'Your *card*', to: second}, cash: {label: Cash, to: second}}}
  second: {ask: 'What?', many: true, options: {a: {label: Apples}, b: {label: Bears}}, to: third}
  third: {ask: 'Name?', input: text, to: fourth}
  fourth: {fix: ['Open {third}.', Wait.], solved: good, else: good}
  good: {set: {status: fine}, end: resolved}
)"}},
        {"en", "de"},
        {{"trees/main.de.yaml",
            "unknot: 1\ntree: main\nlanguage: de\nnodes:\n  first: {options: {card: Ihre Karte}}\n  third: {ask: 'Wer sind Sie, {first}?'}\n"
            "  fourth: {fix: ['Öffnen Sie {third}.', Warten.]}\n"}});
    return forest;
}

using Facts = std::map<std::string, Value, std::less<>>;

Facts sample_facts()
{
    return {{"first", *read_value(FactType::choice, "card")}, {"second", *read_value(FactType::list, "b,a")},
        {"third", *read_value(FactType::text, "Ada")}, {"check.skew", *read_value(FactType::number, "9.5")}};
}

std::string filled(const std::string& text, std::string_view language = "en")
{
    return filled_in(sample(), text, sample_facts(), language);
}

} // namespace

TEST_CASE("facts are filled in by their labels or values")
{
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case table[] = {
        {"plain", "plain"},
        {"", ""},
        {"{third}", "Ada"},
        {"Dear {third}, dear {third}!", "Dear Ada, dear Ada!"},
        {"by {first}", "by Your *card*"},
        {"{second}", "Bears, Apples"},
        {"{check.skew} s", "9\\.5 s"},
        {"{nobody}", "…"},
        {"{{third}", "{third}"},
        {"{{{third}}", "{Ada}"},
        {"a {{ b", "a { b"},
        {"a } b", "a } b"},
        {"open {third", "open {third"},
        {"{", "{"},
        {"{}", "…"},
    };
    for (const auto& row : table) {
        CAPTURE(row.text);
        CHECK(filled(row.text) == row.expected);
    }
}

TEST_CASE("labels are shown in the language of the walk and in the source language where it lacks")
{
    CHECK(filled("{first}", "de") == "Ihre Karte");
    CHECK(filled("{second}", "de") == "Bears, Apples");
    CHECK(filled("{first}", "zh") == "Your *card*");
}

TEST_CASE("a value can not become Markdown")
{
    const std::string hostile = "a*b_c`d[e](f)<g>#h|i~j!k&amp;l\\m=n+o-p.q{r}";
    Facts facts = sample_facts();
    facts["third"].text = hostile;
    CHECK(filled_in(sample(), "{third}", facts, "en") == "a\\*b\\_c\\`d\\[e\\]\\(f\\)\\<g\\>\\#h\\|i\\~j\\!k\\&amp;l\\\\m\\=n\\+o\\-p\\.q\\{r\\}");
    facts["third"].text = "one\n\n# two";
    CHECK(filled_in(sample(), "{third}", facts, "en") == "one  \\# two");
    facts["third"].text = "{first}";
    CHECK(filled_in(sample(), "{third}", facts, "en") == "\\{first\\}");
}

TEST_CASE("a value without a label is escaped")
{
    Facts facts;
    facts["status"] = *read_value(FactType::choice, "not_there");
    facts["second"] = *read_value(FactType::list, "a,not_there");
    CHECK(filled_in(sample(), "{status} {second}", facts, "en") == "not\\_there Apples, not\\_there");
}

TEST_CASE("the text of a node is filled in and steps are numbered")
{
    const Tree& tree = sample().tree("main");
    CHECK(node_text(sample(), tree.at("third"), sample_facts(), "de") == "Wer sind Sie, Ihre Karte?");
    CHECK(node_text(sample(), tree.at("third"), {}, "de") == "Wer sind Sie, …?");
    CHECK(node_text(sample(), tree.at("fourth"), sample_facts(), "en") == "1. Open Ada.\n2. Wait.\n");
    CHECK(node_text(sample(), tree.at("fourth"), sample_facts(), "de") == "1. Öffnen Sie Ada.\n2. Warten.\n");
    CHECK(node_text(sample(), tree.at("good"), sample_facts(), "en").empty());
}

TEST_CASE("steps show their text as it was when they were taken")
{
    Walker walker("facts: {n: {type: number, start: 1}}\nnodes:\n  first: {say: 'n is {n}', to: second}\n  second: {set: {n: 2}, say: 'now {n}', to: "
                  "good}\n  good: {end: resolved}\n");
    CHECK(walker.state().path[0].text == "n is 1");
    CHECK(walker.state().path[1].text == "now 2");
}

TEST_CASE("each origin of a step has its name")
{
    CHECK(name(StepOrigin::person) == "person");
    CHECK(name(StepOrigin::file) == "file");
    CHECK(name(StepOrigin::probe) == "probe");
    CHECK(name(StepOrigin::known) == "known");
    CHECK(name(StepOrigin::decision) == "decision");
}
