// SPDX-License-Identifier: GPL-3.0-or-later
// The results of checks: for people, and for the programs that collect such things.
#pragma once

#include "checking.hpp"
#include "json.hpp"

#include <vector>

namespace unknot {

void print_checks(const std::vector<Check>& checks);       // one line each, what to do about it, and a sum
Json check_document(const std::vector<Check>& checks);     // unknot.check/1
void print_junit(const std::vector<Check>& checks);
void print_nagios(const std::vector<Check>& checks);       // one line and its figures
void print_prometheus(const std::vector<Check>& checks);   // for the textfile collector

// Prints in the format and answers with the exit status; a Nagios plugin's is Nagios's own: 0 ok, 1 warning, 2 critical, 3 unknown.
ExitStatus report_checks(const std::vector<Check>& checks, CheckFormat format, CheckStrictness strictness);

} // namespace unknot
