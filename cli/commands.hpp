// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each command. They answer with the exit status and throw Failure for trouble.
#pragma once

#include "exit_status.hpp"
#include "session.hpp"

#include <string>
#include <vector>

namespace unknot {

ExitStatus talk(const TalkCommand& command, const Session& session);
ExitStatus ask(const AskCommand& command, const Session& session);
ExitStatus run(const RunCommand& command, const Session& session);
ExitStatus check(const CheckCommand& command, const Session& session);
ExitStatus probe(const ProbeCommand& command, const Session& session);
ExitStatus search(const SearchCommand& command, const Session& session);
ExitStatus show(const ShowCommand& command, const Session& session);
ExitStatus list(const ListCommand& command, const Session& session);
ExitStatus paths(const PathsCommand& command, const Session& session);
ExitStatus cases(const CaseCommand& command, const Session& session);
ExitStatus why(const WhyCommand& command, const Session& session);
ExitStatus handoff(const HandoffCommand& command, const Session& session);
ExitStatus contact(const ContactCommand& command, const Session& session);
ExitStatus feedback(const FeedbackCommand& command, const Session& session);
ExitStatus stats(const StatsCommand& command, const Session& session);
ExitStatus pack_lint(const PackCommand& command, const Session& session);
ExitStatus pack_test(const PackCommand& command, const Session& session);
ExitStatus index(const IndexCommand& command, const Session& session);
ExitStatus redact(const RedactCommand& command, const Session& session);
ExitStatus scan(const ScanCommand& command, const Session& session);
ExitStatus completion(const CompletionCommand& command, const Session& session);
ExitStatus help(const HelpCommand& command, const Session& session);

// For the completion scripts, `unknot __complete WORD…`: what may stand where the last word does. No message, whatever is wrong with the line.
ExitStatus complete(const std::vector<std::string>& words);

} // namespace unknot
