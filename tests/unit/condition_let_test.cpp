// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition_fixture.hpp"

#include <fmt/format.h>

using namespace unknot;

namespace {

using Texts = std::map<std::string, ConditionText, std::less<>>;

struct Lets {
    Vocabulary vocabulary = sample_vocabulary();
    Problems problems;

    // Each let is one line of the file: `name: condition`.
    explicit Lets(const std::map<std::string, std::string>& lets)
    {
        Source source{"t.yaml", "", 0};
        Texts texts;
        int line = 0;
        for (const auto& let : lets) {
            source.text += let.first + ": " + let.second + "\n";
            texts[let.first] = {let.second, {"t.yaml", ++line, static_cast<int>(let.first.size()) + 3}};
        }
        read_lets(source, texts, vocabulary, problems);
    }

    Truth truth(const std::string& text, const Facts& facts) const { return evaluate(read(text, vocabulary), facts); }
};

}   // namespace

TEST_CASE("lets lean on one another in whatever order")
{
    const Lets lets({{"a", "b and not c"}, {"b", "c or score > 1"}, {"c", "score > 100"}, {"d", "a or b"}});
    REQUIRE_MESSAGE(lets.problems.empty(), described(lets.problems));
    CHECK(lets.vocabulary.lets.size() == 4);
    CHECK(lets.truth("a", Facts{{"score", "2"}}) == Truth::yes);
    CHECK(lets.truth("a", Facts{{"score", "200"}}) == Truth::no);
    CHECK(lets.truth("d and not c", Facts{{"score", "2"}}) == Truth::yes);
    CHECK(lets.truth("a or d", Facts()) == Truth::unknown);
    CHECK(lets.vocabulary.lets.at("a").text() == "b and not c");
    CHECK(lets.vocabulary.lets.at("b").place() == Place{"t.yaml", 2, 4});
}

TEST_CASE("circles are reported once each and spare their users")
{
    const Lets lets({{"a", "b"}, {"b", "c or ready"}, {"c", "a"}, {"me", "not me"}, {"user", "a and ready"}});
    CHECK(described(lets.problems)
          == "t.yaml:1:4: error: expected lets that don't lean on themselves, found a circle: 'a', 'b', 'c'\n"
             "    1 | a: b\n"
             "      |    ^\n"
             "unknot: hint: write one of them out in full\n"
             "t.yaml:4:5: error: expected lets that don't lean on themselves, found a circle: 'me'\n"
             "    4 | me: not me\n"
             "      |     ^\n"
             "unknot: hint: write one of them out in full\n");
    CHECK(lets.problems.front().code == "let-cycle");
    CHECK(lets.truth("user", Facts{{"ready", "yes"}}) == Truth::unknown);
    CHECK(lets.truth("user", Facts{{"ready", "no"}}) == Truth::no);
}

TEST_CASE("a let with a fault is not held against its users")
{
    const Lets lets({{"a", "b or ready"}, {"b", "scor > 1"}, {"c", "ready and"}, {"d", "c or b"}});
    CHECK(lets.problems.size() == 2);
    CHECK(lets.problems[0].code == "condition-syntax");
    CHECK(lets.problems[1].code == "unknown-fact");
    CHECK(lets.vocabulary.lets.size() == 4);
    CHECK(lets.truth("a", Facts{{"ready", "yes"}}) == Truth::yes);
    CHECK(lets.truth("d", Facts{{"ready", "yes"}}) == Truth::unknown);
}

TEST_CASE("an option or a fact of the same name makes no circle")
{
    const Lets lets({{"card", "where == card"}, {"transfer", "where in [transfer, card]"}, {"ready", "ready"}, {"b", "tags contains b"}});
    REQUIRE_MESSAGE(lets.problems.empty(), described(lets.problems));
    CHECK(lets.truth("card and transfer", Facts{{"where", "card"}}) == Truth::yes);
}

TEST_CASE("long chains of lets neither exhaust the stack nor pass unseen")
{
    std::map<std::string, std::string> chain = {{"l00000", "ready"}};
    for (int i = 1; i < 20'000; ++i) {
        chain[fmt::format("l{:05}", i)] = fmt::format("not l{:05}", i - 1);
    }
    const Lets lets(chain);
    CHECK(lets.truth("l00100", Facts{{"ready", "yes"}}) == Truth::yes);
    CHECK(lets.problems.size() > 0);
    CHECK(lets.problems.front().message == "expected at most 10000 parts and 400 levels with all its lets, found more");
}

TEST_CASE("lets that double themselves are refused before they cost time")
{
    std::map<std::string, std::string> doubling = {{"l00", "ready"}};
    for (int i = 1; i < 60; ++i) {
        doubling[fmt::format("l{:02}", i)] = fmt::format("l{0:02} and l{0:02}", i - 1);
    }
    const Lets lets(doubling);
    CHECK(lets.problems.size() >= 1);
    CHECK(lets.truth("l12", Facts{{"ready", "yes"}}) == Truth::yes);
    CHECK(lets.vocabulary.lets.at("l59").reads().size() <= 1);
}
