// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice.hpp"

#include "terminal.hpp"
#include "unknot/display.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace unknot {

namespace {

Loudness chosen = Loudness::normal;

constexpr std::string_view command = "unknot: hint: unknot ";

bool is_graphic(char c)
{
    return c > ' ' && c <= '~';
}

// As long as the line, letter for letter: the rules for prose would break a path at a slash, an option at its hyphens, and not before a path.
std::string without_marks(std::string line)
{
    std::replace_if(line.begin(), line.end(), is_graphic, 'a');
    return line;
}

// A command to paste and the excerpt of a file are the terminal's to break: what it breaks it copies whole.
bool can_be_broken(std::string_view line, int width)
{
    return width > 0 && !line.starts_with(' ') && !line.starts_with(command) && display_width(line) > width;
}

// Whether a word that is longer than a line goes on at `at`: there too the terminal breaks it.
bool inside_word(std::string_view line, std::size_t at)
{
    return at > 0 && at < line.size() && is_graphic(line[at - 1]) && is_graphic(line[at]);
}

std::string broken(std::string_view line)
{
    const int width = terminal().error_width;
    if (!can_be_broken(line, width)) {
        return std::string(line) + '\n';
    }
    std::string text;
    for (const std::string& part : wrapped(without_marks(std::string(line)), width)) {
        text.append(line.substr(0, part.size())).append(inside_word(line, part.size()) ? "" : "\n");
        line.remove_prefix(part.size());
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    }
    return text;
}

// What was printed so far comes first, also where both streams are one terminal.
void say(const std::string& text)
{
    std::fflush(stdout);
    const std::string clean = sanitised(text);
    std::string shown;
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t end = std::min(clean.find('\n', at), clean.size());
        shown += broken(std::string_view(clean).substr(at, end - at));
        at = end + 1;
    }
    std::fwrite(shown.data(), 1, shown.size(), stderr);
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
