// SPDX-License-Identifier: GPL-3.0-or-later
// Making reports. What a kind measured can still be judged by a tree's own `warn` and `fail`; what it could not measure stands as it is.
#pragma once

#include "unknot/probe_run.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace unknot {

// Measured: judged by the kind's rule, unless the tree has one.
ProbeReport good(std::string finding, std::string detail = {});
ProbeReport doubtful(std::string finding, std::string detail = {});
ProbeReport bad(std::string finding, std::string detail = {});

// Found out, but nothing to judge by conditions: a refused connection, a certificate that nobody signed.
ProbeReport broken(std::string finding, std::string detail = {});

// Text from outside as a report may carry it: valid UTF-8 without control and bidi characters, not too long.
std::string clean(std::string_view text);

std::string number_text(double number);   // without an exponent, at most three digits behind the point

} // namespace unknot
