// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice.hpp"

#include "unknot/display.hpp"

#include <cstdio>

namespace unknot {

namespace {

Loudness chosen = Loudness::normal;

// What was printed so far comes first, also where both streams are one terminal.
void say(const std::string& text)
{
    std::fflush(stdout);
    const std::string clean = sanitised(text);
    std::fwrite(clean.data(), 1, clean.size(), stderr);
}

} // namespace

void report(const Problem& problem)
{
    if (chosen != Loudness::quiet || problem.severity == Severity::error) {
        say(describe(problem));
    }
}

void report(const Problems& problems)
{
    for (const auto& problem : problems) {
        report(problem);
    }
}

void warn(const std::string& message, const std::string& hint)
{
    report(Problem{Severity::warning, {}, message, std::nullopt, hint, {}});
}

void note(const std::string& message)
{
    if (chosen != Loudness::quiet) {
        say("unknot: " + message + '\n');
    }
}

void set_loudness(Loudness wished)
{
    chosen = wished;
}

Loudness loudness()
{
    return chosen;
}

} // namespace unknot
