// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.hpp"
#include "options_spec.hpp"

#include <memory>

namespace unknot {

CommandSpec redact_spec()
{
    const auto chosen = std::make_shared<RedactCommand>();
    return {"redact", Operands::none, "", _("A filter: standard input without recovery phrases, keys, card numbers, passwords and codes."),
        "unknot redact < chat.txt", _("0 done, 2 trouble"),
        {{"--keep-personal", "", _("leave e-mail addresses and phone numbers as they are"),
            [chosen](const std::string&) { chosen->personal = RedactCommand::Personal::kept; }}},
        [chosen](const std::string&) { return Command(*chosen); }};
}

} // namespace unknot
