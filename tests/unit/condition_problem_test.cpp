// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition_fixture.hpp"

#include <vector>

using namespace unknot;

namespace {

struct Row {
    std::string text;
    int column;
    std::string code;
    std::string message;
    std::string hint;
};

Problems problems_of(const std::string& text)
{
    Vocabulary vocabulary = sample_vocabulary();
    vocabulary.lets["large"] = Condition();
    Problems problems;
    const auto condition = read_condition(file_of(text), {text, {"t.yaml", 1, 1}}, vocabulary, problems);
    CHECK(condition.has_value() == problems.empty());
    return problems;
}

void check(const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Problems problems = problems_of(row.text);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].place->column == row.column);
        CHECK(problems[0].code == row.code);
        CHECK(problems[0].message == row.message);
        CHECK(problems[0].hint == row.hint);
    }
}

Problems in_file(const std::string& file, const std::string& text, int line, int column)
{
    Problems problems;
    read_condition(file_of(file), {text, {"t.yaml", line, column}}, sample_vocabulary(), problems);
    REQUIRE(problems.size() == 1);
    return problems;
}

std::string nested(const std::string& open, int times, const std::string& inner, const std::string& close)
{
    std::string text = inner;
    for (int i = 0; i < times; ++i) {
        text = open + text + close;
    }
    return text;
}

}   // namespace

TEST_CASE("a fault in a condition shows where it is")
{
    CHECK(described(problems_of("ready and scor > 1"))
          == "t.yaml:1:11: error: expected the name of a fact, found 'scor'\n"
             "    1 | ready and scor > 1\n"
             "      |           ^\n"
             "unknot: hint: did you mean 'score'?\n");
}

TEST_CASE("syntax")
{
    const std::string code = "condition-syntax";
    check({
        {"  ", 1, code, "expected a condition, found nothing", ""},
        {"ready and", 10, code, "expected a value, found the end", ""},
        {"ready ready", 7, code, "expected an operator or the end, found 'ready'", ""},
        {"(ready", 7, code, "expected a closing parenthesis, found the end", ""},
        {"ready)", 6, code, "expected an operator or the end, found ')'", ""},
        {"score = 1", 7, code, "expected a fact, a value or an operator, found '='", "write '=='"},
        {"ready && sure", 7, code, "expected a fact, a value or an operator, found '&'", "write 'and'"},
        {"note == 'x'", 9, code, "expected a fact, a value or an operator, found '''", "write texts in \"double quotes\""},
        {"note == “x”", 9, code, "expected a fact, a value or an operator, found '“'", "write texts in \"double quotes\""},
        {"score ≥ 1", 7, code, "expected a fact, a value or an operator, found '≥'", "write '>='"},
        {"score \x1B", 7, code, "expected a fact, a value or an operator, found U+001B", ""},
        {"note == \"x", 9, code, "expected a closing quote, found the end", ""},
        {"1 < score < 5", 11, code, "expected one comparison, found a second one: '<'", "write '1 < score and score < 5'"},
        {"score in [1] == 2", 14, code, "expected one comparison, found a second one: '=='", "join two comparisons with 'and'"},
        {"where in card", 10, code, "expected a list like [a, b] right of 'in', found 'card'", ""},
        {"where in [card", 15, code, "expected a closing bracket, found the end", ""},
        {"where in [card,]", 15, code, "expected a closing bracket, found ','", ""},
        {"known(1)", 7, code, "expected the name of a fact in known(), found '1'", ""},
        {"ready == not sure", 10, code, "expected a value, found 'not'", "put 'not' and what follows in parentheses"},
        {"due > 2026-02-30", 7, code, "expected a day of the calendar, found '2026-02-30'", ""},
        {"tool > 1.2.3-", 8, code, "expected a version like 1.2.0-rc1, found '1.2.3-'", ""},
        {"age > 1.5x", 7, code, "expected a number with a unit like 1.5h or 2GB, found '1.5x'", ""},
        {"score > 1e5", 9, "condition-type", "expected a number with a unit like 3d or 2GB, found '1e5'", ""},
    });
}

