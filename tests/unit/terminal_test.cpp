// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

#include "terminal.hpp"

#include <fcntl.h>

using namespace unknot;

namespace {

// The settings for one test.
class Terminal {
public:
    explicit Terminal(Styling styling, const std::string& pager = {})
    {
        TerminalSettings settings;
        settings.styling = styling;
        settings.pager = pager;
        settings.output_is_terminal = !pager.empty();
        settings.height = 3;
        set_terminal(settings);
    }
    ~Terminal() { set_terminal({}); }
};

} // namespace

TEST_CASE("styles are sequences of our own or nothing")
{
    const auto print_both = [] { print_line("a " + strong("b") + faint("c")); };
    {
        const Terminal ansi(Styling::ansi);
        CHECK(printed(print_both) == "a \x1B[1mb\x1B[22m\x1B[2mc\x1B[22m\n");
    }
    const Terminal plain(Styling::plain);
    CHECK(printed(print_both) == "a bc\n");
}

TEST_CASE("no text can style or steer the terminal")
{
    const Terminal ansi(Styling::ansi);
    for (const char* hostile : {"\x1B[1mx", "\x1B[2Jx", "\x9B[1mx", "\x1B]0;t\x07x", "\xE2\x80\xAEx"}) {
        CAPTURE(std::string(hostile));
        const std::string text = printed([&] { print(hostile); });
        CHECK(text.find('\x1B') == std::string::npos);
        CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
        CHECK(printed([&] { print(strong(hostile)); }) == "\x1B[1m" + text + "\x1B[22m");
    }
    CHECK(printed([] { print("\xFFok\ttab\n"); }) == "\xEF\xBF\xBDok tab\n");
    CHECK(printed([] { print(strong("a" + strong("b"))); }) == "\x1B[1mab\x1B[22m");
}

TEST_CASE("raw bytes stay as they are")
{
    CHECK(printed([] { print_raw(std::string("a\0\x1B\xFF", 4)); }) == std::string("a\0\x1B\xFF", 4));
}

TEST_CASE("Markdown is printed with its indent")
{
    const Terminal plain(Styling::plain);
    CHECK(printed([] { print_markdown("one\n\ntwo", 2); }) == "  one\n\n  two\n");
}

TEST_CASE("a long text goes through the pager and a short one does not")
{
    const std::vector<std::string> lines = {strong("a"), "\x1B[1mb\x1B[0m \x1B[2J", "c", "d"};
    const std::string shown = "a\nb [2J\nc\nd\n";
    {
        const Terminal paged(Styling::plain, "sed s/^/=/");
        CHECK(printed([&] { page(lines); }) == "=a\n=b [2J\n=c\n=d\n");
        CHECK(printed([&] { page({"x"}); }) == "x\n");
    }
    {
        const Terminal shell(Styling::plain, "tr a-d A-D | tac");
        CHECK(printed([&] { page(lines); }) == "D\nC\nB [2J\nA\n");
    }
    for (const char* none : {"", "cat", "no-such-pager-anywhere -x", "no-such-pager-anywhere | cat; exit 127"}) {
        CAPTURE(std::string(none));
        const Terminal direct(Styling::plain, none);
        const std::string text = printed([&] { printed([&] { page(lines); }, STDERR_FILENO); });
        CHECK(text == shown);
    }
}

TEST_CASE("a pager that is left early does not end the program")
{
    const Terminal paged(Styling::plain, "true");
    CHECK(printed([] { page(std::vector<std::string>(100'000, "a long text that does not fit into a pipe")); }).empty());
}

TEST_CASE("a full disk is noticed")
{
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    bool written = true;
    {
        const Redirected output(STDOUT_FILENO, full);
        print_line("x");
        written = flush_output();
        std::clearerr(stdout);
    }
    ::close(full);
    CHECK_FALSE(written);
    CHECK(flush_output());
}

TEST_CASE("what is no terminal has no styles and its width from the environment")
{
    std::FILE* file = std::tmpfile();
    TerminalSettings seen;
    TerminalSettings narrow;
    {
        const Redirected output(STDOUT_FILENO, ::fileno(file));
        Environment environment;
        environment.terminal = "xterm";
        seen = look_at_terminal(environment);
        environment.columns = 5;
        narrow = look_at_terminal(environment);
    }
    std::fclose(file);
    CHECK(seen.styling == Styling::plain);
    CHECK_FALSE(seen.output_is_terminal);
    CHECK(seen.width == 80);
    CHECK(narrow.width == 20);
}
