// SPDX-License-Identifier: GPL-3.0-or-later
#include "start.hpp"

#include "language.hpp"
#include "terminal.hpp"
#include "voice.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace unknot {

namespace {

Styling styling_of(const Session& session, const TerminalSettings& seen)
{
    const bool given = session.options.color_given;
    const ColorChoice choice = given ? session.options.color : session.configuration.color.value_or(ColorChoice::automatic);
    if (given && choice != ColorChoice::automatic) {
        return choice == ColorChoice::always ? Styling::ansi : Styling::plain;
    }
    if (session.environment.no_color) {
        return Styling::plain;
    }
    if (session.environment.force_color) {
        return Styling::ansi;
    }
    if (choice != ColorChoice::automatic) {
        return choice == ColorChoice::always ? Styling::ansi : Styling::plain;
    }
    return seen.styling;
}

// A file or pipe takes an answer at once, instead of four kilobytes at a time.
void widen_output_buffer()
{
    static std::array<char, 64 * 1024> buffer;
    std::setvbuf(stdout, buffer.data(), _IOFBF, buffer.size());
}

void prepare_terminal(const Session& session)
{
    TerminalSettings settings = look_at_terminal(session.environment);
    settings.styling = styling_of(session, settings);
    const bool can_page = settings.output_is_terminal && session.environment.terminal != "dumb" && !session.options.json;
    const std::string& wished = session.environment.pager.empty() ? session.configuration.pager : session.environment.pager;
    settings.pager = can_page ? (wished.empty() ? "less -FRX" : wished) : "";
    set_terminal(settings);
    if (!settings.output_is_terminal) {
        widen_output_buffer();
    }
}

} // namespace

void secure_process()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_DFL);
    for (int stream = 0; stream < 3; ++stream) {
        if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) < 0) {
            std::abort();
        }
    }
    if (::getuid() != ::geteuid() || ::getgid() != ::getegid()) {
        report(Problem{Severity::error, "set-uid", "refusing to run with somebody else's rights", std::nullopt, {}, {}});
        std::exit(2);
    }
}

void speak_early(const std::vector<std::string>& words)
{
    const Environment environment = read_environment();
    speak(wished_language({language_in(words), environment.language, environment.locale}), messages_folder);
}

void measure_error_stream()
{
    TerminalSettings settings = terminal();
    settings.error_width = look_at_terminal(read_environment()).error_width;
    set_terminal(settings);
}

Session begin_session(const CommonOptions& options)
{
    Session session;
    session.options = options;
    session.locations = find_locations();
    session.environment = read_environment();
    set_loudness(options.quiet ? Loudness::quiet : options.verbose ? Loudness::verbose : Loudness::normal);
    session.configuration = read_configuration(session.locations.config_files);
    session.language = wished_language({options.language, session.environment.language, session.environment.locale, session.configuration.language});
    speak(session.language, messages_folder);
    prepare_terminal(session);
    return session;
}

} // namespace unknot