TEST_CASE("names")
{
    check({
        {"wehre == card", 1, "unknown-fact", "expected the name of a fact, found 'wehre'", "did you mean 'where'?"},
        {"clock.skw > 1", 1, "unknown-fact", "expected the name of a fact, found 'clock.skw'", "did you mean 'clock.skew'?"},
        {"lagre", 1, "unknown-fact", "expected the name of a fact, found 'lagre'", "did you mean 'large'?"},
        {"known(xyzzy)", 7, "unknown-fact", "expected the name of a fact, found 'xyzzy'", ""},
        {"note == hello", 9, "unknown-fact", "expected the name of a fact, found 'hello'", "put a text in quotes: \"hello\""},
        {"where == crad", 10, "unknown-option", "expected one of 'card', 'transfer', '2fa', '3d_secure', '24h', '404', 'in', 'amount', found 'crad'",
            "did you mean 'card'?"},
        {"where in [card, \"x y\"]", 17, "unknown-option",
            "expected one of 'card', 'transfer', '2fa', '3d_secure', '24h', '404', 'in', 'amount', found '\"x y\"'", ""},
        {"tags contains d", 15, "unknown-option", "expected one of 'a', 'b', 'c', found 'd'", "did you mean 'a'?"},
        {"tags == \"a, d\"", 9, "unknown-option", "expected one of 'a', 'b', 'c', found '\"a, d\"'", ""},
        {"ready == true", 10, "unknown-option", "expected one of 'yes', 'no', found 'true'", ""},
        {"any == Card", 8, "unknown-option", "expected a value of lower-case letters, digits and '_', found 'Card'", ""},
    });
}

TEST_CASE("types")
{
    const std::string code = "condition-type";
    check({
        {"amount", 1, code, "expected a condition, found an amount alone: 'amount'", "compare it, as in 'amount > 0'"},
        {"ready and where", 11, code, "expected a condition, found a choice alone: 'where'", "compare it, as in 'where == card'"},
        {"not tags", 5, code, "expected a condition, found a list alone: 'tags'", "compare it, as in 'tags contains a'"},
        {"score + 1", 1, code, "expected a condition, found a number alone: 'score + 1'", ""},
        {"due > 3", 7, code, "expected a date beside 'due', found a number: '3'", ""},
        {"3d < due", 6, code, "expected a duration beside '3d', found a date: 'due'", ""},
        {"note == 123", 9, code, "expected a text beside 'note', found a number: '123'", "put the text in quotes: \"123\""},
        {"where < card", 7, code, "expected '==' or '!=' beside a choice, found '<'", ""},
        {"note >= \"a\"", 6, code, "expected '==' or '!=' beside a text, found '>='", ""},
        {"due > \"soon\"", 7, code, "expected a date like 2026-11-21, found '\"soon\"'", ""},
        {"score in [1, 3d]", 14, code, "expected a number beside 'score', found a duration: '3d'", ""},
        {"score in []", 10, code, "expected a list of values, found '[]'", ""},
        {"score == [1]", 10, code, "expected one value, found a list: '[1]'", "use 'in' before a list"},
        {"score contains 1", 1, code, "expected a list or a text left of 'contains', found a number: 'score'", ""},
        {"tags contains [a]", 15, code, "expected an option's value, found '[a]'", ""},
        {"note contains 12", 15, code, "expected a text right of 'contains', found a number: '12'", "put the text in quotes: \"12\""},
        {"score matches \"1\"", 1, code, "expected a text left of 'matches', found a number: 'score'", ""},
        {"note matches mail", 14, code, "expected a pattern in quotes, found 'mail'", ""},
        {"count(where) > 1", 7, code, "expected a list in count(), found a choice: 'where'", ""},
        {"known(large)", 7, code, "expected a fact, found a condition: 'large'", ""},
        {"large == yes", 1, code, "expected a value, found a condition: 'large'", "write 'large' alone or 'not large'"},
        {"score == (ready and sure)", 10, code, "expected a value, found a condition: '(ready and sure)'", ""},
        {"due + 3 > today", 5, code, "expected values that '+' can join, found a date and a number", "give the number a unit: 3d"},
        {"amount * amount > 1", 8, code, "expected values that '*' can join, found an amount and an amount", ""},
        {"due + due > today", 5, code, "expected values that '+' can join, found a date and a date", ""},
        {"score < -due", 10, code, "expected a number behind '-', found a date: 'due'", ""},
        {"where == -card", 11, "unknown-fact", "expected the name of a fact, found 'card'", ""},
        {"note matches \"[a\"", 14, "bad-pattern", "expected a pattern (RE2), found '\"[a\"': missing ]: [a", ""},
    });
}

TEST_CASE("all faults of names and types are told at once")
{
    const Problems problems = problems_of("scor > 1 and where == crad or not note matches \"(\"");
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].code == "unknown-fact");
    CHECK(problems[1].code == "unknown-option");
    CHECK(problems[2].code == "bad-pattern");
}

