// SPDX-License-Identifier: GPL-3.0-or-later
// What the program's exit status says. `unknot help exit-codes` documents it.
#pragma once

namespace unknot {

enum class ExitStatus {
    yes = 0,              // resolved or worked round, found, official, nothing wrong
    no = 1,               // not resolved, nothing found, errors, findings
    trouble = 2,          // wrong usage, unreadable file, could not be done
    unfinished = 3,       // more input is needed and there is nobody to ask; or the person left
    interrupted = 130,
};

} // namespace unknot
