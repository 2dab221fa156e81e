// SPDX-License-Identifier: GPL-3.0-or-later
// What `unknot completion` takes.
#include "language.hpp"
#include "options_spec.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

namespace unknot {

CommandSpec completion_spec()
{
    return {"completion", Operands::one, "bash|zsh|fish", _("Prints the completion script of a shell."), "eval \"$(unknot completion bash)\"",
        _("0 printed, 2 trouble"), {}, [](const std::string& shell) {
            if (shell != "bash" && shell != "zsh" && shell != "fish") {
                throw Failure(fmt::format("expected bash, zsh or fish after 'completion', found '{}'", shell), "unknot completion bash");
            }
            return Command(CompletionCommand{shell});
        }};
}

} // namespace unknot
