// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition_fixture.hpp"

#include <vector>

using namespace unknot;

namespace {

struct Row {
    std::string text;
    Truth truth;
};

constexpr Truth yes = Truth::yes;
constexpr Truth no = Truth::no;
constexpr Truth unknown = Truth::unknown;

void check(const std::vector<Row>& rows, const Facts& facts)
{
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(evaluate(read(row.text), facts) == row.truth);
    }
}

std::optional<Value> assigned(const std::string& text, const Declaration& target, const Facts& facts)
{
    Problems problems;
    const auto read = read_assignment(file_of(text), {text, {"t.yaml", 1, 1}}, target, sample_vocabulary(), problems);
    INFO(text);
    REQUIRE_MESSAGE(problems.empty(), described(problems));
    return calculate(*read, target.type, facts);
}

std::string shown(const std::vector<Value>& values)
{
    std::string text;
    for (const Value& value : values) {
        text += std::string(name(value.type)) + ":" + value.text + " ";
    }
    return text;
}

}   // namespace

TEST_CASE("facts are compared as their types say")
{
    check(
        {
            {"where == card", yes},
            {"where != card", no},
            {"where == \"card\"", yes},
            {"\"card\" == where", yes},
            {"where in [transfer, card]", yes},
            {"where in [transfer]", no},
            {"where matches \"^c\"", yes},
            {"any == whatever", no},
            {"any == 404", yes},
            {"ready", yes},
            {"ready == yes", yes},
            {"ready != yes", no},
            {"not ready", no},
            {"note == \"Hello \\\"you\\\"\"", yes},
            {"note contains \"you\"", yes},
            {"note contains \"You\"", no},
            {"note matches \"\\w+ .you\"", yes},
            {"note matches \"^you\"", no},
            {"score > 10", yes},
            {"score >= 60.5", yes},
            {"60.5 <= score", yes},
            {"score < -1", no},
            {"score == \"60.5\"", yes},
            {"amount > 60", yes},
            {"amount > \"60.4 EUR\"", yes},
            {"amount == score", yes},
            {"due == 2026-12-01", yes},
            {"due > today", yes},
            {"due < \"2026-12-02\"", yes},
            {"age > 3d", yes},
            {"age == 1w 3d 12h", yes},
            {"age in [1w, 1w 84h]", yes},
            {"free < 2GiB", yes},
            {"free >= 2GB", yes},
            {"tool == 1.2", yes},
            {"tool >= v1.2.0-rc1", yes},
            {"tool < 1.10", yes},
            {"tool == v1.2.0", yes},
            {"tool < 2", yes},
            {"tool < v2", yes},
            {"tool in [1, 1.2.0]", yes},
            {"mail contains \"@example\"", yes},
            {"mail == \"a@example.org\"", yes},
            {"site matches \"^https:\"", yes},
            {"clock == warn and clock.skew > 60", yes},
            {"tags contains a", yes},
            {"tags contains \"c\"", no},
            {"tags == [b, a]", yes},
            {"tags == \"b, a\"", yes},
            {"tags != a", yes},
            {"count(tags) == 2", yes},
            {"known(where)", yes},
        },
        Facts{{"where", "card"}, {"any", "404"}, {"ready", "yes"}, {"note", "Hello \"you\""}, {"score", "60.5"}, {"amount", "60.5 EUR"},
            {"due", "2026-12-01"}, {"age", "10d 12h"}, {"free", "2GB"}, {"tool", "v1.2"}, {"mail", "a@example.org"}, {"site", "https://x.example"},
            {"clock", "warn"}, {"clock.skew", "95"}, {"tags", "a b"}});
}

TEST_CASE("a bare word beside a choice is an option whatever else it could be")
{
    for (const std::string option : {"2fa", "3d_secure", "24h", "404", "in", "amount"}) {
        check({{"where == " + option, yes}, {"where in [card, " + option + "]", yes}, {"(where == " + option + ") and ready", yes}},
            Facts{{"where", option}, {"ready", "yes"}, {"amount", "7"}});
    }
}

