// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/problem.hpp"

#include <climits>
#include <string>

using namespace unknot;

namespace {

Problem at(int line, int column, std::string text)
{
    Problem problem;
    problem.message = "node 'a' does not exist";
    problem.place = Place{"t.yaml", line, column};
    problem.line = std::move(text);
    return problem;
}

// The caret line of what is described, behind its margin.
std::string caret(int column, const std::string& text)
{
    const std::string shown = describe(at(7, column, text));
    const std::string margin = "\n      | ";
    const std::size_t begin = shown.rfind(margin);
    REQUIRE(begin != std::string::npos);
    return shown.substr(begin + margin.size());
}

}   // namespace

TEST_CASE("a problem at a place shows line and caret and hint")
{
    Problem problem = at(12, 13, "      goto: reboot-router");
    problem.hint = "add this node";
    CHECK(describe(problem)
          == "t.yaml:12:13: error: node 'a' does not exist\n"
             "   12 |       goto: reboot-router\n"
             "      |             ^\n"
             "unknot: hint: add this node\n");
}

TEST_CASE("a problem without a place speaks for the program")
{
    Problem problem;
    problem.message = "no tree named 'wfii'";
    CHECK(describe(problem) == "unknot: error: no tree named 'wfii'\n");
    problem.severity = Severity::warning;
    problem.hint = "did you mean 'wifi'?";
    CHECK(describe(problem) == "unknot: warning: no tree named 'wfii'\nunknot: hint: did you mean 'wifi'?\n");
}

TEST_CASE("what is not known of a place is not shown")
{
    CHECK(describe(at(0, 0, "")) == "t.yaml: error: node 'a' does not exist\n");
    CHECK(describe(at(3, 0, "abc")) == "t.yaml:3: error: node 'a' does not exist\n    3 | abc\n");
    CHECK(describe(at(3, 2, "")) == "t.yaml:3:2: error: node 'a' does not exist\n");
}

TEST_CASE("long line numbers widen the margin of both lines")
{
    CHECK(describe(at(1234567, 2, "ab"))
          == "t.yaml:1234567:2: error: node 'a' does not exist\n"
             "1234567 | ab\n"
             "        |  ^\n");
}

TEST_CASE("the caret counts code points and their width")
{
    CHECK(caret(1, "abc") == "^\n");
    CHECK(caret(3, "äöü") == "  ^\n");
    CHECK(caret(3, "钱包 x") == "    ^\n");
    CHECK(caret(3, "a\u0308x") == " ^\n");
    CHECK(caret(2, "😀x") == "  ^\n");
    CHECK(caret(3, "\ta: b") == "\t ^\n");
}

TEST_CASE("a column beyond the line or in broken bytes stays near")
{
    CHECK(caret(INT_MAX, "ab") == "  ^\n");
    CHECK(caret(3, "\xFF\xC3z") == "  ^\n");
}

TEST_CASE("a failure carries its problem")
{
    const Failure plain("cannot read 'x'", "check the path");
    CHECK(plain.problem().message == "cannot read 'x'");
    CHECK(plain.problem().hint == "check the path");
    CHECK_FALSE(plain.problem().place);
    CHECK(std::string(plain.what()) == "cannot read 'x'");

    const Failure placed(at(3, 1, "abc"));
    CHECK(placed.problem().place->line == 3);
    CHECK(std::string(placed.what()) == "node 'a' does not exist");
}

TEST_CASE("warnings alone are no errors")
{
    Problem warning;
    warning.severity = Severity::warning;
    CHECK_FALSE(has_errors({}));
    CHECK_FALSE(has_errors({warning}));
    CHECK(has_errors({warning, Problem{}}));
}
