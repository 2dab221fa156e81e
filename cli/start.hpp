// SPDX-License-Identifier: GPL-3.0-or-later
// What happens before any command: the process is made safe, and the session is put together from options, environment and configuration.
#pragma once

#include "session.hpp"

namespace unknot {

// umask 077, no core dumps, standard streams open, a closed pipe ends the program quietly; refuses to run set-uid.
void secure_process();

// Also sets the terminal, the voice and the interface's language.
Session begin_session(const CommonOptions& options);

} // namespace unknot