TEST_CASE("operators bind from or to the unary minus")
{
    check(
        {
            {"ready or ready and sure", yes},
            {"(ready or ready) and sure", no},
            {"not sure or ready", yes},
            {"not (sure or ready)", no},
            {"not sure and ready", yes},
            {"not not ready", yes},
            {"not score == 2", no},
            {"score + 1 * 2 == 4", yes},
            {"(score + 1) * 2 == 6", yes},
            {"score - 1 - 1 == 0", yes},
            {"8 / score / 2 == 2", yes},
            {"-score + 3 == 1", yes},
            {"-score * -3 == 6", yes},
            {"--score == 2", yes},
            {"10-3 == 7", yes},
            {"score in [1, 1 + 1]", yes},
        },
        Facts{{"ready", "yes"}, {"sure", "no"}, {"score", "2"}});
}

TEST_CASE("arithmetic keeps units and currencies")
{
    check(
        {
            {"amount + \"5 EUR\" == \"65 EUR\"", yes},
            {"amount + 5 == \"65 EUR\"", yes},
            {"5 + amount > 64", yes},
            {"amount * 2 == \"120 EUR\"", yes},
            {"amount / 2 < 31", yes},
            {"amount + \"5 USD\" > 0", unknown},
            {"amount > \"5 USD\"", unknown},
            {"amount / 0 > 0", unknown},
            {"today - due > 3d", yes},
            {"today - due == 20d", yes},
            {"due - today < 0s", yes},
            {"due + 1w == 2026-11-08", yes},
            {"1w + due < today", yes},
            {"due - 12h == 2026-10-31", yes},
            {"due + 900000w > today", unknown},
            {"age * 2 == 1w", yes},
            {"age - 1w < 0s", yes},
            {"free - 1GB == 1GB", yes},
            {"free * 0.5 == \"1 GB\"", yes},
            {"free - 3GB < 0B", yes},
            {"2 / 0 == 1", unknown},
        },
        Facts{{"amount", "60 EUR"}, {"due", "2026-11-01"}, {"age", "84h"}, {"free", "2GB"}});
}

TEST_CASE("unknown follows Kleene")
{
    // ready is yes, sure is no, note and the others are unknown
    check(
        {
            {"score > 1", unknown},
            {"not score > 1", unknown},
            {"score > 1 or ready", yes},
            {"ready or score > 1", yes},
            {"score > 1 or sure", unknown},
            {"score > 1 and sure", no},
            {"sure and score > 1", no},
            {"score > 1 and ready", unknown},
            {"score != score", unknown},
            {"score + 1 > 0", unknown},
            {"-score > 0", unknown},
            {"where in [card, transfer]", unknown},
            {"amount in [score, 60]", yes},
            {"amount in [score, 61]", unknown},
            {"note contains \"\"", unknown},
            {"note matches \"\"", unknown},
            {"tags contains a", unknown},
            {"count(tags) == 0", unknown},
            {"known(score)", no},
            {"known(score) and score > 1", no},
            {"not known(score) or score > 1", yes},
        },
        Facts{{"ready", "yes"}, {"sure", "no"}, {"amount", "60"}});
}

TEST_CASE("known does not read and masked values are unknown")
{
    Facts facts{{"ready", "yes"}};
    Value masked = *read_value(FactType::text, "***");
    masked.masked = true;
    facts.put("note", masked);
    CHECK(evaluate(read("known(note)"), facts) == yes);
    CHECK(facts.reads == 0);
    check({{"note == \"***\"", unknown}, {"note contains \"*\"", unknown}, {"note matches \".\"", unknown}}, facts);
    CHECK(facts.reads == 3);
}

TEST_CASE("a value of another type than declared is unknown")
{
    Facts facts;
    for (const std::string fact : {"where", "tags", "ready", "note", "score", "amount", "due", "tool"}) {
        facts.put(fact, size_value(7));
    }
    check(
        {{"where == card", unknown}, {"tags contains a", unknown}, {"count(tags) > 0", unknown}, {"ready", unknown}, {"note contains \"B\"", unknown},
            {"score > 1", unknown}, {"amount + 1 > 1", unknown}, {"due < today", unknown}, {"tool < 2", unknown}, {"note matches \"7\"", unknown}},
        facts);
}

