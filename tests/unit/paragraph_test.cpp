// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

#include "paragraph.hpp"
#include "terminal.hpp"

#include <string>

using namespace unknot;

namespace {

std::string entry_on(bool terminal, int width, const std::string& title, const std::string& address)
{
    TerminalSettings settings;
    settings.output_is_terminal = terminal;
    settings.width = width;
    set_terminal(settings);
    std::string text = printed([&] { print_entry("  3. ", title, TitleStyle::strong, address); });
    set_terminal({});
    return text;
}

} // namespace

TEST_CASE("an entry is on one line where it fits")
{
    CHECK(entry_on(true, 30, "A short title", "tree:x") == "  3. A short title  tree:x\n");
    CHECK(entry_on(true, 26, "A short title", "tree:x") == "  3. A short title  tree:x\n");
    CHECK(entry_on(true, 30, "A title", "") == "  3. A title\n");
}

TEST_CASE("an address that does not fit stays whole on a line of its own")
{
    CHECK(entry_on(true, 25, "A short title", "tree:x") == "  3. A short title\n     tree:x\n");
    CHECK(entry_on(true, 25, "密码忘了怎么办？", "tree:account-unlock") == "  3. 密码忘了怎么办？\n     tree:account-unlock\n");
    CHECK(entry_on(true, 25, "A title", "article:longer-than-the-terminal") == "  3. A title\n     article:longer-than-the-terminal\n");
}

TEST_CASE("a long title is broken between words below its beginning")
{
    CHECK(entry_on(true, 30, "A title that is longer than one line", "tree:x") == "  3. A title that is longer\n     than one line  tree:x\n");
    CHECK(entry_on(true, 30, "A title that is longer than one line", "") == "  3. A title that is longer\n     than one line\n");
}

TEST_CASE("in a pipe an entry is one line")
{
    CHECK(entry_on(false, 30, "A title that is longer than one line", "tree:x") == "  3. A title that is longer than one line  tree:x\n");
}
