// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "streams_fixture.hpp"

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

TEST_CASE("quiet leaves errors only")
{
    set_loudness(Loudness::quiet);
    CHECK(told([] { warn("old"); }).empty());
    CHECK(told([] { note("indexing"); }).empty());
    CHECK_FALSE(told([] { report(error("a")); }).empty());
    set_loudness(Loudness::normal);
}
