// SPDX-License-Identifier: GPL-3.0-or-later
// What happens before any command: the process is made safe, and the session is put together from options, environment and configuration.
#pragma once

#include "session.hpp"

#include <string>
#include <vector>

namespace unknot {

// umask 077, no core dumps, standard streams open, a closed pipe ends the program quietly; refuses to run set-uid.
void secure_process();

// The interface's language as far as the words and the environment tell it, so that usage texts speak it too.
void speak_early(const std::vector<std::string>& words);

// Has messages broken at the terminal's width also where no session began, as after a fault in the options.
void measure_error_stream();

// Also sets the terminal, the voice and the interface's language.
Session begin_session(const CommonOptions& options);

} // namespace unknot
