// SPDX-License-Identifier: GPL-3.0-or-later
// A file that the person named and that the system keeps from us, told in one language: the system says why in theirs.
#pragma once

#include "unknot/problem.hpp"

#include <string>

namespace unknot {

// The error is errno's; the name is the file's, or "standard input".
Failure cannot_read(const std::string& name, int error);
Failure cannot_write(const std::string& name, int error);

} // namespace unknot