TEST_CASE("assignments that do not fit")
{
    const auto problem = [](const std::string& text, const Declaration& target) {
        Problems problems;
        CHECK_FALSE(read_assignment(file_of(text), {text, {"t.yaml", 1, 1}}, target, sample_vocabulary(), problems));
        REQUIRE(problems.size() == 1);
        return problems[0].code + ": " + problems[0].message;
    };
    CHECK(problem("3d", {FactType::number, {}}) == "condition-type: expected a number, found a duration: '3d'");
    CHECK(problem("score > 1", {FactType::number, {}}) == "condition-type: expected a number, found a condition: 'score > 1'");
    CHECK(problem("amount", {FactType::number, {}}) == "condition-type: expected a number, found an amount: 'amount'");
    CHECK(problem("crad", {FactType::choice, {"card"}}) == "unknown-option: expected 'card', found 'crad'");
    CHECK(problem("hello", {FactType::text, {}}) == "unknown-fact: expected the name of a fact, found 'hello'");
    CHECK(problem("[a, score + 1]", {FactType::list, {"a"}}) == "condition-type: expected an option's value, found 'score + 1'");
    CHECK(problem("", {FactType::number, {}}) == "condition-syntax: expected a condition, found nothing");
}

TEST_CASE("columns are those of the file whatever the quotes")
{
    struct Case {
        std::string file;
        std::string text;
        int line;
        int column;
        int fault_line;
        int fault_column;
    };
    const std::vector<Case> table = {
        {"a: 1\nwhen: ready and x\n", "ready and x", 2, 7, 2, 17},
        {"when: 'note == \"it''s\" and x'", "note == \"it's\" and x", 1, 8, 1, 28},
        {"when: \"note == \\\"q\\\" and x\"", "note == \"q\" and x", 1, 8, 1, 26},
        {"when: ready\n   and x", "ready and x", 1, 7, 2, 8},
        {"when: |\n  ready\n  and x\n", "ready\nand x\n", 1, 7, 3, 7},
        {"when: >-\n  ready\n  and x\n", "ready and x", 1, 7, 3, 7},
        {"when: note == \"Grüße\" and x", "note == \"Grüße\" and x", 1, 7, 1, 27},
        {"when: \"note == \\u0022q\\u0022 and x\"", "note == \"q\" and x", 1, 8, 1, 8},
        {"something else", "ready and x", 1, 4, 1, 4},
        {"when: ready and x", "ready and x", 9, 4, 9, 4},
        {"when: ready and x", "ready and x", 0, 0, 0, 0},
    };
    for (const Case& row : table) {
        CAPTURE(row.file);
        const Problems problems = in_file(row.file, row.text, row.line, row.column);
        CHECK(problems[0].place->line == row.fault_line);
        CHECK(problems[0].place->column == row.fault_column);
    }
}

TEST_CASE("lines before the text are counted in")
{
    Problems problems;
    read_condition({"a.en.md", "when: ready and x", 5}, {"ready and x", {"a.en.md", 6, 7}}, sample_vocabulary(), problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place == Place{"a.en.md", 6, 17});
}

TEST_CASE("budgets hold and what is within them is read")
{
    CHECK(problems_of(nested("(", 40, "ready", ")")).empty());
    CHECK(problems_of(nested("not ", 40, "ready", "")).empty());
    CHECK(problems_of(nested("", 150, "score", " + 1") + " > 0").empty());
    CHECK(problems_of(nested("", 180, "ready", " and sure")).empty());
    CHECK(problems_of("note == \"" + std::string(1985, 'x') + "\"").empty());
    for (const std::string& text : {nested("(", 60, "ready", ")"), nested("not ", 60, "ready", ""), nested("-", 900, "score", "") + " > 1",
             std::string(1999, '('), std::string(1999, '['), nested("", 450, "score", " + 1") + " > 0", nested("score+(", 200, "1", ")") + "> 0",
             std::string(1'000'000, ' ')}) {
        CAPTURE(text.substr(0, 20));
        const Problems problems = problems_of(text);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].code == "condition-syntax");
    }
    CHECK(problems_of(std::string(2001, 'x'))[0].message == "expected at most 2000 bytes, found 2001");
}

TEST_CASE("no soup of words does harm")
{
    const std::vector<std::string> words = {"ready", "where", "card", "score", "1", "1.2.3", "3d", "1w", "2GB", "2026-11-21", "\"x\"", "\"", "\\",
        "(", ")", "[", "]", ",", "and", "or", "not", "in", "==", "<", "+", "-", "*", "/", "known", "count(", "tags", "contains", "matches", "today",
        ".", "v1.", "\xFF", "\xC3", "€", "tool", "amount", "due", "2fa", "9999999999999999999999999", "-1"};
    unsigned state = 1;
    const auto next = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    int good = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t length = next(9) + 1; length > 0; --length) {
            text += words[next(words.size())] + (next(3) == 0 ? "" : " ");
        }
        Problems problems;
        const auto condition = read_condition(file_of(text), {text, {"t.yaml", 1, 1}}, sample_vocabulary(), problems);
        REQUIRE(condition.has_value() == problems.empty());
        if (condition) {
            ++good;
            evaluate(*condition, Facts());
        }
    }
    CHECK(good > 10);
}
