// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

#include "terminal.hpp"
#include "voice.hpp"

using namespace unknot;

namespace {

std::string told(const std::function<void()>& tell)
{
    return printed(tell, STDERR_FILENO);
}

Problem error(const std::string& message)
{
    return {Severity::error, "code", message, std::nullopt, "do this", {}};
}

} // namespace

TEST_CASE("faults and hints are told on standard error")
{
    CHECK(told([] { report(error("no tree named 'x'")); }) == "unknot: error: no tree named 'x'\nunknot: hint: do this\n");
    CHECK(told([] { warn("old"); }) == "unknot: warning: old\n");
    CHECK(told([] { note("indexing"); }) == "unknot: indexing\n");
    CHECK(told([] {
        report(Problems{error("a"), error("b")});
    }) == "unknot: error: a\nunknot: hint: do this\nunknot: error: b\nunknot: hint: do this\n");
}

TEST_CASE("a message cannot steer the terminal")
{
    const std::string text = told([] { report(error("\x1B[2J\xE2\x80\xAE\x07x")); });
    CHECK(text == "unknot: error: [2Jx\nunknot: hint: do this\n");
}

TEST_CASE("on a narrow terminal a message is broken between words")
{
    const TerminalSettings before = terminal();
    TerminalSettings narrow = before;
    narrow.error_width = 30;
    set_terminal(narrow);
    CHECK(told([] { note("the case was saved with version 1.0"); }) == "unknot: the case was saved\nwith version 1.0\n");
    CHECK(told([] { note("案例保存时知识包的版本是 1.2.0，现在是 1.2.1"); }) == "unknot: 案例保存时知识包的版本\n是 1.2.0，现在是 1.2.1\n");
    CHECK(told([] { warn("a path: /usr/share/unknot/packs"); }) == "unknot: warning: a path:\n/usr/share/unknot/packs\n");
    narrow.error_width = 0;
    set_terminal(narrow);
    CHECK(told([] { note("the case was saved with version 1.0"); }) == "unknot: the case was saved with version 1.0\n");
    set_terminal(before);
}

TEST_CASE("what somebody copies is not broken")
{
    const TerminalSettings before = terminal();
    TerminalSettings narrow = before;
    narrow.error_width = 20;
    set_terminal(narrow);
    CHECK(told([] {
        report(Problem{Severity::error, "code", "no", std::nullopt, "unknot feedback give tree:lamp", {}});
    }) == "unknot: error: no\nunknot: hint: unknot feedback give tree:lamp\n");
    CHECK(told([] { warn("in /usr/share/unknot/packs there"); }) == "unknot: warning: in\n/usr/share/unknot/packs there\n");
    CHECK(told([] {
        report(Problem{Severity::error, "code", "no", Place{"a", 1, 1}, {}, "the line of a file"});
    }) == "a:1:1: error: no\n    1 | the line of a file\n      | ^\n");
    set_terminal(before);
}

TEST_CASE("quiet leaves errors only")
{
    set_loudness(Loudness::quiet);
    CHECK(told([] { warn("old"); }).empty());
    CHECK(told([] { note("indexing"); }).empty());
    CHECK_FALSE(told([] { report(error("a")); }).empty());
    set_loudness(Loudness::normal);
}