TEST_CASE("what a condition reads")
{
    const Vocabulary plain = sample_vocabulary();
    Vocabulary vocabulary = plain;
    vocabulary.lets["large"] = read("amount > 1000 or score > 3", plain);
    const Condition condition =
        read("large and (ready or clock.skew > 1 or age > due - today) and count(tags) > 1 and known(note) and ready", vocabulary);
    CHECK(condition.reads() == std::vector<std::string>{"age", "amount", "clock.skew", "due", "ready", "score", "tags"});
    CHECK(Condition().reads().empty());
}

TEST_CASE("which constants a fact is compared with")
{
    Vocabulary vocabulary = sample_vocabulary();
    vocabulary.lets["large"] = read("amount > 1000");
    CHECK(shown(read("large or amount in [2, 3] or 4 < amount or amount == \"5 EUR\" or score > 6 or amount > 1000", vocabulary).constants("amount"))
          == "number:1000 number:2 number:3 number:4 amount:5 EUR ");
    CHECK(shown(read("where == card or not where in [transfer, in]").constants("where")) == "choice:card choice:transfer choice:in ");
    CHECK(shown(read("tags contains a or tags == [b, c]").constants("tags")) == "choice:a list:b, c ");
    CHECK(shown(read("tool < 1.10 and score > -5 and score < 2 * 30").constants("score")) == "number:-5 number:60 ");
    CHECK(shown(read("tool < 1.10").constants("tool")) == "version:1.10 ");
    CHECK(shown(read("score > clock.skew and score + 1 > 2").constants("score")).empty());
}

TEST_CASE("an assignment has the type of its fact")
{
    const Facts facts{{"score", "2"}, {"amount", "60 EUR"}, {"due", "2026-11-01"}, {"tags", "a"}};
    CHECK(assigned("score + 10", {FactType::number, {}}, facts) == number_value(12));
    CHECK(assigned("10", {FactType::amount, {}}, facts) == amount_value(10, ""));
    CHECK(assigned("amount + \"5 EUR\"", {FactType::amount, {}}, facts) == amount_value(65, "EUR"));
    CHECK(assigned("today", {FactType::date, {}}, facts)->text == "2026-11-21");
    CHECK(assigned("today - due", {FactType::duration, {}}, facts)->text == "2w 6d");
    CHECK(assigned("1.2", {FactType::version, {}}, facts) == read_value(FactType::version, "1.2"));
    CHECK(assigned("card", {FactType::choice, {"card"}}, facts) == read_value(FactType::choice, "card"));
    CHECK(assigned("b", {FactType::list, {"a", "b"}}, facts)->items == std::vector<std::string>{"b"});
    CHECK(assigned("[b, a]", {FactType::list, {"a", "b"}}, facts)->items == std::vector<std::string>{"b", "a"});
    CHECK(assigned("[]", {FactType::list, {"a"}}, facts)->items.empty());
    CHECK(assigned("yes", {FactType::yesno, {}}, facts) == yesno_value(true));
    CHECK(assigned("amount > 60", {FactType::yesno, {}}, facts) == yesno_value(false));
    CHECK(assigned("\"a b\"", {FactType::text, {}}, facts) == read_value(FactType::text, "a b"));
    CHECK_FALSE(assigned("score / 0", {FactType::number, {}}, facts));
    CHECK_FALSE(assigned("age > 1d", {FactType::yesno, {}}, facts));
    CHECK_FALSE(assigned("clock.skew + 1", {FactType::number, {}}, facts));
}

TEST_CASE("no condition is unknown")
{
    CHECK(evaluate(Condition(), Facts()) == unknown);
    CHECK_FALSE(calculate(Condition(), FactType::yesno, Facts()));
}
