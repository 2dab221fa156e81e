// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/answer.hpp"

using namespace unknot;

namespace {

const Tree& sample()
{
    static const Forest forest = forest_of({{"main", R"(facts:
  order: {type: text, pattern: '[A-Z]{2}-[0-9]+'}
  age: {type: number, min: 0, max: 130}
  price: {type: amount, max: 100 EUR}
nodes:
  first: {ask: 'Which?', options: {card: {label: Card, to: sure}, cash: {label: Cash, to: sure}}, unknown: sure}
  firm: {ask: 'Which?', options: {a: {label: A, to: sure}, b: {label: B, to: sure}}}
  sure: {ask: 'Sure?', yes: many, 'no': many, unknown: many}
  many: {ask: 'What?', many: true, options: {a: {label: A}, b: {label: B}, none: {label: None, only: true}}, to: age_here}
  age_here: {ask: 'How old?', input: number, min: 18, save: age, to: order_here}
  order_here: {ask: 'Which order?', input: text, save: order, to: word, unknown: word}
  word: {ask: 'A word?', input: text, pattern: '[a-z]+', to: day}
  day: {ask: 'When?', input: date, min: '2026-01-01', max: '2026-12-31', to: price_here}
  price_here: {ask: 'How much?', input: amount, save: price, to: check}
  check: {probe: {dns: example.org}, otherwise: 'Does it work?', ok: repair, else: repair}
  repair: {fix: Do it., solved: good, else: good}
  good: {end: resolved}
)"}});
    return forest.tree("main");
}

// "= card", "unknown", or what was expected
std::string reading(const std::string& node, std::string_view text)
{
    const AnswerReading answer = read_answer(sample(), sample().at(node), text);
    CHECK(answer.fits() == (answer.unknown || answer.value));
    CHECK(answer.expected.empty() == answer.fits());
    return answer.unknown ? "unknown" : answer.value ? "= " + answer.value->text : answer.expected;
}

struct Case {
    std::string node;
    std::string text;
    std::string expected;
};

} // namespace

TEST_CASE("an answer fits its node or says what would")
{
    const Case table[] = {
        {"first", "card", "= card"},
        {"first", "unknown", "unknown"},
        {"first", "Card", "one of card, cash, unknown"},
        {"first", "", "one of card, cash, unknown"},
        {"first", "card,cash", "one of card, cash, unknown"},
        {"firm", "unknown", "one of a, b"},
        {"sure", "yes", "= yes"},
        {"sure", "no", "= no"},
        {"sure", "unknown", "unknown"},
        {"sure", "true", "one of yes, no, unknown"},
        {"many", "a", "= a"},
        {"many", "b,a", "= b,a"},
        {"many", "none", "= none"},
        {"many", "a, none", "'none' alone, or others without it"},
        {"many", "a,c", "some of a, b, none, separated by commas"},
        {"many", "", "some of a, b, none, separated by commas"},
        {"many", "unknown", "some of a, b, none, separated by commas"},
        {"repair", "solved", "= solved"},
        {"repair", "not_solved", "= not_solved"},
        {"repair", "yes", "'solved' or 'not_solved'"},
        {"repair", "unknown", "'solved' or 'not_solved'"},
        {"check", "yes", "= yes"},
        {"check", "no", "= no"},
        {"check", "unknown", "unknown"},
        {"check", "ok", "'yes' or 'no'"},
        {"good", "yes", "no answer: this node asks for none"},
    };
    for (const auto& row : table) {
        CAPTURE(row.node);
        CAPTURE(row.text);
        CHECK(reading(row.node, row.text) == row.expected);
    }
}

TEST_CASE("typed input keeps the limits of its node and of its fact")
{
    const Case table[] = {
        {"age_here", "18", "= 18"},
        {"age_here", " 42 ", "= 42"},
        {"age_here", "130", "= 130"},
        {"age_here", "17", "18 or more"},
        {"age_here", "131", "130 or less"},
        {"age_here", "old", "a number like 60.5"},
        {"age_here", "", "a number like 60.5"},
        {"order_here", "AB-12", "= AB-12"},
        {"order_here", "an AB-12", "a text that fits the pattern [A-Z]{2}-[0-9]+"},
        {"order_here", "unknown", "unknown"},
        {"word", "abc", "= abc"},
        {"word", "abc1", "a text that fits the pattern [a-z]+"},
        {"word", "unknown", "= unknown"},
        {"word", "  ", "a text"},
        {"day", "2026-11-21", "= 2026-11-21"},
        {"day", "2025-12-31", "2026-01-01 or more"},
        {"day", "2027-01-01", "2026-12-31 or less"},
        {"day", "21.11.2026", "a date like 2026-11-21"},
        {"price_here", "100", "= 100"},
        {"price_here", "100.01 EUR", "100 EUR or less"},
        {"price_here", "500 USD", "= 500 USD"},
    };
    for (const auto& row : table) {
        CAPTURE(row.node);
        CAPTURE(row.text);
        CHECK(reading(row.node, row.text) == row.expected);
    }
}

TEST_CASE("answers have the type of their fact")
{
    const auto type = [](const std::string& node, std::string_view text) {
        return read_answer(sample(), sample().at(node), text).value.value().type;
    };
    CHECK(type("first", "card") == FactType::choice);
    CHECK(type("sure", "yes") == FactType::yesno);
    CHECK(type("many", "a") == FactType::list);
    CHECK(type("day", "2026-11-21") == FactType::date);
    CHECK(read_answer(sample(), sample().at("many"), "b,a").value->items == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a known value settles a node that it would answer")
{
    const auto settled = [](const std::string& node, FactType type, std::string_view text) {
        return settles(sample(), sample().at(node), read_value(type, text).value());
    };
    CHECK(settled("first", FactType::choice, "card"));
    CHECK_FALSE(settled("first", FactType::choice, "cheque"));
    CHECK(settled("many", FactType::list, "a,b"));
    CHECK_FALSE(settled("many", FactType::list, "a,none"));
    CHECK(settled("age_here", FactType::number, "20"));
    CHECK_FALSE(settled("age_here", FactType::number, "5"));
    CHECK_FALSE(settled("order_here", FactType::text, "unknown"));
}

TEST_CASE("a redacted value settles an input and nothing whose way on hangs on it")
{
    Value hidden;
    hidden.text = "[email]";
    hidden.masked = true;
    CHECK(settles(sample(), sample().at("order_here"), hidden));
    CHECK_FALSE(settles(sample(), sample().at("first"), hidden));
    CHECK_FALSE(settles(sample(), sample().at("sure"), hidden));
}
