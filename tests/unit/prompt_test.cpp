// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt_fixture.hpp"
#include "streams_fixture.hpp"

#include "language.hpp"
#include "prompt.hpp"
#include "terminal.hpp"
#include "unknot/problem.hpp"

#include <csignal>
#include <fcntl.h>

using namespace unknot;

namespace {

const char* const choice =
    "  q:\n    ask: Where?\n    options:\n      card: {label: Paying by card, to: done}\n      cash: {label: Paying in cash, to: done}\n"
    "      b: {label: A bank, to: done}\n      s2: {label: Something else, to: done}\n    unknown: done";
const char* const several = "  q:\n    ask: Which?\n    many: true\n    options:\n      red: {label: Red}\n      blue: {label: Dark blue}\n      "
                            "navy: {label: 'Dark, nearly black'}\n"
                            "      none: {label: None of these, only: true}\n    unknown: done\n    to: done";
const char* const yes_or_no = "  q: {ask: Sure, yes: done, no: done, unknown: done}";
const char* const chinese = "  q:\n    ask: Where?\n    options:\n      card: {label: 用银行卡付款, to: done}\n      cash: {label: 用现金付款, to: "
                            "done}\n      other: {label: 其他, to: done}";
const char* const free_text = "  q:\n    ask: What?\n    input: text\n    to: done\n    unknown: done";
const char* const amount =
    "  q:\n    ask: How much?\n    input: amount\n    min: 1\n    max: 500\n    example: 60.5 EUR\n    to: done\n    unknown: done";

struct Expected {
    const char* line;
    Wish wish;
    const char* text;
};

void check(const std::string& nodes, std::initializer_list<Expected> table)
{
    const Standpoint at(nodes);
    for (const Expected& expected : table) {
        CAPTURE(std::string(expected.line));
        const Reply reply = understand(at.state(), expected.line, "en");
        CHECK(static_cast<int>(reply.wish) == static_cast<int>(expected.wish));
        CHECK(reply.text == std::string(expected.text));
    }
}

const char* const one_to_five = "a number from 1 to 5, or the start of one answer";

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a choice is a number or a value or the start of one label")
{
    check(choice, {{"1", Wish::answer, "card"}, {" 2 ", Wish::answer, "cash"}, {"5", Wish::answer, "unknown"}, {"card", Wish::answer, "card"},
                      {"s2", Wish::answer, "s2"}, {"PAYING BY CARD", Wish::answer, "card"}, {"paying in", Wish::answer, "cash"},
                      {"some", Wish::answer, "s2"}, {"I don't", Wish::answer, "unknown"}, {"unknown", Wish::answer, "unknown"},
                      {"２", Wish::answer, "cash"}, {"1\r", Wish::answer, "card"}, {"paying", Wish::misunderstood, one_to_five},
                      {"6", Wish::misunderstood, one_to_five}, {"0", Wish::misunderstood, one_to_five}, {"1 2", Wish::misunderstood, one_to_five},
                      {"x", Wish::misunderstood, one_to_five}, {"", Wish::misunderstood, one_to_five}, {"-1", Wish::misunderstood, one_to_five}});
}

TEST_CASE("an answer that reads the same comes before a command")
{
    check(choice, {{"b", Wish::answer, "b"}, {"\\b", Wish::back, ""}, {"s", Wish::save, ""}, {"q", Wish::quit, ""}, {"Q", Wish::quit, ""},
                      {"h", Wish::hand_over, ""}, {"?", Wish::why, ""}, {"？", Wish::why, ""}, {"\\q", Wish::quit, ""},
                      {"/ card  declined ", Wish::search, "card  declined"}, {"/", Wish::search, ""}, {"\\/x", Wish::search, "x"}});
    check("  q: {ask: Which, options: {q: {label: Queue, to: done}, b2: {label: Back again, to: done}, h: {label: b, to: done}}}",
        {{"q", Wish::answer, "q"}, {"b", Wish::answer, "h"}, {"h", Wish::answer, "h"}, {"\\q", Wish::quit, ""}, {"ba", Wish::answer, "b2"}});
}

TEST_CASE("a letter that only begins a label stays a command")
{
    check("  q: {ask: Which, options: {bank: {label: Bank transfer, to: done}, quick: {label: Quick, to: done}}}",
        {{"b", Wish::back, ""}, {"q", Wish::quit, ""}, {"ba", Wish::answer, "bank"}, {"qu", Wish::answer, "quick"}});
}

TEST_CASE("numbers on the screen come before values that look like them")
{
    check("  q: {ask: How often, options: {'0': {label: Never, to: done}, '1': {label: Once, to: done}, '24': {label: Daily, to: done}}}",
        {{"1", Wish::answer, "0"}, {"2", Wish::answer, "1"}, {"0", Wish::answer, "0"}, {"24", Wish::answer, "24"}, {"once", Wish::answer, "1"}});
}

TEST_CASE("several answers stand between commas or spaces")
{
    check(several,
        {{"1,2", Wish::answer, "red,blue"}, {"1 2", Wish::answer, "red,blue"}, {"2, 1", Wish::answer, "blue,red"}, {"red", Wish::answer, "red"},
            {"dark blue", Wish::answer, "blue"}, {"dark, nearly black", Wish::answer, "navy"}, {"red, dark b", Wish::answer, "red,blue"},
            {"1 1,red", Wish::answer, "red"}, {"１，２", Wish::answer, "red,blue"}, {"1、2", Wish::answer, "red,blue"}, {"4", Wish::answer, "none"},
            {"5", Wish::answer, "unknown"}, {"b", Wish::back, ""}, {"1,4", Wish::misunderstood, "'None of these' alone, or others without it"},
            {"1,5", Wish::misunderstood, "'I don't know' alone, or others without it"},
            {"1,x", Wish::misunderstood, "numbers from 1 to 5, separated by commas or spaces"},
            {",", Wish::misunderstood, "numbers from 1 to 5, separated by commas or spaces"}});
}

TEST_CASE("yes and no and the fixes and probes that ask so")
{
    check(yes_or_no, {{"1", Wish::answer, "yes"}, {"no", Wish::answer, "no"}, {"y", Wish::answer, "yes"}, {"N", Wish::answer, "no"},
                         {"3", Wish::answer, "unknown"}});
    check("  q: {ask: Sure, yes: done, no: done}", {{"3", Wish::misunderstood, "a number from 1 to 2, or the start of one answer"}});
    check("  q: {fix: Restart it, solved: done, else: done}",
        {{"1", Wish::answer, "solved"}, {"yes", Wish::answer, "solved"}, {"n", Wish::answer, "not_solved"}, {"2", Wish::answer, "not_solved"},
            {"not_solved", Wish::answer, "not_solved"}});
    const Standpoint probe("  q: {probe: {env: HOME}, otherwise: Is it set, ok: done, fail: done, else: done}",
        {Event{EventKind::probe, "q", 0, "skipped", {}, Origin::person, false, {}}});
    REQUIRE(probe.state().standing == Standing::asking);
    CHECK(understand(probe.state(), "1", "en").text == "yes");
    CHECK(understand(probe.state(), "3", "en").text == "unknown");
}

TEST_CASE("Chinese labels are compared like others")
{
    check(chinese, {{"用银", Wish::answer, "card"}, {"用现金付款", Wish::answer, "cash"}, {"其", Wish::answer, "other"},
                       {"用", Wish::misunderstood, "a number from 1 to 3, or the start of one answer"}});
}

TEST_CASE("typed input is what the node takes")
{
    check(amount, {{"60.5 EUR", Wish::answer, "60.5 EUR"}, {"６０", Wish::answer, "60"}, {"q", Wish::quit, ""}, {"b", Wish::back, ""},
                      {"/limit", Wish::search, "limit"}, {"unknown", Wish::answer, "unknown"}, {"i don't know", Wish::answer, "unknown"},
                      {"600", Wish::misunderstood, "500 or less"}, {"0.5", Wish::misunderstood, "1 or more"},
                      {"lots", Wish::misunderstood, "an amount like 60.5 EUR"}, {"", Wish::misunderstood, "an amount like 60.5 EUR"}});
    check("  q: {ask: Order, input: text, pattern: '[A-Z]{2}[0-9]+', example: AB12, to: done}",
        {{"AB12", Wish::answer, "AB12"}, {"q", Wish::quit, ""}, {"ab", Wish::misunderstood, "a text like AB12"}});
    check("  q: {ask: Order, input: text, pattern: '[a-z]+', error: Lower case please, to: done}",
        {{"q", Wish::answer, "q"}, {"1", Wish::misunderstood, "Lower case please"}});
}

TEST_CASE("a free text takes every word and leaves commands with a backslash")
{
    check(free_text, {{"q", Wish::answer, "q"}, {"?", Wish::answer, "?"}, {"/words", Wish::answer, "/words"}, {"\\q", Wish::quit, ""},
                         {"\\?", Wish::why, ""}, {"\\/words", Wish::search, "words"}, {"\\s", Wish::save, ""}, {"\\h", Wish::hand_over, ""},
                         {"\\server\\x", Wish::answer, "\\server\\x"}, {"  ＡＢ c ", Wish::answer, "ＡＢ c"}});
}

TEST_CASE("an empty line takes the proposal")
{
    const Standpoint at(choice, {Event{EventKind::answer, "q", 0, "cash", {}, Origin::person, false, {}},
                                    Event{EventKind::withdraw, "q", 0, {}, {}, Origin::person, false, {}}});
    REQUIRE(at.state().proposal == "cash");
    const Reply reply = understand(at.state(), "  ", "en");
    CHECK(reply.wish == Wish::answer);
    CHECK(reply.text == "cash");
    CHECK(has(printed([&] { print_question(at.state(), "en"); }), "\n[Paying in cash] an empty line takes it\n"));
}

TEST_CASE("a choice is printed with its numbers and commands")
{
    const Standpoint at(choice);
    CHECK(printed([&] { print_question(at.state(), "en"); })
          == "\nWhere?\n\n  1) Paying by card\n  2) Paying in cash\n  3) A bank\n  4) Something else\n  5) I don't know\n"
             "\\b back · ? why · /words search · h hand over · s save · q quit\n");
}

TEST_CASE("a fix shows its steps and asks whether they helped")
{
    const Standpoint at("  q:\n    fix:\n      - Turn it off\n      - Turn it on\n    tries: 2\n    solved: done\n    else: done");
    const std::string text = printed([&] { print_question(at.state(), "en"); });
    CHECK(has(text, "Turn it off"));
    CHECK(has(text, "\nAttempt 1 of 2\nDid that help?\n\n  1) yes, it is solved\n  2) no\n"));
}

TEST_CASE("an input shows what is expected and how commands are typed")
{
    const Standpoint number(amount);
    CHECK(has(printed([&] { print_question(number.state(), "en"); }),
        "Expected: an amount like 60.5 EUR, 1 or more, 500 or less\nFor example: 60.5 EUR\nIf you don't know, type unknown\nb back"));
    const Standpoint text(free_text);
    CHECK(has(printed([&] { print_question(text.state(), "en"); }), "\\b back · \\? why · \\/words search · \\h hand over · \\s save · \\q quit\n"));
}

TEST_CASE("labels lose their Markdown and facts are filled in")
{
    const Standpoint at("  q: {ask: Which, options: {a: {label: 'The **old** one {{x}', to: done}, b3: {label: 'Score {score}', to: done}}}", {},
        "facts: {score: {type: number, start: 3}}\n");
    const std::string text = printed([&] { print_question(at.state(), "en"); });
    CHECK(has(text, "  1) The old one {x}\n  2) Score 3\n"));
    CHECK(understand(at.state(), "the old one", "en").text == "a");
}

TEST_CASE("long labels are wrapped under themselves")
{
    TerminalSettings narrow;
    narrow.width = 30;
    set_terminal(narrow);
    const Standpoint at("  q: {ask: Which, options: {a: {label: A label that is longer than one line, to: done}, b3: {label: Short, to: done}}}");
    const std::string text = printed([&] { print_question(at.state(), "en"); });
    set_terminal({});
    CHECK(has(text, "  1) A label that is longer\n     than one line\n"));
}

namespace {

// Standard input that holds these bytes and then ends.
class StandardInput {
public:
    explicit StandardInput(const std::string& bytes)
    {
        file_ = std::tmpfile();
        std::fwrite(bytes.data(), 1, bytes.size(), file_);
        std::rewind(file_);
        redirected_.emplace(STDIN_FILENO, ::fileno(file_));
    }
    ~StandardInput()
    {
        redirected_.reset();
        std::fclose(file_);
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

private:
    std::FILE* file_;
    std::optional<Redirected> redirected_;
};

void do_nothing(int) {}

} // namespace

TEST_CASE("lines are read one by one as bytes")
{
    const StandardInput input(std::string("first\r\n\n\0x\xFF\nlast", 16));
    CHECK(read_line("") == "first");
    CHECK(read_line("") == "");
    CHECK(read_line("") == std::string("\0x\xFF", 3));
    CHECK(read_line("") == "last");
    CHECK(read_line("") == std::nullopt);
    CHECK(read_line("") == std::nullopt);
}

TEST_CASE("a line may have 64 KiB and no more")
{
    {
        const StandardInput input(std::string(65536, 'x') + "\nnext\n");
        CHECK(read_line("")->size() == 65536);
        CHECK(read_line("") == "next");
    }
    for (const char* end : {"", "\n"}) {
        const StandardInput input(std::string(65537, 'x') + end);
        CHECK_THROWS_AS(read_line(""), Failure);
    }
}

TEST_CASE("the prompt is printed before the line is read")
{
    const StandardInput input("x\n");
    CHECK(printed([] { CHECK(read_line("> ") == "x"); }) == "> ");
}

TEST_CASE("a signal ends the wait")
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    struct sigaction quiet = {};
    struct sigaction before = {};
    quiet.sa_handler = do_nothing;
    sigaction(SIGALRM, &quiet, &before);
    {
        const Redirected input(STDIN_FILENO, ends[0]);
        ::ualarm(20'000, 20'000);
        CHECK(read_line("") == std::nullopt);
        ::ualarm(0, 0);
        REQUIRE(::write(ends[1], "later\n", 6) == 6);
        CHECK(read_line("") == "later");
    }
    sigaction(SIGALRM, &before, nullptr);
    ::close(ends[0]);
    ::close(ends[1]);
}
