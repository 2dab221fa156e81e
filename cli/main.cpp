// SPDX-License-Identifier: GPL-3.0-or-later
// Start, parse, run, catch, exit status.
#include "commands.hpp"
#include "interruption.hpp"
#include "json.hpp"
#include "language.hpp"
#include "start.hpp"
#include "terminal.hpp"
#include "unknot/redactor.hpp"
#include "voice.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace unknot;

ExitStatus dispatch(const Session& session, const Command& command)
{
    struct Visitor {
        const Session& session;
        ExitStatus operator()(const TalkCommand& chosen) const { return talk(chosen, session); }
        ExitStatus operator()(const AskCommand& chosen) const { return ask(chosen, session); }
        ExitStatus operator()(const RunCommand& chosen) const { return run(chosen, session); }
        ExitStatus operator()(const CheckCommand& chosen) const { return check(chosen, session); }
        ExitStatus operator()(const ProbeCommand& chosen) const { return probe(chosen, session); }
        ExitStatus operator()(const SearchCommand& chosen) const { return search(chosen, session); }
        ExitStatus operator()(const ShowCommand& chosen) const { return show(chosen, session); }
        ExitStatus operator()(const ListCommand& chosen) const { return list(chosen, session); }
        ExitStatus operator()(const PathsCommand& chosen) const { return paths(chosen, session); }
        ExitStatus operator()(const CaseCommand& chosen) const { return cases(chosen, session); }
        ExitStatus operator()(const WhyCommand& chosen) const { return why(chosen, session); }
        ExitStatus operator()(const HandoffCommand& chosen) const { return handoff(chosen, session); }
        ExitStatus operator()(const PackCommand& chosen) const
        {
            return chosen.action == PackCommand::Action::lint ? pack_lint(chosen, session) : pack_test(chosen, session);
        }
        ExitStatus operator()(const IndexCommand& chosen) const { return index(chosen, session); }
        ExitStatus operator()(const ContactCommand& chosen) const { return contact(chosen, session); }
        ExitStatus operator()(const FeedbackCommand& chosen) const { return feedback(chosen, session); }
        ExitStatus operator()(const StatsCommand& chosen) const { return stats(chosen, session); }
        ExitStatus operator()(const RedactCommand& chosen) const { return redact(chosen, session); }
        ExitStatus operator()(const ScanCommand& chosen) const { return scan(chosen, session); }
        ExitStatus operator()(const CompletionCommand& chosen) const { return completion(chosen, session); }
        ExitStatus operator()(const HelpCommand& chosen) const { return help(chosen, session); }
        ExitStatus operator()(const VersionCommand&) const { return ExitStatus::yes; }
        ExitStatus operator()(const UsageCommand&) const { return ExitStatus::yes; }
    };
    return std::visit(Visitor{session}, command);
}

void print_version()
{
    print_line("unknot " UNKNOT_VERSION);
}

bool asks_for_usage(const std::vector<std::string>& words)
{
    return std::any_of(words.begin(), words.end(), [](const std::string& word) { return word == "--help" || word == "-h" || word == "help"; });
}

// What needs no session: answered before anything is read.
bool answered_at_once(const Command& command)
{
    if (std::holds_alternative<VersionCommand>(command)) {
        print_version();
        return true;
    }
    if (const auto* usage = std::get_if<UsageCommand>(&command)) {
        print(usage->text);
        return true;
    }
    return false;
}

// A message repeats what somebody typed: not a secret in it.
Problem without_secrets(Problem problem)
{
    Redactor redactor;
    for (std::string* text : {&problem.message, &problem.hint, &problem.line}) {
        *text = redactor.redact(*text).text;
    }
    return problem;
}

ExitStatus failed(const Problem& told, bool json)
{
    const Problem problem = without_secrets(told);
    if (json) {
        print_json(error_document(problem));
    }
    measure_error_stream();
    report(problem);
    return interrupted() ? ExitStatus::interrupted : ExitStatus::trouble;
}

ExitStatus guarded(const std::vector<std::string>& words)
{
    if (words == std::vector<std::string>{"--version"}) {
        print_version();   // alone it needs no parser, which would be a good part of the start
        return ExitStatus::yes;
    }
    if (!words.empty() && words.front() == "__complete") {
        return complete({words.begin() + 1, words.end()});
    }
    bool json = false;
    try {
        if (asks_for_usage(words)) {
            speak_early(words);   // not on every start: it costs what `--version` must not
        }
        const Options options = parse_options(words, json);
        return answered_at_once(options.command) ? ExitStatus::yes : dispatch(begin_session(options.common), options.command);
    } catch (const Failure& failure) {
        return failed(failure.problem(), json);
    } catch (const Interrupted&) {
        return ExitStatus::interrupted;
    } catch (const std::exception& error) {
        return failed({Severity::error, "internal", error.what(), std::nullopt, "please report this", {}}, json);
    }
}

// Everything is written and closed by then. What the destructors of static objects and of seven libraries would give back piece by piece, the system
// takes back at once; only who looks for leaks needs them.
[[noreturn]] void leave(ExitStatus status)
{
#ifdef __SANITIZE_ADDRESS__
    std::exit(static_cast<int>(status));
#else
    ::_exit(static_cast<int>(status));
#endif
}

} // namespace

int main(int argc, char** argv)
{
    secure_process();
    exit_on_interruption();
    const ExitStatus status = guarded({argv + 1, argv + argc});
    if (!flush_output()) {
        report(Problem{Severity::error, "output", "cannot write to standard output", std::nullopt, "is the disk full?", {}});
        leave(ExitStatus::trouble);
    }
    leave(status);
}
